/** Two tiny models of a service in a folder each, with a change of every severity between them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const shape = (type: string, more: object = {}) => ({ type, ...more });
const metadata = { apiVersion: '2020-01-01', protocol: 'json', serviceFullName: 'Tiny & <Co>', uid: 'tiny-2020-01-01' };

const before = {
  metadata,
  operations: {
    GetThing: {
      name: 'GetThing',
      http: { method: 'POST', requestUri: '/' },
      input: { shape: 'In' },
      output: { shape: 'Out' },
    },
    DropThing: {
      name: 'DropThing',
      http: { method: 'POST', requestUri: '/' },
      deprecated: true,
      deprecatedSince: '2024-05-01',
    },
  },
  shapes: {
    In: shape('structure', {
      members: { Name: { shape: 'Text', documentation: '<p>The name.</p>' }, Kind: { shape: 'Kind' } },
    }),
    Out: shape('structure', { members: { Kind: { shape: 'Kind' }, OldARN: { shape: 'Text' } } }),
    Kind: shape('string', { enum: ['A', 'B'] }),
    Text: shape('string'),
  },
};
const after = {
  metadata: { ...metadata, serviceFullName: 'Tiny' },
  operations: { GetThing: { ...before.operations.GetThing, http: { method: 'POST', requestUri: '/v2' } } },
  shapes: {
    In: shape('structure', {
      required: ['Name'],
      members: { Name: { shape: 'Text', documentation: '<p>The name of the thing.</p>' }, Kind: { shape: 'Kind' } },
    }),
    Out: shape('structure', { members: { Kind: { shape: 'Kind' }, OldArn: { shape: 'Text' } } }),
    Kind: shape('string', { enum: ['A', 'B', 'C`<&"\u0001'] }),
    Text: shape('string'),
  },
};

/** Writes both; gives their folders. */
export function tinyModels(folder: string): readonly [before: string, after: string] {
  return [write(join(folder, 'before'), before), write(join(folder, 'after'), after)];
}

function write(folder: string, model: object): string {
  const inner = join(folder, 'tiny', '2020-01-01');
  mkdirSync(inner, { recursive: true });
  writeFileSync(join(inner, 'service-2.json'), JSON.stringify(model));
  return folder;
}
