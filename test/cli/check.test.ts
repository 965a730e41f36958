/** `check`: verdicts on two sources, and the configuration of a project. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { apidelta } from './run-cli.ts';
import { tinyModels } from './tiny-models.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const [before, after] = tinyModels(folder);
const write = (name: string, text: string) => {
  const file = join(folder, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
};
const config = (value: unknown) => write('own.json', typeof value === 'string' ? value : JSON.stringify(value));
const check = (...args: string[]) => apidelta(['check', ...args]);

describe('two sources', () => {
  test('ends with 1 where something breaks, with 0 where nothing does', async () => {
    expect((await check(before, after)).code).toBe(1);
    expect((await check(before, before)).code).toBe(0);
    expect((await check(before, after, '--fail-on', 'none')).code).toBe(0);
    expect((await check(before, after, '--kind', 'field-added')).code).toBe(0);
    expect((await check(before, after, '--kind', 'field-added', '--fail-on', 'any')).code).toBe(1);
  });

  test('--severity says what is shown, and not what is found', async () => {
    const args = [before, after, '--kind', 'field-added', '--severity', 'breaking'];
    expect(await check(...args, '--fail-on', 'any')).toMatchObject({
      code: 1,
      err: 'What --fail-on any found is not shown: --severity breaking leaves it out.\n',
    });
    expect(await check(...args, '--fail-on', 'breaking')).toMatchObject({ code: 0, err: '' });
  });

  test.each([
    [['check'], /--requirements or --from/],
    [['check', before], /--requirements or --from/],
    [['check', before, after, '--from', '1.0.0'], /not both/],
    [['check', '--from', '1.0.0', '--store', 'a.db', '--git', 'b'], /Name --store or --git: not both/],
    [['check', '--from', '1.0.0', '--store', 'a.db', '--wheels', 'b'], /Name --store or wheels: not both/],
    [['check', '--from', '1.0.0', '--requirements', 'a.txt'], /not with both/],
    [['check', '--from', 'new'], /no version/],
    [['check', '--from', ''], /--from names no version\./],
    [['check', '--from', '1.0.0', '--to', ' '], /--to names no version\./],
    [['check', '--from', '1.0.0', '--store', join(folder, 'none.db')], /no store at/],
    [['check', '--requirements', join(folder, 'none.txt')], /does not exist/],
  ])('%j is a mistake', async (args, message) => {
    expect(await apidelta(args)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });
});

describe('configuration', () => {
  test('gives kinds another severity', async () => {
    const file = config({ severity: { 'operation-removed': 'safe', 'field-added': 'breaking' } });
    const { out } = await check(before, after, '--config', file, '--format', 'tsv');
    expect(out).toMatch(/operation-removed\tDropThing.*\tsafe\tsdk\t/);
    expect(out).toMatch(/field-added\t.*\tbreaking\tsdk\t/);
  });

  test('keeps back what was accepted, with the reason, and tells of ignores that match nothing', async () => {
    const file = config({
      ignore: [
        { rule: 'operation-removed', path: 'tiny.Drop*', reason: 'we never called it' },
        { rule: 'enum-value-added', path: 'tiny.*.request.Kind', reason: 'handled' },
        { rule: 'field-removed', path: 'tiny.Other', reason: 'gone' },
      ],
    });
    const { out, err } = await check(before, after, '--config', file, '--format', 'tsv');
    expect(out).not.toContain('operation-removed');
    expect(out).not.toMatch(/enum-value-added\tGetThing\trequest/);
    expect(out).toMatch(/enum-value-added\tGetThing\tresponse/);
    expect(err).toContain('Ignored: operation-removed at tiny.Drop* at 1 place, because: we never called it');
    expect(err).toContain('The ignore of field-removed at tiny.Other matches nothing');
  });

  test('a severity is that of the places that are left', async () => {
    const file = config({ ignore: [{ rule: 'enum-value-added', path: '*.response.*', reason: 'we read any value' }] });
    const { out } = await check(before, after, '--config', file, '--kind', 'enum-value-added', '--format', 'json');
    expect(JSON.parse(out).services[0].changes).toMatchObject([{ severity: 'safe' }]);
  });

  test.each([
    ['{', /is no JSON/],
    [{ ignored: [] }, /`ignored`/],
    [{ severity: { nothing: 'safe' } }, /Unexpected kind `nothing`/],
    [{ severity: { 'field-added': 'bad' } }, /severity\.field-added/],
    [{ ignore: [{ rule: 'field-added' }] }, /ignore\.0\.reason/],
    [{ ignore: [{ rule: 'field-added', reason: ' ' }] }, /reason/],
    [{ ignore: [{ rule: 'field-added', reason: 'x', until: 'soon' }] }, /expected a version/],
    [{ ignore: [{ rule: 'field-added', reason: 'x', path: '' }] }, /ignore\.0\.path: Unexpected empty path, expected /],
    [[], /cannot be used/],
  ])('%j is a mistake', async (value, message) => {
    expect(await check(before, after, '--config', config(value))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(message),
    });
  });

  test('a file that is named must be there', async () => {
    expect(await check(before, after, '--config', join(folder, 'none.json'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no configuration/),
    });
    expect(await check(before, after, '--config', folder)).toEqual({
      code: 2,
      out: '',
      err: `\`${folder}\` is a folder: name the file in it that has the configuration.\n`,
    });
  });

  test.each(['--config', '--requirements', '--git'])('%s names a file or a folder', async (option) => {
    expect(await check(option, '')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/must name a file or a folder/),
    });
  });
});
