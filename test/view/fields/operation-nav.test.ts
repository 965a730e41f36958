/** Tests which operations stand beside each other: those about the same resource. */
import { expect, test } from 'vitest';
import { operationNav } from '../../../src/view/fields/operation-nav.ts';
import { fixtureSite } from '../../fixture-site.ts';

const names = [
  ...['RunInstances', 'StopInstances', 'DescribeInstances', 'DescribeInstanceStatus'],
  ...['CreateVpcEndpoint', 'DeleteVpcEndpoints', 'ModifyVpcEndpoint', 'CreateVpc', 'DeleteVpc', 'DescribeVpcs'],
  ...['AcceptAddress', 'ListPolicies', 'GetPolicy', 'PutPolicy', 'Search', 'search'],
];

test('a page of a large service shows those of its noun, and says no number that the next operation would change', () => {
  const site = fixtureSite();
  const elb = site.store.service('elbv2');
  const [first] = elb?.operations ?? [];
  if (elb === null || first === undefined) throw new Error('expected the fixture');
  const many = [...names, 'Extra'].toSorted();
  const service = { ...elb, operations: many.map((name) => ({ ...first, operation: { ...first.operation, name } })) };
  const nav = operationNav(site, service, 'StopInstances');
  expect(nav.noun).toBe('Instance');
  expect(nav.links.map(({ name, current }) => (current ? `[${name}]` : name))).toEqual([
    ...['DescribeInstanceStatus', 'DescribeInstances', 'RunInstances', '[StopInstances]'],
  ]);
  expect(nav.all).toEqual({ label: 'All operations', url: '/services/elbv2/#operations' });
  expect(operationNav(site, service, 'Search').links.map(({ name }) => name)).toEqual(['Search']);
});

test('sixteen operations stand all beside each other, with the one before and the one after', () => {
  const site = fixtureSite();
  const elb = site.store.service('elbv2');
  const [first] = elb?.operations ?? [];
  if (elb === null || first === undefined) throw new Error('expected the fixture');
  const sorted = names.toSorted();
  const nav = (name: string | null, count = 16) => {
    const operations = sorted
      .slice(0, count)
      .map((one) => ({ ...first, operation: { ...first.operation, name: one } }));
    const { noun, links, previous, next } = operationNav(site, { ...elb, operations }, name);
    return [noun, links.length, previous?.name ?? null, next?.name ?? null];
  };
  expect(sorted).toHaveLength(16);
  expect(nav(sorted[0] ?? '')).toEqual([null, 16, null, sorted[1]]);
  expect(nav(sorted[15] ?? '')).toEqual([null, 16, sorted[14], null]);
  expect(nav(null)).toEqual([null, 16, null, null]);
  expect(nav('Unknown')).toEqual([null, 16, null, null]);
});
