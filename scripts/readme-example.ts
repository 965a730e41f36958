/** The program that README.md shows, and what it says that this prints. */
import { readFileSync } from 'node:fs';

export interface ReadmeExample {
  readonly code: string;
  readonly output: string;
}

/** Takes the example of the library from README.md. */
export function readmeExample(): ReadmeExample {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, code, output] = /^```js\n(.*?)^```\n\nIt prints:\n\n```text\n(.*?)^```$/ms.exec(readme) ?? [];
  if (code === undefined || output === undefined)
    throw new Error('Unexpected README.md, expected a block of `js` and what it prints');
  return { code, output: output.trim() };
}
