/** What a build that was ended left beside a site: the old site is put back, and what is nobody's goes. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recoverSite } from '../../../../src/cli/site/recover.ts';
import { markOf, ownMark } from '../../../../src/sources/temporary/owner.ts';

const [host = ''] = ownMark.split('-');
const now = Math.floor(Date.now() / 1000);
/** No process has this number. */
const dead = { host, pid: 999_999_999, began: '1', since: now };
const day = 24 * 60 * 60;

/** A folder with these files, and what is left and said after the site in it was recovered. */
function recovered(files: readonly string[]) {
  const parent = mkdtempSync(join(tmpdir(), 'apidelta-recover-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  for (const file of files) {
    mkdirSync(dirname(join(parent, file)), { recursive: true });
    writeFileSync(join(parent, file), file);
  }
  let said = '';
  const out = { write: (text: string) => (said += text) };
  recoverSite(join(parent, 'site'), { stdout: out, stderr: out, env: {} });
  return { parent, left: readdirSync(parent).sort(), said: said.replaceAll(parent, '') };
}

test('the site that was moved away is put back, and this is said', () => {
  const last = `.site.apidelta-last-${markOf(dead)}`;
  const { parent, left, said } = recovered([`${last}/index.html`]);
  expect(left).toEqual(['site']);
  expect(readFileSync(join(parent, 'site/index.html'), 'utf8')).toBe(`${last}/index.html`);
  expect(said).toBe('A build was broken off: the site that was in /site is there again.\n');
});

test('where the new site stands, nothing is said', () => {
  const { parent, said } = recovered(['site/index.html', `.site.apidelta-trial-${markOf(dead)}`]);
  expect(readFileSync(join(parent, 'site/index.html'), 'utf8')).toBe('site/index.html');
  expect(said).toBe('');
});

test.each(['next', 'gone', 'trial'])('what was only begun goes: %s', (purpose) => {
  const { left } = recovered(['site/index.html', `.site.apidelta-${purpose}-${markOf(dead)}/index.html`]);
  expect(left).toEqual(['site']);
});

test('what may still be in use stays: of this process, and of another machine for a day', () => {
  const of = (mark: string) => `.site.apidelta-next-${mark}`;
  const other = { ...dead, host: '0'.repeat(8) };
  const [own, fresh, old] = [ownMark, markOf(other), markOf({ ...other, since: now - day - 60 })].map(of);
  const { left } = recovered([`${own}/a`, `${fresh}/a`, `${old}/a`, '.other.apidelta-next-x/a', '.site.notes/a']);
  expect(left).toEqual(['.other.apidelta-next-x', '.site.notes', own, fresh].sort());
});

test('while another process puts a site there, nobody else does', () => {
  expect(() => recovered([`.site.apidelta-last-${ownMark}/index.html`])).toThrow(
    /^Another apidelta puts a site into `.*site` just now: wait until it is done\.$/,
  );
});

test('of the names before, only what is a site of ours or an empty trial goes', () => {
  const { parent, left } = recovered([`site/index.html`, `.site.next-${dead.pid}/my.txt`]);
  expect(left).toEqual([`.site.next-${dead.pid}`, 'site']);
  expect(existsSync(join(parent, `.site.next-${dead.pid}/my.txt`))).toBe(true);
});
