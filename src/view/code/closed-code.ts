/** Ends code that was cut after a line, so that it can be read and run. */

/** The lines of a call or of JSON, with what is open at their end closed: brackets, or a command of several lines. */
export function closedCode(lines: readonly string[]): readonly string[] {
  const last = lines.at(-1) ?? '';
  if (last.endsWith(' \\')) return [...lines.slice(0, -1), last.slice(0, -2)];
  const open: { readonly closing: string; readonly indent: string }[] = [];
  for (const line of lines) {
    const indent = /^ */.exec(line)?.[0] ?? '';
    for (const [sign] of line.matchAll(signs)) {
      const closing = pairs.get(sign);
      if (closing !== undefined) open.push({ closing, indent });
      else if (sign.length === 1) open.pop();
    }
  }
  if (open.length === 0) return lines;
  // JSON allows no comma before the end of an object; Python needs none.
  const whole = [...lines.slice(0, -1), last.replace(/,$/, '')];
  return [...whole, ...open.reverse().map(({ closing, indent }) => indent + closing)];
}

/** A whole text in quotes, or a bracket. */
const signs = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[()[\]{}]/g;

const pairs: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);
