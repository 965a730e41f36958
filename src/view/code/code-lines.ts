/**
 * Finds the line of a field in the text of the code panel. The page has only the text, so the nesting is read from the
 * indentation.
 */
import { isNameless, splitPath, stepName } from '../../model/path.ts';
import { cliFlag } from './languages.ts';

export type CodeLanguage = 'python' | 'cli' | 'json';

/** The index of the line with the field, or else with its nearest parent; -1 where the text has neither. */
export function codeLineOf(text: string, language: CodeLanguage, path: string): number {
  const steps = splitPath(path);
  const lines = text.split('\n');
  if (language === 'cli') {
    const flag = cliFlag(stepName(steps[0] ?? '') ?? '');
    return lines.findIndex((line) => new RegExp(`^ +${flag}(?:[ \\\\]|$)`).test(line));
  }
  // Items of a list have no line of their own. The keys of maps are only examples, so any key matches.
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
    // Below a name that is not on the path, nothing matches.
    const isOnWay = open.every(({ depth }) => depth > 0) && (wanted[above] === null || wanted[above] === name);
    const depth = isOnWay && above < wanted.length ? above + 1 : 0;
    open.push({ indent, depth });
    if (depth <= deepest) continue;
    deepest = depth;
    best = at;
  }
  return best;
}

/** The name at the beginning of a line: `Name=` of a call, `'Name': ` or `"Name": ` of data. */
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
