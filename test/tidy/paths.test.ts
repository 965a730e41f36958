/** Only `model/path.ts` knows how a path is written: nobody else joins one or takes one apart. */
import { expect, test } from 'vitest';
import { readFiles } from './source-file.ts';

const cut =
  /\b[pP]ath\)?\.(?:split|slice|replace|replaceAll|match|matchAll|lastIndexOf|indexOf|startsWith|endsWith|substring|at|charAt|includes)\(/;
const joined = /\b[pP]ath \+|\+ (?:\w+\.)*[pP]ath\b|\$\{[\w.]*[pP]ath\}[.[{]|\.\$\{[\w.]*[pP]ath\}/;
const grammar = /\\\[\\\].{0,20}(?:\\\{|key)|\[\^[^\]]*\.\[/;

/** Lines that only look like it, and what they do. */
const others = [
  ['src/view/site/urls.ts', 'absolute: (path) =>', 'the path of an address'],
  ['src/view/site/urls.ts', 'return idOf(', 'an anchor: the root, and the whole path'],
  ['src/cli/site/address.ts', 'path.', 'the path of an address'],
  ['src/cli/site/site-server.ts', 'path.', 'the path of an address'],
  ['src/view/fields/field-plan.ts', 'return `', 'a key: the root, and the whole path'],
  ['src/cli/commands/log.ts', 'value === null ?', 'words: the direction, and the whole path'],
  ['src/parse/models/examples.ts', 'const below =', 'botocore’s own grammar of the comments of examples'],
] as const;

function problemsOf(path: string, text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    if (![cut, joined, grammar].some((pattern) => pattern.test(line))) return [];
    if (others.some(([file, start]) => file === path && line.includes(start))) return [];
    return [`${path}:${at + 1}: Unexpected \`${line.trim()}\`, expected a function of model/path.ts`];
  });
}

const concerned =
  /^src\/(?:diff|view|feed|store(?!\/walk)|cli|parse(?!\/dialects\/[\w-]+\/(?:files|model-layout|package)\.ts$)|components|pages|model)\//;

test('no other file cuts or joins a path', () => {
  const files = readFiles('src').filter(({ path }) => concerned.test(path) && path !== 'src/model/path.ts');
  expect(files.flatMap(({ path, text }) => problemsOf(path, text))).toEqual([]);
  for (const [path, start] of others)
    expect(files.find((file) => file.path === path)?.text, `${path} has no such line any more`).toContain(start);
});

test.each([
  "const name = path.split('.').at(-1);",
  'const steps = change.path.match(/x/g);',
  "path + '[]'",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
  'const here = `${path}.${name}`;',
  "at = at.replace(/(?:^|\\.)[^.[\\]{}]*$|\\[\\]$|\\{\\}$|\\{key\\}$/, '')",
])('may not: %s', (line) => {
  expect(problemsOf('src/diff/a.ts', line)).toHaveLength(1);
});
