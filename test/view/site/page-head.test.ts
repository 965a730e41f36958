/** Tests where a page says that mistakes can be reported: where the site was told so, and nowhere else. */
import { expect, test } from 'vitest';
import { pageHead } from '../../../src/view/site/site.ts';
import { fixtureSite } from '../../fixture-site.ts';

const site = fixtureSite('/docs/');
const page = { title: 'a', description: 'b', url: '/docs/services/elbv2/', section: 'services' } as const;

test('the address has the page in it where it asks for it', () => {
  const reportOf = (report?: string | null) =>
    pageHead({ ...site, ...(report === undefined ? {} : { report }) }, page).report;
  expect(reportOf('https://example.org/new?title={page}&body={page}')).toBe(
    'https://example.org/new?title=https%3A%2F%2Fdocs.example.org%2Fdocs%2Fservices%2Felbv2%2F&body=https%3A%2F%2Fdocs.example.org%2Fdocs%2Fservices%2Felbv2%2F',
  );
  expect(reportOf('mailto:docs@example.org')).toBe('mailto:docs@example.org');
  expect(reportOf(null)).toBeNull();
  expect(reportOf()).toBeNull();
});
