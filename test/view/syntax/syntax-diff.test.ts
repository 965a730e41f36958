/** Tests the syntax around changes: what is in sight, what is marked, and that nothing makes it long. */
import { describe, expect, test } from 'vitest';
import { type Change, memberPath, type Shape } from '../../../src/model/index.ts';
import { syntaxDiff } from '../../../src/view/syntax/syntax-diff.ts';
import { syntaxText } from '../../../src/view/syntax/syntax-line.ts';
import type { SyntaxSide } from '../../../src/view/syntax/syntax-side.ts';
import { hostile, modelFacts } from '../../fixture-services.ts';
import { change, letters, listOf, type Shapes, side, structure, to } from './tiny-sides.ts';

const diff = (old: SyntaxSide | null, now: SyntaxSide | null, one: Change, released?: readonly Change[]) => {
  const lines = syntaxDiff({ old, new: now }, one, released);
  return lines === null ? null : syntaxText(lines).join('\n');
};
const lines = (...text: readonly string[]) => text.join('\n');

describe('fields', () => {
  const inside = (names: string): Shapes => ({
    In: structure(to('Items', 'List')),
    List: listOf('~4'),
    '~4': letters(names),
  });

  test('a new one stands among its neighbours, inside of what is around it; shapes need no names', () => {
    expect(diff(side(inside('abcde')), side(inside('abcXde')), change('field-added', 'Items[].X'))).toBe(
      lines(
        '  Do request {',
        '    "Items": [{',
        '      …',
        '      "b": "string",',
        '      "c": "string",',
        '+     "X": "string",',
        '      "d": "string",',
        '      "e": "string",',
        '    }, …],',
        '  }',
      ),
    );
  });

  test('one that is gone stands where it was', () => {
    expect(diff(side(inside('abX')), side(inside('ab')), change('field-removed', 'Items[].X'))).toContain(
      lines('      "b": "string",', '-     "X": "string",', '    }, …],'),
    );
  });

  test('an order is no change', () => {
    const moved = diff(side(inside('abcd')), side(inside('dXcba')), change('field-added', 'Items[].X'));
    expect(moved?.match(/^[+-]/gm)).toEqual(['+']);
  });

  test('a map and its value are around it too, and names may hold dots', () => {
    const shapes = (names: readonly string[]): Shapes => ({
      In: structure(to('a.b', 'Map'), to('a', 'Text')),
      Map: { kind: 'map', key: to('', 'Text'), value: to('', 'Value') },
      Value: structure(...names.map((name) => to(name, 'Count'))),
    });
    expect(diff(side(shapes(['x'])), side(shapes(['x', 'y'])), change('field-added', 'a\\.b{}.y'))).toBe(
      lines('  Do request {', '    "a.b": {"string": {', '      "x": 123,', '+     "y": 123,', '    }, …},', '  }'),
    );
  });

  test('what is far down keeps its nearest surroundings', () => {
    const shapes = (leaf: string): Shapes => ({
      In: structure(to('L0', 'S1')),
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, at) => [`S${at + 1}`, structure(to(`L${at + 1}`, `S${at + 2}`))]),
      ),
      S10: letters(leaf),
    });
    const path = [...Array.from({ length: 10 }, (_, at) => `L${at}`), 'b'].join('.');
    const opened = diff(side(shapes('a')), side(shapes('ab')), change('field-added', path))?.split('\n') ?? [];
    expect(opened.slice(1, 6).map((line) => line.trim())).toEqual(['"L0": {', '…', '"L7": {', '"L8": {', '"L9": {']);
    expect(opened.length).toBe(14);
  });

  test('that it is required is said where both sides can say it', () => {
    const shapes = (required: boolean): Shapes => ({ In: structure(to('Name', 'Text', { required })) });
    const required = change('required-added', 'Name');
    expect(diff(side(shapes(false)), side(shapes(true)), required)).toBe(
      lines('  Do request {', '-   "Name": "string",', '+   "Name": "string",  // required', '  }'),
    );
    const silent = side(
      shapes(false),
      modelFacts.filter((fact) => fact !== 'required'),
    );
    expect(diff(silent, side(shapes(true)), required)).toBeNull();
  });

  test('another type takes the place of the old one, with its inside where it has one', () => {
    const shapes = (target: string): Shapes => ({ In: structure(to('It', target)), Pair: letters('ab') });
    expect(diff(side(shapes('Text')), side(shapes('Pair')), change('type-changed', 'It', 'string>structure'))).toBe(
      lines(
        '  Do request {',
        '-   "It": "string",',
        '+   "It": {',
        '+     "a": "string",',
        '+     "b": "string",',
        '+   },',
        '  }',
      ),
    );
  });

  test('what the syntax does not show is not shown', () => {
    const same = side(inside('ab'));
    for (const kind of ['constraint-tightened', 'documentation-changed', 'field-added'])
      expect(diff(same, same, change(kind, 'Items[].a'))).toBeNull();
    expect(diff(same, same, change('field-added', 'Nowhere.a'))).toBeNull();
    expect(diff(same, null, change('field-removed', 'Items[].a'))).toBeNull();
  });
});

