/** Writes sample data as indented lines, in the notation of a language. */
import type { Sample } from './sample.ts';

/** The notation of a language for data. */
export interface Notation {
  scalar(sample: Sample & { readonly kind: 'scalar' }): string;
  /** A name in an object, with the characters between it and its value. */
  name(name: string): string;
  readonly closedObject: string;
  readonly closedList: string;
  /** Whether the last entry also ends with a comma. */
  readonly lastComma: boolean;
  /** The indentation of one level. */
  readonly step: string;
}

/** The lines of one entry. `head` is the text before its value. */
export function writeEntry(notation: Notation, head: string, value: Sample, end: string): readonly string[] {
  const [first = '', ...rest] = writeValue(notation, value);
  return [head + first, ...rest].map((line, index) => (index === rest.length ? line + end : line));
}

/** The lines of a value, the first without indentation. */
export function writeValue(notation: Notation, sample: Sample): readonly string[] {
  switch (sample.kind) {
    case 'scalar':
      return [notation.scalar(sample)];
    case 'closed':
      return [sample.list ? notation.closedList : notation.closedObject];
    case 'list':
      return sample.item === null ? ['[]'] : around('[', writeValue(notation, sample.item), ']', notation);
    case 'map': {
      const key = writeValue(notation, sample.key).join(' ');
      const [first = '', ...rest] = writeValue(notation, sample.value);
      return around('{', [`${key}: ${first}`, ...rest], '}', notation);
    }
    case 'object': {
      if (sample.entries.length === 0) return ['{}'];
      const inner = sample.entries.flatMap((entry, index) => {
        const isLast = index === sample.entries.length - 1;
        return writeEntry(notation, notation.name(entry.name), entry.value, isLast && !notation.lastComma ? '' : ',');
      });
      return ['{', ...inner.map((line) => notation.step + line), '}'];
    }
  }
}

function around(
  open: string,
  lines: readonly string[],
  close: string,
  { step, lastComma }: Notation,
): readonly string[] {
  const [only = ''] = lines;
  if (lines.length === 1) return [open + only + close];
  return [
    open,
    ...lines.map((line, index) => step + (index === lines.length - 1 && lastComma ? `${line},` : line)),
    close,
  ];
}
