/** Examples that are printed again and again, release by release: what is remembered is what would be printed anew. */
import { expect, test } from 'vitest';
import { ModelMemory, parseDocuments } from '../../../src/parse/index.ts';
import { forSeeds } from '../../generate/random.ts';

/** The layout that botocore writes: no blank after a colon. */
function written(model: object): string {
  return JSON.stringify(model, null, 2).replace(/^( *"(?:[^"\\]|\\.)*"): /gm, '$1:');
}

test('generated histories: as read alone, and the same objects where nothing changed', () => {
  let kept = 0;
  let printed = 0;
  forSeeds(40, (random) => {
    const memory = new ModelMemory();
    const kinds = ['timestamp', 'string', 'blob'];
    const shapes: Record<string, object> = {
      In: { type: 'structure', members: { At: { shape: 'At' }, All: { shape: 'All' }, By: { shape: 'By' } } },
      All: { type: 'list', member: { shape: 'At' } },
      By: { type: 'map', key: { shape: 'Name' }, value: { shape: 'At' } },
      Name: { type: 'string' },
      At: { type: 'timestamp' },
    };
    const operations: Record<string, object> = {
      Brew: { name: 'Brew', input: { shape: 'In' } },
      Pour: { name: 'Pour', input: { shape: 'In' }, output: { shape: 'Other' } },
    };
    const moment = '2021-09-17T21:43:54Z';
    const input = { At: moment, All: [moment], By: { x: moment } };
    const examples: Record<string, object[]> = { Brew: [{ title: 'Tea', input }], Pour: [{ output: input }] };
    const before = new Map<string, unknown>();
    for (let release = 0; release < 12; release++) {
      if (random.chance(0.2)) shapes.At = { type: random.pick(kinds) };
      if (random.chance(0.2)) shapes.Name = { type: 'string', documentation: `<p>${release}</p>` };
      if (random.chance(0.2)) shapes.Other = random.chance(0.5) ? { ...shapes.In } : { type: 'structure', members: {} };
      if (random.chance(0.1)) delete shapes.Other;
      if (random.chance(0.2)) operations.Brew = { name: 'Brew', input: { shape: 'In' }, documentation: `${release}` };
      if (random.chance(0.2)) examples.Brew = [{ title: `Tea ${release}`, input }];
      const documents = [
        { name: 'service-2.json', text: written({ version: '2.0', metadata: { uid: 'tea' }, operations, shapes }) },
        { name: 'examples-1.json', text: JSON.stringify({ version: '1.0', examples }) },
      ];
      const read = (known: { readonly memory?: ModelMemory }) =>
        parseDocuments('service-model', documents, { service: 'tea', ...known }).api.services[0];
      const service = read({ memory });
      expect(service).toEqual(read({}));
      for (const operation of service?.operations ?? []) {
        expect(operation.examples).toHaveLength(1);
        if (before.get(operation.name) === operation) kept++;
        else printed++;
        before.set(operation.name, operation);
      }
    }
  });
  expect(kept).toBeGreaterThan(100);
  expect(printed).toBeGreaterThan(100);
});
