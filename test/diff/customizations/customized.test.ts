/** What the SDK shows in another way than the model: no difference to documentation, and its own words for its callers. */
import { describe, expect, test } from 'vitest';
import { rowsOf } from '../../../src/diff/customizations/find-rows.ts';
import { customizations } from '../../../src/diff/customizations/table.ts';
import { type CompareOptions, compareServices, sentenceOf } from '../../../src/diff/index.ts';
import type { Fact, Service } from '../../../src/model/index.ts';
import { isVersion } from '../../../src/model/versions.ts';
import { serviceOf } from '../rules/example-notation.ts';

const ofDocumentation: readonly Fact[] = ['enums', 'errors', 'fields', 'required', 'streaming', 'types'];

const model = (id: string, text: string): Service => ({ ...(serviceOf(text) as Service), id });
const whole = (id: string, text: string): Service => ({
  ...model(id, text),
  facts: ['all-operations', ...ofDocumentation],
});
const page = (id: string, text: string): Service => ({ ...model(id, text), facts: ofDocumentation });

function told(before: Service, after: Service, options?: CompareOptions): readonly string[] {
  const changes = compareServices(before, after, options)?.changes ?? [];
  return changes.map((change) => `${change.severity} ${change.audience}: ${sentenceOf(change)}`);
}

const without = (before: Service, after: Service) =>
  (compareServices(before, after)?.noEffect ?? []).map(({ kind, path, why }) => `${kind} ${path}: ${why}`);

describe('documentation and model of one release', () => {
  const same: readonly (readonly [string, string, string, string])[] = [
    [
      'a hidden member',
      's3',
      'PutBucketAcl request A string',
      'PutBucketAcl request A string\nPutBucketAcl request ContentMD5 string optional',
    ],
    [
      'a hidden member that is required',
      's3',
      'PutBucketAcl request A string',
      'PutBucketAcl request A string\nPutBucketAcl request ContentMD5 string required',
    ],
    [
      'a member that only the SDK has',
      's3',
      'GetObject response Expires timestamp\nGetObject response ExpiresString string',
      'GetObject response Expires timestamp',
    ],
    [
      'a member of an extra file',
      'rds',
      'CreateDBCluster request A string\nCreateDBCluster request SourceRegion string',
      'CreateDBCluster request A string',
    ],
    [
      'what the SDK fills in',
      'glacier',
      'ListVaults request accountId string optional',
      'ListVaults request accountId string required',
    ],
    [
      'JSON that the SDK reads',
      'cloudformation',
      'GetTemplate response TemplateBody structure',
      'GetTemplate response TemplateBody string',
    ],
    [
      'a policy, printed without its mark',
      'iam',
      'CreateRole request AssumeRolePolicyDocument structure optional',
      'CreateRole request AssumeRolePolicyDocument string required',
    ],
    [
      'a policy far below',
      'iam',
      'GetRole response Role structure\nGetRole response Role.AssumeRolePolicyDocument structure',
      'GetRole response Role structure\nGetRole response Role.AssumeRolePolicyDocument string',
    ],
    [
      'a renamed member',
      'ec2',
      'DescribeHosts request Filters structure optional\nDescribeHosts request Filters.Name string optional',
      'DescribeHosts request Filter structure optional\nDescribeHosts request Filter.Name string optional',
    ],
    [
      'a word of Python',
      'logs',
      'CreateExportTask request fromTime integer required',
      'CreateExportTask request from long required',
    ],
    [
      'an operation without a method',
      'polly',
      'ListLexicons request A string',
      'ListLexicons request A string\nStartSpeechSynthesisStream request A string',
    ],
    [
      'a stream in both directions',
      'carts',
      'GetCart request A string',
      'GetCart request A string\nFollow request Events eventstream\nFollow request Events.Turn structure',
    ],
  ];
  test.each(same)('differ in nothing: %s', (_, id, documented, modelled) => {
    expect(told(whole(id, documented), model(id, modelled))).toEqual([]);
    expect(told(model(id, modelled), whole(id, documented))).toEqual([]);
  });

  test('say why in what has no effect', () => {
    const [, , documented, modelled] = same[2] as (typeof same)[number];
    expect(without(page('s3', documented), model('s3', modelled))).toEqual([
      'field-removed ExpiresString: the SDK hands out `Expires` as it came too, and no model has it',
    ]);
  });

  test('differ in everything else, by the names of the model', () => {
    const changes = compareServices(
      page(
        'ec2',
        'DescribeHosts request Filters structure optional\nDescribeHosts request Filters.Name string optional',
      ),
      model('ec2', 'DescribeHosts request Filter structure optional'),
    )?.changes;
    expect(changes?.map(({ kind, places }) => `${kind} ${places[0]?.path}`)).toEqual(['field-removed Filter.Name']);
    expect(
      told(
        page('s3', 'ListBuckets request A string'),
        model('s3', 'ListBuckets request A string\nListBuckets request ContentMD5 string optional'),
      ),
    ).toEqual(['safe sdk: `ListBuckets` takes a new optional field `ContentMD5`']);
  });

  test('stand where the documentation has them', () => {
    const asked: string[] = [];
    compareServices(
      page('logs', 'CreateExportTask request fromTime integer required'),
      model('logs', 'CreateExportTask request from string required'),
      {
        oldAt: (_, operation, direction, path) => {
          asked.push(`${operation} ${direction} ${path}`);
          return { file: 'logs.rst', line: 1, column: 1 };
        },
      },
    );
    expect(asked).toEqual(['CreateExportTask request fromTime']);
  });
});

