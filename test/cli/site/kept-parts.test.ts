/** Parts that are kept between builds: given again for the same fingerprint, made anew for anything else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { PartFiles, partsFolder } from '../../../src/cli/site/pages/kept-parts.ts';

const top = mkdtempSync(join(tmpdir(), 'apidelta-parts-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const s3 = { kind: 'changes' as const, id: 's3' };
const env = { XDG_CACHE_HOME: top };
let folder: string;
let made: number;
const make = () => ({ names: ['a', 'b'], count: ++made });

beforeEach(() => {
  rmSync(join(top, 'apidelta'), { recursive: true, force: true });
  folder = partsFolder('a'.repeat(32), env) as string;
  made = 0;
});
const parts = (print: string) => new PartFiles(folder, new Map([['changes s3', print]]));

test('the same fingerprint gives what was made, another one has it made', () => {
  expect(parts('one').of(s3, 'items', make)).toEqual({ names: ['a', 'b'], count: 1 });
  expect(parts('one').of(s3, 'items', make)).toEqual({ names: ['a', 'b'], count: 1 });
  expect(parts('one').of(s3, 'other items', make).count).toBe(2);
  expect(parts('two').of(s3, 'items', make).count).toBe(3);
  expect(parts('two').of(s3, 'items', make).count).toBe(3);
});

test('who makes a value anew gets the one before, whatever it was made for', () => {
  const grown = (print: string) => parts(print).of<readonly string[]>(s3, 'list', (last = []) => [...last, print]);
  expect([grown('one'), grown('one'), grown('two')]).toEqual([['one'], ['one'], ['one', 'two']]);
  expect(new PartFiles(folder, new Map()).of<string>(s3, 'list', (last) => typeof last)).toBe('undefined');
});

test('nothing is kept of a unit without a fingerprint', () => {
  const unit = { kind: 'changes' as const, id: 'ec2' };
  expect(parts('one').of(unit, 'items', make).count).toBe(1);
  expect(parts('one').of(unit, 'items', make).count).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test('null is kept too', () => {
  expect(parts('one').of(s3, 'rows', () => null)).toBe(null);
  expect(parts('one').of(s3, 'rows', () => 'made again' as string | null)).toBe(null);
});

test('a damaged file is made anew, and so is one that somebody else wrote', () => {
  parts('one').of(s3, 'items', make);
  const file = join(folder, readdirSync(folder)[0] as string);
  const whole = readFileSync(file);
  let kept = 1;
  for (let at = 0; at < whole.length; at++) {
    writeFileSync(file, whole);
    kept = parts('one').of(s3, 'items', make).count;
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] as number) ^ 0x10;
    writeFileSync(file, damaged);
    const [last, before] = [kept, made];
    kept = parts('one').of(s3, 'items', make).count;
    // Some bytes of the frame say nothing; then what comes out is what was put in.
    expect(kept).toBe(made === before ? last : made);
  }
  writeFileSync(file, 'no archive');
  const before = made;
  expect(parts('one').of(s3, 'items', make).count).toBe(before + 1);
  expect(readdirSync(folder)).toHaveLength(1);
});

test('where nothing can be written everything is made', () => {
  const nowhere = new PartFiles(join(top, 'not', 'there'), new Map([['changes s3', 'one']]));
  expect(nowhere.of(s3, 'items', make).count).toBe(1);
  expect(nowhere.of(s3, 'items', make).count).toBe(2);
  writeFileSync(join(top, 'file'), '');
  expect(partsFolder('b'.repeat(32), { XDG_CACHE_HOME: join(top, 'file') })).toBe(null);
});

test('the parts in use stay, also where the clock has given others the same time, or a later one', () => {
  const shelf = join(top, 'apidelta', 'parts');
  for (const letter of ['b', 'c', 'd', 'e']) partsFolder(letter.repeat(32), env);
  const later = new Date(Date.now() + 60_000);
  for (const name of readdirSync(shelf)) utimesSync(join(shelf, name), later, later);
  partsFolder('0'.repeat(32), env);
  expect(readdirSync(shelf)).toContain('0'.repeat(32));
  expect(readdirSync(shelf)).toHaveLength(4);
});

test('the parts of old code make room', () => {
  for (const letter of ['b', 'c', 'd', 'e', 'f']) partsFolder(letter.repeat(32), env);
  expect(readdirSync(join(top, 'apidelta', 'parts'))).toHaveLength(4);
  expect(readdirSync(join(top, 'apidelta', 'parts'))).toContain('f'.repeat(32));
});
