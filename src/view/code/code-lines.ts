/** Finds the line of a field in a text of the code panel. The text is all that there is on the page: its indentation says what stands in what. */
import { isNameless, splitPath, stepName } from '../../model/path.ts';
import { cliFlag } from './languages.ts';

export type CodeLanguage = 'python' | 'cli' | 'json';

/** The place of the line that has the field, or else what it stands in; -1 where the text has neither. */
export function codeLineOf(text: string, language: CodeLanguage, path: string): number {
  const steps = splitPath(path);
  const lines = text.split('\n');
  if (language === 'cli') {
    const flag = cliFlag(stepName(steps[0] ?? '') ?? '');
    return lines.findIndex((line) => new RegExp(`^ +${flag}(?:[ \\\\]|$)`).test(line));
  }
  // Items stand in no line of their own; the keys of maps are samples.
  const wanted = steps.filter((step) => step === '{}' || !isNameless(step)).map(stepName);
  const open: { readonly indent: number; readonly depth: number }[] = [];
  let best = -1;
  let deepest = 0;
  for (const [at, line] of lines.entries()) {
    const indent = line.length - line.trimStart().length;
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const [, argument, key] = keyAt.exec(line) ?? [];
    const name = argument ?? (key === undefined ? undefined : unquoted(key));
    if (name === undefined) continue;
    const above = open.at(-1)?.depth ?? 0;
    // What is not on the way leads to nothing that is.
    const isOnWay = open.every(({ depth }) => depth > 0) && (wanted[above] === null || wanted[above] === name);
    const depth = isOnWay && above < wanted.length ? above + 1 : 0;
    open.push({ indent, depth });
    if (depth <= deepest) continue;
    deepest = depth;
    best = at;
  }
  return best;
}

/** The name that a line begins with: `Name=` of a call, `'Name': ` or `"Name": ` of data. */
const keyAt = /^ *(?:(\w+)=|(?:\*\*\{)?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"): )/;

function unquoted(key: string): string {
  const inner = key.slice(1, -1);
  const json = key.startsWith("'") ? inner.replaceAll("\\'", "'").replaceAll('"', '\\"') : inner;
  try {
    return JSON.parse(`"${json}"`) as string;
  } catch {
    return inner;
  }
}
