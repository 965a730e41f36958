/** The program and the commands in README.md, and the output that it shows for them. */
import { readFileSync } from 'node:fs';

export interface ReadmeExample {
  readonly code: string;
  readonly output: string;
}

/** Takes the example of the library from README.md. */
export function readmeExample(): ReadmeExample {
  const [, code, output] = /^```js\n(.*?)^```\n\nIt prints:\n\n```text\n(.*?)^```$/ms.exec(readme()) ?? [];
  if (code === undefined || output === undefined)
    throw new Error('Unexpected README.md, expected a block of `js` and what it prints');
  return { code, output: output.trim() };
}

/** A command as a user types it in a checkout, and the lines under it. */
export interface ReadmeSession {
  /** The arguments after `apidelta --`. */
  readonly args: readonly string[];
  /** A line `…` means one or more omitted lines. */
  readonly lines: readonly string[];
}

/** Takes the commands after `$` from README.md. */
export function readmeSessions(): readonly ReadmeSession[] {
  return [...readme().matchAll(/^```text\n\$ ([^\n]*)\n(.*?)^```$/gms)].map(([, command = '', output = '']) => {
    const [, args] = /^npm run -s apidelta -- (.+)$/.exec(command) ?? [];
    if (args === undefined)
      throw new Error(`Unexpected \`${command}\` in README.md, expected \`npm run -s apidelta --\``);
    return { args: args.split(' '), lines: output.trimEnd().split('\n') };
  });
}

/** Whether a command printed these lines. */
export function isPrinted(lines: readonly string[], printed: readonly string[]): boolean {
  const [line, ...rest] = lines;
  if (line === undefined) return printed.length === 0;
  if (line.trim() !== '…') return line === printed[0] && isPrinted(rest, printed.slice(1));
  return printed.some((_, at) => isPrinted(rest, printed.slice(at + 1)));
}

function readme(): string {
  return readFileSync(new URL('../README.md', import.meta.url), 'utf8');
}
