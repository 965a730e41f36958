/** The table of traits says of each what it means, and why it is not read or which changes it makes. */
import { expect, test } from 'vitest';
import { traitPlaces, traits, traitsAt } from '../../src/model/traits.ts';

test('every trait says what it means, in words', () => {
  for (const { name, at, means, rule, unread } of traits) {
    expect(name, JSON.stringify(at)).toMatch(/^[a-z]\w+$/i);
    for (const place of at) expect(traitPlaces, name).toContain(place);
    expect(means, name).toMatch(/^\w.*\w$/);
    if (rule === null) expect(unread, name).toMatch(/^\w.*\w$/);
    else expect(rule, name).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
  }
});

test('every place has its traits, and only these', () => {
  for (const place of traitPlaces) {
    const names = traits.filter(({ at }) => at.includes(place)).map(({ name }) => name);
    expect([...traitsAt[place].keys()].sort()).toEqual([...new Set(names)].sort());
    expect(names.length, place).toBeGreaterThan(0);
  }
});
