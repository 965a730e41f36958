/** Where code scanning shows a result: at the line that an upgrade changes, in the document, or in what was compared. */
import { expect, test } from 'vitest';
import type { Comparison } from '../../../src/cli/formats/diff-formats.ts';
import { printSarif } from '../../../src/cli/formats/sarif.ts';
import { changeOf, placeOf } from '../../changes-by-hand.ts';

/** The file and the line of the one result. */
function placed(oldSource: string, newSource: string, more: Partial<Comparison> = {}): string {
  const side = (source: string) => ({ version: null, date: null, source });
  const comparison: Comparison = {
    ...{ old: side(oldSource), new: side(newSource), syntax: null, env: {}, ...more },
    out: { isTTY: false } as Comparison['out'],
    services: [
      {
        ...{ id: 'tea', title: 'Tea', status: 'changed' },
        changes: [changeOf('of-the-future', 'x', { places: [placeOf('Brew', 'Leaf')] })],
      },
    ],
  };
  const [result] = JSON.parse(printSarif(comparison)).runs[0].results;
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  return `${artifactLocation.uri}:${region.startLine}:${region.startColumn}`;
}

test('a result without a position is at the beginning of what was compared, the newer side first', () => {
  expect(placed('old.json', 'new.json')).toBe('new.json:1:1');
  expect(placed('old.json', 'git:clone@1.2.0')).toBe('old.json:1:1');
  expect(placed('git:clone@1.1.0', 'git:clone@1.2.0')).toBe('unknown:1:1');
  expect(placed('tea 1.0.0', 'tea 1.1.0')).toBe('tea%201.1.0:1:1');
});

test('a known position of the operation has priority, and the pinned version before it', () => {
  const locate = (service: string, operation: string | null) => ({
    ...{ file: `${service}/${operation}.rst`, line: 7, column: 3 },
  });
  const pin = { file: 'requirements.txt', line: 2, column: 5 };
  expect(placed('old.json', 'new.json', { locate })).toBe('tea/Brew.rst:7:3');
  expect(placed('old.json', 'new.json', { locate: () => undefined })).toBe('new.json:1:1');
  expect(placed('old.json', 'new.json', { locate, pin })).toBe('requirements.txt:2:5');
});
