/** A project of two files and a test, to make mutants of. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const files = {
  'src/model/grown.ts': [
    'export function isGrown(age: number): boolean {',
    '  return age >= 18;',
    '}',
    '',
    'export function say(first: string, last: number): string {',
    "  return first.padEnd(last) + ', hello';",
    '}',
    '',
    'export function seen(list: string[]): void {',
    "  list.push('seen');",
    '}',
  ].join('\n'),
  'src/model/names.ts':
    "import type { Kind } from './kind.ts';\n\nexport const kind: Kind = say('a', 1);\n\nfunction say(name: 'a', age: 1): Kind {\n  return age > 0 ? name : 'b';\n}\n",
  'src/model/kind.ts': "export type Kind = 'a' | 'b';\n",
  'test/grown.test.ts': [
    "import { expect, test } from 'vitest';",
    "import { isGrown, say } from '../src/model/grown.ts';",
    "test('at 18', () => expect([17, 18, 19].map(isGrown)).toEqual([false, true, true]));",
    "test('says hello', () => expect(say('Ada', 3)).toMatch(/^Ada, h/));",
  ].join('\n'),
  'test/broken.test.ts': [
    "import { expect, test } from 'vitest';",
    "import { isGrown } from '../src/model/grown.ts';",
    "test('never', () => expect(isGrown(1)).toBe(true));",
  ].join('\n'),
  'test/vitest.config.ts': "export default { test: { include: ['test/**/*.test.ts'] } };\n",
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      ...{ strict: true, target: 'es2024', module: 'nodenext', types: [], noEmit: true },
      ...{ allowImportingTsExtensions: true, skipLibCheck: true },
    },
  }),
  'package.json': '{ "type": "module" }\n',
  '.gitignore': 'node_modules/\nnode_modules\n.apidelta/\n',
};

export interface TinyProject {
  readonly root: string;
  /** Every file but the packages and what is known of mutants. */
  readonly texts: () => Readonly<Record<string, string>>;
  readonly remove: () => void;
}

/** Lays the project down, under git. */
export function tinyProject(): TinyProject {
  const root = mkdtempSync(path.join(tmpdir(), 'apidelta-tiny-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  symlinkSync(path.resolve(import.meta.dirname, '..', '..', 'node_modules'), path.join(root, 'node_modules'), 'dir');
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  return {
    root,
    texts() {
      const names = readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
        .filter((name) => !/^(\.git|\.apidelta|node_modules)[\\/]/.test(name))
        .sort();
      return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]));
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
