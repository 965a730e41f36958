/** The page of an operation that has another name now leads to it. */
import { expect, test } from 'vitest';
import type { OperationState } from '../../../src/store/types.ts';
import { operationPage } from '../../../src/view/pages/operation-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { operationTwin } from '../../../src/view/twins/operation-twin.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');
const known = site.store.service('elbv2');
const [newest = null, oldest = null] = site.store.releases();

/** The site with states of operations that one method of the SDK means. */
function siteOf(removedIn: Readonly<Record<string, OperationState['removedIn']>>) {
  const [first] = known?.operations ?? [];
  if (known === null || first === undefined) throw new Error('Unexpected fixture, expected operations');
  const operations = Object.entries(removedIn).map(([name, removed]) => ({
    ...first,
    operation: { ...first.operation, name, sdkName: 'make_url' },
    removedIn: removed,
  }));
  const service = (id: string) => (id === 'elbv2' ? { ...known, operations } : site.store.service(id));
  return { ...site, memory: new Memory(), store: { ...site.store, service } };
}

test('the name of today is told, with its page', () => {
  const renamed = siteOf({ MakeURL: oldest, MakeUrl: null });
  expect(operationPage(renamed, 'elbv2', 'MakeURL').removedIn).toEqual({
    label: '1.40.72',
    url: '/docs/releases/1.40.72/elbv2/',
    later: { name: 'MakeUrl', isThere: true, url: renamed.urls.operation('elbv2', 'MakeUrl') },
  });
  expect(operationPage(renamed, 'elbv2', 'MakeUrl').removedIn).toBeNull();
  expect(operationTwin(renamed, 'elbv2', 'MakeURL')).toMatch(
    /Removed in 1\.40\.72, and is \[`MakeUrl`\]\([^)]+\) now\./,
  );
});

test('the last name of one that is gone is told as such, and its own page tells no other', () => {
  const gone = siteOf({ MakeURL: oldest, MakeUrl: newest });
  expect(operationPage(gone, 'elbv2', 'MakeURL').removedIn?.later).toMatchObject({ name: 'MakeUrl', isThere: false });
  expect(operationPage(gone, 'elbv2', 'MakeUrl').removedIn?.later).toBeUndefined();
  expect(operationTwin(gone, 'elbv2', 'MakeURL')).toMatch(/, and was \[`MakeUrl`\]\([^)]+\) then\. This is how/);
});

test('two that went at once, and two that are there, are not told as the new name', () => {
  const atOnce = siteOf({ MakeURL: newest, MakeUrl: newest });
  expect(operationPage(atOnce, 'elbv2', 'MakeURL').removedIn?.later).toBeUndefined();
  const both = siteOf({ MakeURL: newest, MakeUrl: null, MakeuRL: null });
  expect(operationPage(both, 'elbv2', 'MakeURL').removedIn?.later).toBeUndefined();
});
