/** The line of a field in the code, found by indentation: held to the line that the name was written in, in data made at random. */
import { expect, test } from 'vitest';
import { itemStep, memberPath, stepInto, valueStep } from '../../../src/model/path.ts';
import { codeLineOf } from '../../../src/view/code/code-lines.ts';
import { cliCall, cliFlag, jsonBody, pythonCall } from '../../../src/view/code/languages.ts';
import type { Sample, SampleEntry } from '../../../src/view/code/sample.ts';
import { forSeeds, type Random } from '../../generate/random.ts';

const text: Sample = { kind: 'scalar', type: 'string', example: null };

/** Data with names of its own for every field, and the path of each. */
class Made {
  readonly paths = new Map<string, string>();
  readonly #random: Random;
  #count = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  entries(path: string, depth: number): SampleEntry[] {
    return Array.from({ length: this.#random.whole(1, 4) }, () => {
      const name = `${this.#random.pick(['Name', "it's ", 'say "', 'from.'])}${this.#count++}`;
      const own = memberPath(path, name);
      this.paths.set(name, own);
      return { name, required: true, value: this.#value(own, depth) };
    });
  }

  #value(path: string, depth: number): Sample {
    const kind = depth > 3 ? 'scalar' : this.#random.pick(['scalar', 'object', 'list', 'map', 'closed'] as const);
    if (kind === 'object') return { kind, entries: this.entries(path, depth + 1) };
    if (kind === 'list') return { kind, item: this.#value(stepInto(path, itemStep), depth + 1) };
    if (kind === 'map') return { kind, key: text, value: this.#value(stepInto(path, valueStep), depth + 1) };
    return kind === 'closed' ? { kind, list: false } : text;
  }
}

test('every field has the line that its name is written in', () => {
  forSeeds(80, (random) => {
    const made = new Made(random);
    const entries = made.entries('', 0);
    for (const [language, lines] of [
      ['python', pythonCall('do', entries)],
      ['json', jsonBody(entries)],
    ] as const)
      for (const [name, path] of made.paths) {
        const at = codeLineOf(lines.join('\n'), language, path);
        const written = lines.findIndex((line) => new RegExp(`${/\d+$/.exec(name)?.[0]}(?:=|['"]: )`).test(line));
        expect(at, `${language} ${path}\n${lines.join('\n')}`).toBe(written);
      }
  });
});

test('what has no line has that of what it stands in', () => {
  const code = pythonCall('do', [{ name: 'A', required: true, value: { kind: 'closed', list: false } }]).join('\n');
  expect(codeLineOf(code, 'python', 'A.B[].C')).toBe(1);
  expect(codeLineOf(code, 'python', 'B')).toBe(-1);
  // A name further down is another field.
  const nested = jsonBody([
    { name: 'A', required: true, value: { kind: 'object', entries: [{ name: 'B', required: true, value: text }] } },
  ]).join('\n');
  expect(codeLineOf(nested, 'json', 'B')).toBe(-1);
  expect(codeLineOf(nested, 'json', 'A.B')).toBe(2);
});

test('on the command line a field has the line of its argument', () => {
  const names = ['Key', 'KeyId', 'Tags'];
  const lines = cliCall(
    'kms',
    'do',
    names.map((name) => ({ name, required: true, value: text })),
    '',
  );
  for (const name of names)
    expect(lines[codeLineOf(lines.join('\n'), 'cli', `${name}[].Inner`)]).toContain(`${cliFlag(name)} `);
  expect(codeLineOf(lines.join('\n'), 'cli', 'Ke')).toBe(-1);
});