describe('values', () => {
  const values = (...names: readonly string[]): Shapes => ({
    In: structure(to('Kind', 'Kind'), to('Kinds', 'List'), to('ByKind', 'Map')),
    Kind: { kind: 'string', enum: names },
    List: listOf('Kind'),
    Map: { kind: 'map', key: to('', 'Kind'), value: to('', 'Text') },
  });
  const [old, now] = [side(values('A', 'B', 'C', 'D', 'E')), side(values('A', 'B', 'C', 'N', 'D'))];

  test('stand one on a line, with their neighbours', () => {
    expect(diff(old, now, change('enum-value-added', 'Kind', 'N'))).toContain(
      lines(
        '    "Kind":',
        '      | … 1 more value',
        '      | "B"',
        '      | "C"',
        '+     | "N"',
        '      | "D"',
        '-     | "E"',
      ),
    );
  });

  test('of items and keys stand between the brackets of what they are in', () => {
    expect(diff(old, now, change('enum-value-added', 'Kinds[]', 'N'))).toMatch(
      /"Kinds": \[\n.*\+ {5}\| "N"\n.*, …\],/s,
    );
    expect(diff(old, now, change('enum-value-added', 'ByKind{key}', 'N'))).toMatch(
      /"ByKind": \{\n.*\+ {5}\| "N"\n.*: …\},/s,
    );
  });

  test('hundreds of new ones are counted', () => {
    const many = Array.from({ length: 300 }, (_, at) => `v${at}`);
    const text = diff(side(values('A')), side(values('A', ...many)), change('enum-value-added', 'Kind', 'v0')) ?? '';
    expect(text.split('\n').length).toBeLessThan(26);
    expect(text).toContain('+     | … 284 more values');
  });

  test('that one side does not know are no difference', () => {
    const silent = side(
      values('A'),
      modelFacts.filter((fact) => fact !== 'enums'),
    );
    expect(diff(silent, now, change('enum-value-added', 'Kind', 'N'))).toBeNull();
  });
});

describe('what is new as a whole', () => {
  test('is shown with its inside, and closed where it repeats', () => {
    const shapes = {
      In: structure(to('Filter', 'Filter')),
      Filter: structure(to('Not', 'Filter'), to('All', 'Filters')),
      Filters: listOf('Filter'),
    };
    expect(diff(side({ In: letters('') }), side(shapes), change('field-added', 'Filter'))).toBe(
      lines('  Do request {', '+   "Filter": {', '+     "Not": { … },', '+     "All": [{ … }, …],', '+   },', '  }'),
    );
  });

  test('is never long: neither deep, nor wide, nor both', () => {
    const wide = structure(...Array.from({ length: 400 }, (_, at) => to(`M${at}`, 'Wide')));
    const shapes: Record<string, Shape> = { In: structure(to('New', 'Wide')), Wide: wide };
    // Each level has two ways into the next one: a million paths.
    for (let at = 0; at < 20; at++) shapes[`D${at}`] = structure(to('l', `D${at + 1}`), to('r', `D${at + 1}`));
    shapes.D20 = letters('ab');
    shapes.Loop = listOf('Loop');
    for (const target of ['Wide', 'D0', 'Loop']) {
      const text = diff(
        side({ In: letters('') }),
        side({ ...shapes, In: structure(to('New', target)) }),
        change('field-added', 'New'),
      );
      expect(text?.split('\n').length, target).toBeLessThan(26);
      expect(text, target).toContain('+   "New": ');
    }
    expect(diff(side({ In: letters('') }), side(shapes), change('field-added', 'New'))).toMatch(
      /… 382 more fields\n\+ {3}\},\n {2}\}$/,
    );
  });

  test('an operation that came or went shows what it takes', () => {
    const has = side({ In: letters('ab') });
    const none = { ...has, operations: [] };
    const text = (op: string) =>
      lines(`${op} Do request {`, `${op}   "a": "string",`, `${op}   "b": "string",`, `${op} }`);
    expect(diff(none, has, change('operation-added', '', '', null))).toBe(text('+'));
    expect(diff(has, none, change('operation-removed', '', '', null))).toBe(text('-'));
    expect(diff(none, side({ In: letters('') }), change('operation-added', '', '', null))).toBeNull();
  });
});

test('where only the new side is known, what is released to be new was not there before', () => {
  const released = [
    change('field-added', 'b'),
    change('enum-value-added', 'Kind', 'N'),
    change('field-added', 'c', '', 'response'),
  ];
  const now = side({
    In: structure(...['a', 'b', 'c'].map((name) => to(name, 'Text')), to('Kind', 'Kind')),
    Kind: { kind: 'string', enum: ['A', 'N'] },
  });
  expect(diff(null, now, released[0] as Change, released)?.match(/^[+-].*/gm)).toEqual(['+   "b": "string",']);
  // The new field is one of the neighbours of the values.
  expect(diff(null, now, released[1] as Change, released)?.match(/^[+-].*/gm)).toEqual([
    '+   "b": "string",',
    '+     | "N"',
  ]);
});

test('names that are hostile stay on their line, and in it', () => {
  const evil = `${hostile}\n\u2028\u202e\u009b\u{e0001}${'x'.repeat(10_000)}`;
  const shapes = (names: readonly string[]): Shapes => ({
    In: structure(...names.map((name) => to(name, 'Kind'))),
    Kind: { kind: 'string', enum: [evil] },
  });
  const found =
    syntaxDiff({ old: side(shapes([])), new: side(shapes([evil])) }, change('field-added', memberPath('', evil))) ?? [];
  expect(found.map(({ op }) => op).join('')).toBe(' + ');
  for (const { text } of found) {
    expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text.length).toBeLessThan(300);
  }
});
