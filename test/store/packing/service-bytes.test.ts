/** The bytes of a service, written part by part, are those of JSON.stringify: whatever was written before. */
import { expect, test } from 'vitest';
import { ServiceWriter } from '../../../src/store/packing/service-bytes.ts';
import { forSeeds } from '../../generate/random.ts';
import { firstState, statesOf } from './states.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

test('through a history', () => {
  forSeeds(30, (random) => {
    const writer = new ServiceWriter();
    let before: { readonly bytes: Uint8Array; readonly written: Buffer } | undefined;
    for (const service of statesOf(random, 60)) {
      const { bytes, pieces } = writer.write(service);
      expect(text(bytes)).toBe(Buffer.from(JSON.stringify(service)).toString());
      let at = 0;
      for (const { start, end, from, fromEnd, isCopy } of pieces) {
        // Only brackets, commas and names of sections stand between pieces.
        expect(text(bytes.subarray(at, start))).toMatch(/^[\]}]?(,"\w+":(\[\]|\{\}))*[{,]?("\w+":[[{]?)?$/);
        if (isCopy)
          expect(text(bytes.subarray(start, end))).toBe(text(before?.written.subarray(from, fromEnd) as Buffer));
        at = end;
      }
      expect(text(bytes.subarray(at))).toMatch(/^[\]}]?(,"\w+":(\[\]|\{\}))*\}$/);
      // What was written before stays as it is until the next one.
      if (before !== undefined) expect(before.written.equals(before.bytes)).toBe(true);
      before = { bytes, written: Buffer.from(bytes) };
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
