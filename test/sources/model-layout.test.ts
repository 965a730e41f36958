/** Tests the layouts that botocore kept its models in, by path: what each file is, of which service and API version. */
import { expect, test } from 'vitest';
import { modelPathOf, modelRoleOf, reasonNotRead } from '../../src/parse/dialects/service-model/model-layout.ts';

const day = '2012-06-01';
const placed = (path: string) => {
  const found = modelPathOf(path);
  return found === undefined ? null : [found.role, found.unit, found.service, found.apiVersion, found.path];
};

test.each<[string, readonly string[] | null]>([
  [`a/data/elb/${day}/service-2.json`, ['service', `a/data/elb/${day}`, 'elb', day, `${day}/service-2.json`]],
  [`elb/${day}/service-2.json.gz`, ['service', `elb/${day}`, 'elb', day, `${day}/service-2.json`]],
  [`elb/${day}/paginators-1.json`, ['paginators', `elb/${day}`, 'elb', day, `${day}/paginators-1.json`]],
  [`elb/${day}/waiters-2.json`, ['waiters', `elb/${day}`, 'elb', day, `${day}/waiters-2.json`]],
  [`elb/${day}/examples-1.json`, ['examples', `elb/${day}`, 'elb', day, `${day}/examples-1.json`]],
  [
    `elb/${day}/endpoint-rule-set-1.json`,
    ['endpoint-rules', `elb/${day}`, 'elb', day, `${day}/endpoint-rule-set-1.json`],
  ],
  [`elb/${day}/service-2.sdk-extras.json`, ['extras', `elb/${day}`, 'elb', day, `${day}/service-2.sdk-extras.json`]],
  [`elb/${day}/other-1.json`, null],
  [`elb/${day}/other-1.sdk-extras.json`, null],
  [`${day}/service-2.json`, null],
  ['elb/latest/service-2.json', null],
  [`data/aws/elb/${day}.api.json`, ['service', `data/aws/elb/${day}`, 'elb', day, `${day}/service-2.json`]],
  [`aws/elb/${day}.normal.json.gz`, ['service', `aws/elb/${day}`, 'elb', day, `${day}/service-2.json`]],
  [`aws/elb/${day}.paginators.json`, ['paginators', `aws/elb/${day}`, 'elb', day, `${day}/paginators-1.json`]],
  [`aws/elb/${day}.waiters.json`, ['waiters', `aws/elb/${day}`, 'elb', day, `${day}/waiters-2.json`]],
  [`${day}.api.json`, null],
  [`elb/${day}.min.json`, null],
  [`data/aws/elb/${day}.json`, ['service', `data/aws/elb/${day}`, 'elb', day, `${day}/service-1.json`]],
  [`data/elb/${day}.json`, null],
  [
    'botocore/data/aws/elb.json',
    ['service', 'botocore/data/aws/elb/0000-00-00', 'elb', '0000-00-00', '0000-00-00/service-1.json'],
  ],
  ['other/aws/elb.json', null],
  ['data/elb.json', null],
])('%s', (path, expected) => {
  expect(placed(path)).toEqual(expected);
});

test('a file outside any layout is known by its name', () => {
  const names = [
    'service-2.json',
    'service-2.json.gz',
    'service-2.sdk-extras.json',
    'waiters-2.json',
    'a.json',
    'service-2.txt',
  ];
  expect(names.map(modelRoleOf)).toEqual(['service', 'service', 'extras', 'waiters', undefined, undefined]);
});

test.each([
  [`elb/${day}/endpoint-tests-1.json`, 'tests, or another form, of rules of endpoints'],
  ['endpoint-bdd-1.json.gz', 'tests, or another form, of rules of endpoints'],
  ['data/endpoints.json', 'settings of the SDK, no description of an API'],
  ['data/_endpoints.json', 'settings of the SDK, no description of an API'],
  ['data/partitions.json', 'settings of the SDK, no description of an API'],
  ['data/partitions/aws.json', 'settings of the SDK, no description of an API'],
  ['_retry.json', 'settings of the SDK, no description of an API'],
  ['sdk-default-configuration.json', 'settings of the SDK, no description of an API'],
  ['a/encoders-1.json', 'encodings of parameters, no description of an API'],
  ['documentation-1.json', 'documentation of a service model that is stated in the model too'],
  ['a/b.py', 'a program'],
  ['my-endpoints.json', undefined],
  ['a/b.json', undefined],
])('%s is not read: %s', (path, reason) => {
  expect(reasonNotRead(path)).toBe(reason);
});
