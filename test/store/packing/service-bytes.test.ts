/** The bytes of a service, written part by part, are those of JSON.stringify: whatever was written before. */
import { expect, test } from 'vitest';
import { ServiceWriter } from '../../../src/store/packing/service-bytes.ts';
import { forSeeds } from '../../generate/random.ts';
import { firstState, statesOf } from './states.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test('through a history', () => {
  forSeeds(30, (random) => {
    const writer = new ServiceWriter();
    let before: { readonly bytes: Uint8Array; readonly written: string } | undefined;
    for (const service of statesOf(random, 60)) {
      const { bytes, parts } = writer.write(service);
      expect(text(bytes)).toBe(Buffer.from(JSON.stringify(service)).toString());
      for (const { key, start, end } of parts) {
        const part = JSON.parse(`{${key.startsWith('.') ? '' : '"":'}${text(bytes.subarray(start, end))}}`);
        const [value] = Object.values(part);
        if (key.startsWith('/')) expect(value).toMatchObject({ name: key.slice(1) });
        else if (key.startsWith('.')) expect(Object.keys(part)).toEqual([key.slice(1)]);
        else expect(value).toEqual(service[key as 'title']);
      }
      // What was written before stays as it is until the next one.
      if (before !== undefined) expect(text(before.bytes)).toBe(before.written);
      before = { bytes, written: text(bytes) };
    }
  });
});

test('a service that outgrows its room', () => {
  const operations = Array.from({ length: 2_000 }, (_, at) => ({
    name: `O${at}`,
    nameOrigin: 'stated' as const,
    sdkName: 'x'.repeat(900),
  }));
  const writer = new ServiceWriter();
  for (const service of [firstState, { ...firstState, operations }, firstState])
    expect(text(writer.write(service).bytes)).toBe(JSON.stringify(service));
});
