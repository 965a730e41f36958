/** Tests the code beside an operation: names that no language likes, and text that wants to break out. */
import { expect, test } from 'vitest';
import { cliCall, cliFlag, jsonBody, pythonCall } from '../../../src/view/code/languages.ts';
import type { Sample, SampleEntry } from '../../../src/view/code/sample.ts';

const text = (example: string | null = null): Sample => ({ kind: 'scalar', type: 'string', example });
const entry = (name: string, value: Sample = text()): SampleEntry => ({ name, required: true, value });
const pair: Sample = { kind: 'object', entries: [entry('Key'), entry('Value')] };

test('Python takes what is no name, or one of its own words, by a dictionary', () => {
  expect(pythonCall('brew', [])).toEqual(['client.brew()']);
  expect(pythonCall('brew', [entry('Leaf'), entry('from'), entry("it's")])).toEqual([
    'client.brew(',
    "    Leaf='string',",
    '    **{',
    "        'from': 'string',",
    '    },',
    '    **{',
    "        'it\\'s': 'string',",
    '    },',
    ')',
  ]);
  expect(pythonCall('brew', [entry('A', text('\n\'"\u202e'))])[1]).toBe("    A='\\n\\'\"\\u202e',");
});

test('the command line has flags, shorthand where it can, and JSON where it must', () => {
  const inner: Sample = { kind: 'object', entries: [entry('Tags', { kind: 'list', item: pair })] };
  expect(
    cliCall(
      'tea',
      'brew_leaf',
      [
        entry('LeafName'),
        entry('DryRun', { kind: 'scalar', type: 'boolean', example: null }),
        entry('Names', { kind: 'list', item: text() }),
        entry('Tags', { kind: 'list', item: pair }),
        entry('Deep', inner),
        entry('Size', text("it's; rm")),
      ],
      '<outfile>',
    ),
  ).toEqual([
    'aws tea brew-leaf \\',
    '    --leaf-name <string> \\',
    '    --dry-run \\',
    '    --names <string> … \\',
    '    --tags Key=<string>,Value=<string> \\',
    `    --deep '{ "Tags": [ { "Key": "string", "Value": "string" } ]}' \\`,
    `    --size 'it'\\''s; rm' \\`,
    '    <outfile>',
  ]);
  // An apostrophe would end the quotes of the shell.
  const quoted: Sample = { kind: 'object', entries: [entry('Inner', { kind: 'object', entries: [entry("it's")] })] };
  expect(cliCall('tea', 'brew', [entry('Deep', quoted)], '')[1]).toBe(
    `    --deep '{ "Inner": { "it'\\''s": "string" }}'`,
  );
  expect(cliCall('s3', 'put_object', [], '')).toEqual(['aws s3api put-object']);
  expect(cliFlag('VpcSecurityGroupIDs')).toBe('--vpc-security-group-ids');
});

test('JSON is JSON', () => {
  expect(jsonBody([])).toEqual(['{}']);
  const lines = jsonBody([
    entry('a"b', { kind: 'list', item: pair }),
    entry('Map', { kind: 'map', key: text(), value: pair }),
  ]);
  expect(JSON.parse(lines.join('\n'))).toEqual({
    'a"b': [{ Key: 'string', Value: 'string' }],
    Map: { string: { Key: 'string', Value: 'string' } },
  });
});

test('a name that is written to end a command stays a name', () => {
  expect(pythonCall('go(); print(1) #', [])).toEqual(["getattr(client, 'go(); print(1) #')()"]);
  expect(pythonCall('import', [entry('A')])[0]).toBe("getattr(client, 'import')(");
  expect(cliCall('tea', 'go; touch x #', [entry("A'; touch y #"), entry('B', text('back\\slash "q"'))], '')).toEqual([
    "aws tea 'go; touch x #' \\",
    "    '--a'\\''; touch y #' <string> \\",
    `    --b 'back\\slash "q"'`,
  ]);
  expect(cliCall('constructor', 'go', [entry('A', text("one\ntwo'"))], '')).toEqual([
    'aws constructor go \\',
    "    --a $'one\\ntwo\\''",
  ]);
});

test('an argument as long as a page is closed, so that the command goes on', () => {
  const many = (depth: number): Sample => ({
    kind: 'object',
    entries: Array.from({ length: 30 }, (_, at) =>
      entry(`Field${at}`, depth === 0 ? text() : { kind: 'list', item: text() }),
    ),
  });
  expect(
    cliCall('tea', 'brew', [entry('A', many(0)), entry('B', many(1)), entry('C', { kind: 'list', item: many(1) })], ''),
  ).toEqual(['aws tea brew \\', "    --a '{…}' \\", "    --b '{…}' \\", "    --c '[…]'"]);
});

test('an argument of 400 characters is written whole, in shorthand or as JSON', () => {
  const written = (value: Sample) => cliCall('tea', 'brew', [entry('A', value)], '')[1];
  const named = (length: number): Sample => ({ kind: 'object', entries: [entry('N'.repeat(length), text('x'))] });
  expect(written(named(398))).toBe(`    --a ${'N'.repeat(398)}=x`);
  expect(written(named(399))).toBe("    --a '{…}'");
});