describe('documentation of two releases', () => {
  test('a policy that is printed in another way is as it was', () => {
    const before = page(
      'iam',
      'CreateRole request AssumeRolePolicyDocument string required\nGetRole response Document string',
    );
    const after = page(
      'iam',
      'CreateRole request AssumeRolePolicyDocument structure optional\nGetRole response Document structure',
    );
    expect(told(before, after)).toEqual([]);
    expect(told(after, before)).toEqual([]);
  });

  test('what the SDK shows since then is new', () => {
    const before = page('s3', 'GetObject response Expires timestamp');
    const after = page('s3', 'GetObject response Expires timestamp\nGetObject response ExpiresString string');
    expect(told(before, after)).toEqual(['safe sdk: `GetObject` returns a new field `ExpiresString`']);
  });
});

describe('models of two releases', () => {
  test('a hidden member, and all inside it, concerns the wire', () => {
    const before = model('s3', 'PutBucketAcl request A string');
    const after = model('s3', 'PutBucketAcl request A string\nPutBucketAcl request ContentMD5 string optional');
    expect(told(before, after)).toEqual(['safe wire: `PutBucketAcl` takes a new optional field `ContentMD5`']);
  });

  test('an operation without a method concerns the wire', () => {
    const before = model('qbusiness', 'ChatSync request A string');
    const after = model('qbusiness', 'ChatSync request A string\nChat request A string');
    expect(told(before, after)).toEqual(['safe wire: New operation `Chat`']);
  });

  test('what the SDK fills in breaks nobody', () => {
    const [none, optional, required] = ['', ' optional', ' required'].map((how) =>
      model('glacier', `AddTags request A string${how === '' ? '' : `\nAddTags request accountId string${how}`}`),
    ) as [Service, Service, Service];
    expect(told(none, required)).toEqual(['safe sdk: `AddTags` takes a new field `accountId`, which the SDK fills in']);
    expect(told(optional, required)).toEqual(['safe sdk: `AddTags` now requires `accountId`, which the SDK fills in']);
  });

  test('what only the documentation prints otherwise is what the model says', () => {
    const before = model('iam', 'CreateRole request AssumeRolePolicyDocument string optional');
    const after = model('iam', 'CreateRole request AssumeRolePolicyDocument string required');
    expect(told(before, after)).toHaveLength(1);
    expect(told(before, after)[0]).toMatch(/^breaking sdk: /);
  });

  test('a renamed member is told by the name of the SDK, and keyed by that of the model', () => {
    const before = model('ec2', 'DescribeHosts request A string');
    const after = model('ec2', 'DescribeHosts request A string\nDescribeHosts request Filter string optional');
    expect(told(before, after)).toEqual(['safe sdk: `DescribeHosts` takes a new optional field `Filters`']);
    expect(compareServices(before, after)?.changes[0]?.places[0]?.path).toBe('Filter');
    const [plain, more] = ['', '\nDescribeHosts request Filter.Name string optional'].map((inside) =>
      model('ec2', `DescribeHosts request Filter structure optional${inside}`),
    ) as [Service, Service];
    expect(told(plain, more)).toEqual(['safe sdk: `DescribeHosts` takes a new optional field `Name` in `Filters`']);
  });

  test('before the version that it came with a row does not hold', () => {
    const before = model('rds', 'CreateDBCluster request PreSignedUrl string optional');
    const after = model('rds', 'CreateDBCluster request PreSignedUrl string required');
    expect(told(before, after, { version: '1.5.20' })[0]).toMatch(/^breaking/);
    expect(told(before, after, { version: '1.5.21' })[0]).toMatch(/^safe/);
    expect(told(before, after)[0]).toMatch(/^safe/);
  });
});

describe('the table', () => {
  test.each(customizations)('$services $member $shown.as', (row) => {
    expect(isVersion(row.since)).toBe(true);
    expect(row.services.length).toBeGreaterThan(0);
    expect(row.member === '').toBe(row.direction === null);
    expect(row.why).toMatch(/^[a-z].*[^.]$/);
    for (const service of row.services) expect(service).toMatch(/^[a-z][a-z\d-]+$/);
    for (const operation of row.operations ?? []) expect(operation).toMatch(/^[A-Z][A-Za-z\d]+$/);
    for (const service of row.services) expect(rowsOf(service)).toContain(row);
  });
});
