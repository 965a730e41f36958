/** Models read one after the other, part by part: the same value as by JSON.parse, and the same service as read alone. */
import { describe, expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';
import { type PartedJson, readParted, readWhole } from '../../../src/parse/models/json-parts.ts';
import { Random } from '../../generate/random.ts';

type Model = Record<string, unknown> & { operations: Record<string, unknown>; shapes: Record<string, unknown> };

/** The layout that botocore writes: no blank after a colon. */
function written(model: object): string {
  return JSON.stringify(model, null, 2).replace(/^( *"(?:[^"\\]|\\.)*"): /gm, '$1:');
}

const first: Model = {
  version: '2.0',
  metadata: { uid: 'tea-2020-01-01', serviceFullName: 'Tea' },
  operations: { Brew: { name: 'Brew', input: { shape: 'Cup' } }, Pour: { name: 'Pour', output: { shape: 'Cup' } } },
  shapes: {
    Cup: { type: 'structure', members: { Size: { shape: 'Size' }, Leaf: { shape: 'Leaf' } } },
    Leaf: { type: 'string', enum: ['black', 'grün – 緑'] },
    Size: { type: 'integer', documentation: '<p>In "ml"\n</p>' },
  },
};

describe('a model in parts', () => {
  test('equals JSON.parse, through a thousand changes of every kind, and keeps what stays', () => {
    const random = new Random(7);
    let model: Model = structuredClone(first);
    let before = readWhole('{}');
    let kept = 0;
    for (let step = 0; step < 1_000; step++) {
      const text = written(model);
      const parted = readParted(text, before);
      expect(parted?.value).toEqual(JSON.parse(text));
      expect(JSON.stringify(parted?.value)).toBe(JSON.stringify(JSON.parse(text)));
      const [was, is] = [before.value as Partial<Model>, parted?.value as Model];
      for (const [name, shape] of Object.entries(is.shapes)) if (was.shapes?.[name] === shape) kept++;
      before = parted ?? before;
      model = changed(model, random);
    }
    expect(kept).toBeGreaterThan(1_000);
  });

  test('what stands alike is the same object', () => {
    const before = readWhole(written(first));
    const changedModel = structuredClone(first);
    changedModel.shapes.Leaf = { type: 'string' };
    const after = readParted(written(changedModel), before);
    const [was, is] = [before.value as Model, after?.value as Model];
    expect(is.shapes.Cup).toBe(was.shapes.Cup);
    expect(is.shapes.Size).toBe(was.shapes.Size);
    expect(is.operations.Brew).toBe(was.operations.Brew);
    expect(is.shapes.Leaf).toEqual({ type: 'string' });
  });

  test.each([
    ['other white space', JSON.stringify(first)],
    ['a blank after colons', JSON.stringify(first, null, 2)],
    ['no section', '{\n  "metadata":{\n  }\n}'],
    ['a name twice', written(first).replace('"Leaf":{', '"Cup":{')],
    ['an escaped name', written(first).replace('"Leaf":{', '"Le\\u0061f":{')],
    ['a name that sets the prototype', written(first).replace('"Leaf":{', '"__proto__":{')],
    ['sections deeper than they should be', `{\n"x":${written(first)}}`],
    ['two parts on a line', written(first).replace(/,\n {4}"Leaf"/, ', "Leaf"')],
    ['a part cut off', written(first).slice(0, 300)],
    ['a section that does not end', `${written(first).slice(0, -6)}`],
    ['a comma too many', written(first).replace('\n  }\n}', ',\n  }\n}')],
    ['something behind the end', `${written(first)}}`],
  ])('reads %s as JSON.parse does', (_what, text) => {
    for (const before of [readWhole('{}'), readWhole(written(first))]) {
      expect(partedOrPlain(text, before)).toEqual(plainly(text));
      expect(JSON.stringify(partedOrPlain(text, before))).toBe(JSON.stringify(plainly(text)));
    }
  });

  test('a text cut anywhere is JSON for both or for neither', () => {
    const text = written(first);
    const before = readWhole(text);
    for (let end = 0; end < text.length; end++) expect(partedOrPlain(text.slice(0, end), before)).toBe('damaged');
  });

  test('thirty thousand parts that all changed', () => {
    const many = (type: string) =>
      written({
        ...first,
        shapes: Object.fromEntries(Array.from({ length: 30_000 }, (_, at) => [`S${at}`, { type }])),
      });
    const before = readWhole(many('string'));
    const after = readParted(many('double'), before);
    expect(after?.value).toEqual(JSON.parse(many('double')));
  });
});

describe('a service read after another', () => {
  const read = (text: string) => {
    const { api, messages } = parseDocuments('service-model', [{ name: 'm.json', text }], { service: 'tea' });
    return { services: api.services, messages: messages.map(({ reason }) => reason) };
  };

  test('is the service read alone, through a thousand changes', () => {
    const random = new Random(11);
    const texts: string[] = [];
    for (let model: Model = structuredClone(first); texts.length < 1_000; model = changed(model, random))
      texts.push(written(model));
    const inTurn = texts.map((text) => JSON.stringify(read(text)));
    // JSON in one line is read as a whole: nothing is taken over from what was read before.
    const alone = texts.map((text) => JSON.stringify(read(JSON.stringify(JSON.parse(text)))));
    expect(inTurn).toEqual(alone);
  });

  test('a stream is one only while its shape is a blob, and a message is given each time', () => {
    const model = (leaf: object, target = 'Leaf') =>
      written({
        ...first,
        shapes: {
          Cup: { type: 'structure', payload: 'Body', members: { Body: { shape: target, streaming: true } } },
          Leaf: leaf,
        },
      });
    const kinds = ['blob', 'string', 'blob', 'blob'].map((type) => {
      const cup = read(model({ type })).services[0]?.shapes.Cup;
      return cup?.kind === 'structure' ? cup.members[0]?.target : undefined;
    });
    expect(kinds).toEqual(['Leaf~stream', 'Leaf', 'Leaf~stream', 'Leaf~stream']);
    const twice = [read(model({ type: 'blob' }, 'Nothing')), read(model({ type: 'blob' }, 'Nothing'))];
    for (const { messages } of twice) expect(messages).toHaveLength(1);
  });
});

/** What JSON.parse gives, or that it gives nothing. */
function plainly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return 'damaged';
  }
}

