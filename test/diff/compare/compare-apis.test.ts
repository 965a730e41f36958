/** Services that come, go, or are renamed between two sources. */
import { expect, test } from 'vitest';
import { compareApis, comparedServices } from '../../../src/diff/index.ts';
import type { Api, Service } from '../../../src/model/index.ts';
import { serviceOf } from '../rules/example-notation.ts';

const service = (id: string, uid?: string): Service => ({
  ...(serviceOf('PutThing request Name string') as Service),
  ...{ id, title: id },
  ...(uid === undefined ? {} : { uid }),
});
const api = (complete: boolean, ...services: Service[]): Api => ({ kind: 'api', services, complete });
const said = (before: Api, after: Api) =>
  compareApis(before, after).flatMap(({ id, changes }) => changes.map(({ kind, value }) => `${id} ${kind} ${value}`));

test('a service that is gone and one that is new are one where both say so', () => {
  const before = api(true, service('kept', 'kept-1'), service('profile', 'profiles-1'));
  const after = api(
    true,
    service('customer-profiles', 'profiles-1'),
    service('kept', 'kept-1'),
    service('new', 'new-1'),
  );
  expect(said(before, after)).toEqual([
    'customer-profiles service-renamed profile>customer-profiles',
    'new service-added ',
  ]);
  expect(said(after, before)).toEqual(['new service-removed ', 'profile service-renamed customer-profiles>profile']);
});

test('botocore makes the uid from the name: address, version and operations say it too', () => {
  const at = (id: string, endpointPrefix: string, operations: string): Service => ({
    ...(serviceOf(operations) as Service),
    ...{ id, title: id, uid: `${id}-2020`, apiVersion: '2020', metadata: { endpointPrefix } },
  });
  const five = 'A\nB\nC\nD\nE';
  expect(said(api(true, at('ssmsap', 'sap', five)), api(true, at('ssm-sap', 'sap', `${five}\nF`)))).toEqual([
    'ssm-sap operation-added ',
    'ssm-sap service-renamed ssmsap>ssm-sap',
  ]);
  const strangers = ['service-added ', 'service-removed '];
  const kinds = (before: Service, after: Service) =>
    said(api(true, before), api(true, after))
      .map((line) => line.slice(line.indexOf(' ') + 1))
      .sort();
  expect(kinds(at('elb', 'elb', five), at('elbv2', 'elb', 'A\nB\nX\nY\nZ'))).toEqual(strangers);
  expect(kinds(at('one', 'one', five), at('two', 'two', five))).toEqual(strangers);
});

test('where nobody says so they are two, and a source that is not whole says nothing of either', () => {
  const [before, after] = [service('profile'), service('customer-profiles')];
  expect(said(api(true, before), api(true, after))).toEqual([
    'customer-profiles service-added ',
    'profile service-removed ',
  ]);
  expect(said(api(false, before), api(true, after))).toEqual(['profile service-removed ']);
  expect(said(api(true, service('a', 'x')), api(false, service('b', 'x')))).toEqual(['b service-added ']);
});

test('two single files are one service where they share half of the smaller one’s operations', () => {
  const file = (id: string, operations: string) => api(false, { ...(serviceOf(operations) as Service), id, title: id });
  const old = file('Amazon Things', 'A\nB');
  expect(comparedServices(old, file('things', 'A\nC\nD'))).toEqual(['things']);
  expect(comparedServices(old, file('things', 'C\nD\nE'))).toEqual([]);
  expect(comparedServices(file('Amazon Things', 'A\nB\nC'), file('things', 'A\nD\nE'))).toEqual([]);
});
