/** The key of a position: no two places share one, whatever their names are. */
import { expect, test } from 'vitest';
import { positionKey } from '../../../src/parse/index.ts';

test('each part of a place is a part of its key', () => {
  const names = ['', 'a', 'b', 'ab', 'ba'];
  const keys = names.flatMap((service) =>
    names.flatMap((operation) =>
      (['request', 'response', ''] as const).flatMap((direction) =>
        names.map((path) => positionKey(service, operation, direction, path)),
      ),
    ),
  );
  expect(new Set(keys).size).toBe(keys.length);
});
