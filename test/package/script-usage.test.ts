/** Scripts say how they are used: for --help, and for arguments that they do not know or that name nothing. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArguments } from '../../scripts/arguments.ts';
import { root } from '../tidy/source-file.ts';

const patience = 60_000;

function ran(script: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts', script), ...args], {
    ...{ cwd: root, encoding: 'utf8', timeout: patience },
  });
  return { code: status, out: stdout, err: stderr };
}

const scripts = [
  'bench',
  'mutants',
  'screenshots',
  'check-site',
  'check-pack',
  'complete-lock',
  'known-services',
  'fail-on-skip',
  'emit',
];

describe.each(scripts.map((name) => `${name}.ts`))('%s', (script) => {
  test(
    '--help',
    () => {
      const { code, out, err } = ran(script, '--help');
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(new RegExp(`^Usage: .*${script.slice(0, -3).replace('-', '[-:]')}`));
    },
    patience,
  );

  test(
    'an unknown option',
    () => {
      const { code, out, err } = ran(script, '--nonsense');
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^.*--nonsense.*\nUsage: .*\n$/);
    },
    patience,
  );
});

test.each([
  ['check-site.ts', 'no-such-folder'],
  ['known-services.ts', 'no-such-folder'],
  ['fail-on-skip.ts', 'no-such-file'],
  ['bench.ts', '--site', 'no-such-folder'],
])(
  '%s with a name of nothing',
  (...[script, ...args]) => {
    const { code, out, err } = ran(script, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^`no-such-(?:folder|file)` does not exist\.\nUsage: .*\n$/);
  },
  patience,
);

test.each([['known-services.ts'], ['fail-on-skip.ts']])(
  '%s without arguments',
  (script) => {
    const { code, err } = ran(script);
    expect(code).toBe(2);
    expect(err).toMatch(/^Usage: .*\n$/);
  },
  patience,
);

test('arguments are read, or answered', () => {
  const spec = {
    usage: 'node x.ts [--site <folder>] <file>',
    options: { site: { type: 'string' } },
    positionals: [1, 1],
  } as const;
  expect(readArguments(['--site', 'a', 'b'], spec)).toMatchObject({ values: { site: 'a' }, positionals: ['b'] });
  expect(readArguments(['-h'], spec)).toEqual({ code: 0, text: `Usage: ${spec.usage}\n` });
  expect(readArguments([], spec)).toEqual({ code: 2, text: `Usage: ${spec.usage}\n` });
  expect(readArguments(['a', 'b'], spec)).toEqual({ code: 2, text: `Usage: ${spec.usage}\n` });
  expect(readArguments(['--site'], spec)).toMatchObject({ code: 2, text: expect.stringMatching(/--site.*\nUsage: /) });
});
