/** One mutant: an edit of one file, with data that finds it even if the code around it moves. */
import { type Edit, editsOf, type OperatorName } from './operators.ts';

export interface Mutant extends Edit {
  /** From the project's root, with forward slashes. */
  readonly file: string;
  readonly operator: OperatorName;
  /** Counted from 1. */
  readonly line: number;
  /** Its first line, without indentation. */
  readonly code: string;
  readonly before: string;
  /** Its identity among all mutants of the project, without a line number. */
  readonly key: string;
}

/** Every mutant of a file. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const lines = text.split('\n');
  const seen = new Map<string, number>();
  return editsOf(file, text).map((edit) => {
    const line = text.slice(0, edit.start).split('\n').length;
    const code = (lines[line - 1] ?? '').trim();
    const before = text.slice(edit.start, edit.end);
    const name = JSON.stringify([file, edit.operator, code, before, edit.after]);
    const earlier = seen.get(name) ?? 0;
    seen.set(name, earlier + 1);
    return { ...edit, file, line, code, before, key: earlier === 0 ? name : `${name} ${earlier}` };
  });
}

/** The text of a file with the mutant in it. */
export function mutated(text: string, { start, end, after }: Edit): string {
  return text.slice(0, start) + after + text.slice(end);
}
