/** A store whose releases have days and no versions: pages say what they have, and nothing about numbers. */
import { expect, test } from 'vitest';
import { ageView } from '../../../src/view/fields/field-age.ts';
import { homePage } from '../../../src/view/pages/home-page.ts';
import { operationPage } from '../../../src/view/pages/operation-page.ts';
import { searchPage } from '../../../src/view/pages/search-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { fixtureSite } from '../../fixture-site.ts';

const numbered = fixtureSite();

/** The fixtures with these releases. */
function siteOf(releases: ReturnType<typeof numbered.store.releases>) {
  return { ...numbered, store: { ...numbered.store, releases: () => releases }, memory: new Memory() };
}

const day = { id: '2025-02-03', version: null, date: '2025-02-03' };
const dated = siteOf([day]);
const lastWords = (site: typeof numbered) => searchPage(site).words.at(-1);

test('the search tells how a release is typed by the newest version, and is silent about versions that are not there', () => {
  expect(lastWords(numbered)).toEqual({
    typed: ['1.40.73', 'boto3 1.40.73'],
    means: 'A release, by its version.',
  });
  expect(lastWords(siteOf([day, ...numbered.store.releases()]))?.typed[0]).toBe('1.40.73');
  for (const site of [dated, siteOf([])]) expect(lastWords(site)?.typed).toEqual(['"Key"']);
});

test('a version of which no numbers are known is typed as it is', () => {
  const site = siteOf([{ id: 'v7', version: 'v7', date: null }]);
  expect(lastWords(site)?.typed).toEqual(['v7']);
});

test('the newest release is told by its day', () => {
  expect(homePage(dated).summary).toContain('newest 3 Feb 2025');
  expect(homePage(siteOf([{ id: '1.2', version: '1.2', date: null }])).summary).toContain('newest botocore 1.2');
  expect(homePage(siteOf([{ ...day, id: '1.2', version: '1.2' }])).summary).toContain(
    'newest botocore 1.2, 3 Feb 2025',
  );
  expect(homePage(siteOf([])).summary.join()).not.toContain('newest');
});

test('the age of a field is a day, and its numbers where it has them', () => {
  expect(ageView(dated, 'elbv2', day, undefined)).toMatchObject({
    label: '2025-02-03',
    title: '2025-02-03, 3 Feb 2025',
  });
  const [newest] = numbered.store.releases();
  if (newest === undefined) throw new Error('expected the fixture');
  expect(ageView(numbered, 'elbv2', { ...newest, date: null }, undefined)).toMatchObject({
    ...{ label: '1.40.73', when: null, title: 'botocore 1.40.73, boto3 1.40.73' },
  });
});

test('only releases with numbers of boto3 have the command line of AWS', () => {
  const tabs = (site: typeof numbered) => operationPage(site, 'elbv2', 'CreateListener').code.tabs.map(({ id }) => id);
  expect(tabs(numbered)).toEqual(['python', 'cli', 'json']);
  expect(tabs(dated)).toEqual(['python', 'json']);
});