/** What is read part by part; where that is another layout, what JSON.parse gives. */
function partedOrPlain(text: string, before: PartedJson): unknown {
  try {
    const parted = readParted(text, before);
    return parted === undefined ? plainly(text) : parted.value;
  } catch {
    return 'damaged';
  }
}

/** One change: a part comes, goes, becomes another, moves, or the rest of the model changes. */
function changed(before: Model, random: Random): Model {
  const model = structuredClone(before);
  const section = random.pick(['operations', 'shapes'] as const);
  const names = Object.keys(model[section]);
  const name = `${section === 'shapes' ? 'S' : 'O'}${random.whole(0, 39)}`;
  const target = random.pick([...Object.keys(model.shapes), 'Missing']);
  const part =
    section === 'operations'
      ? { name, input: { shape: target }, documentation: `<p>${random.whole(0, 4)}</p>` }
      : random.pick([
          { type: 'blob' },
          { type: 'string', enum: [`v${random.whole(0, 3)}`] },
          { type: 'list', member: { shape: target } },
          {
            type: 'structure',
            payload: 'P',
            members: { P: { shape: target }, Q: { shape: target, location: 'header', jsonvalue: true } },
          },
          { type: 'structure', members: { Ω: { shape: target, enum: ['a'] } } },
        ]);
  const what = random.whole(0, 5);
  if (what === 0 && names.length > 1) delete model[section][random.pick(names)];
  else if (what === 1) model[section] = Object.fromEntries(Object.entries(model[section]).reverse());
  else if (what === 2) model.metadata = { uid: 'tea-2020-01-01', serviceFullName: `Tea ${random.whole(0, 2)}` };
  else if (what === 3) model[section] = { [name]: part, ...model[section] };
  else if (what === 4 && names.length > 0) model[section][random.pick(names)] = part;
  else model[section][name] = part;
  return model;
}
