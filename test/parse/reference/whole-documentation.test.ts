/** Documentation and models of every service of botocore 1.43.67 say the same, but for the known differences. */
import { expect, test } from 'vitest';
import { withRawNames } from '../../../src/diff/customizations/index.ts';
import { compareApis, tsvLines } from '../../../src/diff/index.ts';
import type { ClientContextParam, Example, Service } from '../../../src/model/index.ts';
import { type ParseResult, readProse } from '../../../src/parse/index.ts';
import { openSource, type SourceUnit } from '../../../src/sources/index.ts';
import { proseText } from '../../../src/view/prose/prose-text.ts';
import { describeShared, shared } from '../../shared.ts';
import { type Comparison, compareSources, describeDifference } from '../compare-sources.ts';
import { knownDifferences } from '../known-differences.ts';
import { parseUnit } from '../read-source.ts';

describeShared('documentation and models of 1.43.67', () => {
  test('say the same of all 429 services, but for the known differences', { timeout: 480_000 }, async () => {
    const account = new Account();
    await compareAll('data/rst-1.43.67.tar.xz', 'data/models-1.43.67.tar.xz', account);
    expect(account.unknown.slice(0, 50)).toEqual([]);
    expect(account.unknown).toHaveLength(0);
    expect(account.changes).toEqual([]);
    // Of examples with one id the documentation shows the last; one of the others has a moment written as `PDT`.
    expect(account.examples.same).toBe(1_378);
    expect([...new Set(account.examples.others)]).toEqual([
      'dynamodbstreams DescribeStream',
      'elasticache CreateCacheCluster',
      'elasticache CreateSnapshot',
      'elasticache DescribeCacheClusters',
      'elasticache DescribeCacheEngineVersions',
      'elasticache DescribeEvents',
      'elasticache DescribeReservedCacheNodesOfferings',
      'elasticache ListAllowedNodeTypeModifications',
      's3 GetBucketNotification',
    ]);
    // What lists of settings leave out are those that the SDK has a setting of its own for.
    expect(account.settings).toEqual({
      acm: 'service_type',
      s3: 'disable_s3_express_session_auth -accelerate -disable_multi_region_access_points -force_path_style -use_arn_region',
      s3control: '-use_arn_region',
    });
    expect(account.total).toEqual({ services: 429, lines: 1_052_895, differing: 542_980 });
    expect(Object.fromEntries(knownDifferences.map(({ id }) => [id, account.uses.get(id) ?? 0]))).toEqual({
      'no-page': 5,
      'direction-left-out': 527_778,
      'syntax-left-out': 9_463,
      'parameters-left-out': 5_029,
      'map-key-values': 383,
      'required-at-recursion': 208,
      'recursion-in-syntax-alone': 30,
      customized: 23,
      'customized-type': 38,
      'customized-required': 40,
    });
    // Nothing is dropped: every line of 211 MB is in the model, in one of these messages, or boilerplate of one of these kinds.
    expect(account.messages).toEqual({ 'field-not-in-syntax': 60, 'section-left-out': 107, 'unclosed-markup': 790 });
    expect(account.boilerplate).toEqual({
      breadcrumb: 30_072,
      'client-code': 418,
      'client-context': 4,
      'client-method': 14_686,
      'contents-entry': 30_072,
      'contents-lead': 1_276,
      'event-stream-sentence': 19,
      'exception-frame': 109_477,
      'literal-marker': 36_875,
      'no-exceptions': 2,
      'paginator-repeats-operation': 390_788,
      'return-type': 35_040,
      'section-heading': 72_785,
      'section-left-out': 535,
      'table-of-contents': 3_828,
      title: 31_781,
      'title-line': 63_562,
      'user-guide': 849,
      'waiter-repeats-operation': 15_118,
    });
  });
});

describeShared('documentation and models of older versions', () => {
  test.each([
    ['1.17.56', ['apigatewayv2'], 1_254],
    ['1.17.57', ['apigatewayv2'], 1_268],
    ['1.35.97', ['ec2'], 320],
    ['1.35.98', ['ec2'], 323],
    ['1.40.72', ['elbv2'], 1_582],
    ['1.40.73', ['dynamodb', 'elbv2', 'kinesis', 'lexv2-models', 'sqs'], 27_209],
  ])('%s: %s', async (version, services, lines) => {
    const account = new Account();
    await compareAll(
      `data/rst/${version}`,
      `data/models/${version}`,
      account,
      version === '1.35.97' || version === '1.35.98',
    );
    expect(account.unknown).toEqual([]);
    expect(account.changes).toEqual([]);
    expect(account.total).toMatchObject({ services: services.length, lines });
  });
});

/** What was compared, and which rules explained what differed. */
class Account {
  readonly total = { services: 0, lines: 0, differing: 0 };
  readonly uses = new Map<string, number>();
  readonly unknown: string[] = [];
  /** What the differ finds between both, as lines; nothing of it is to be there. */
  readonly changes: string[] = [];
  /** Settings of clients, by service: those that both sides have, and `-` those that only the model has. */
  /** Examples that both sides have alike, and the operations of the others. */
  readonly examples = { same: 0, others: [] as string[] };
  readonly settings: Record<string, string> = {};
  /** How often each message was given for the documentation, and how many lines each pattern of boilerplate took. */
  readonly messages: Record<string, number> = {};
  readonly boilerplate: Record<string, number> = {};

  read({ messages, boilerplate }: ParseResult): void {
    for (const { ruleId } of messages) this.messages[`${ruleId}`] = (this.messages[`${ruleId}`] ?? 0) + 1;
    for (const [pattern, count] of Object.entries(boilerplate))
      this.boilerplate[pattern] = (this.boilerplate[pattern] ?? 0) + count;
  }

  addExamples(page: Service, model: Service): void {
    const shown = new Map(page.operations.map(({ name, examples = [] }) => [name, examples.map(exampleText)]));
    for (const { name, examples = [] } of model.operations)
      for (const [index, example] of examples.entries())
        if (shown.get(name)?.[index] === exampleText(example)) this.examples.same++;
        else this.examples.others.push(`${model.id} ${name}`);
  }

  addSettings(page: Service, model: Service): void {
    const documented = new Map((page.clientContextParams ?? []).map((param) => [param.name, settingLine(param)]));
    const lines = (model.clientContextParams ?? []).map((param) => {
      const own = documented.get(param.name);
      documented.delete(param.name);
      if (own !== undefined && own !== settingLine(param)) this.unknown.push(`${own}, not ${settingLine(param)}`);
      return own === undefined ? `-${param.name}` : param.name;
    });
    this.unknown.push(...documented.values());
    if (lines.length > 0)
      this.settings[model.id] = lines.sort((a, b) => Number(a[0] === '-') - Number(b[0] === '-')).join(' ');
  }

  add({ lines, differing, differences }: Comparison): void {
    this.total.services++;
    this.total.lines += lines;
    this.total.differing += differing;
    for (const difference of differences) {
      const rule = knownDifferences.find(
        ({ services, column, explains }) =>
          column === difference.column &&
          (services === undefined || services.includes(difference.service)) &&
          explains(difference),
      );
      if (rule === undefined) this.unknown.push(describeDifference(difference));
      else this.uses.set(rule.id, (this.uses.get(rule.id) ?? 0) + 1);
    }
  }
}

/** An example without its title, which documentation does not show. */
function exampleText({ description = [], request, response }: Example): string {
  return [proseText(readProse(description)).replace(/\s+/g, ' '), request, response].join('\n');
}

/** A setting with its type and its words, white space folded. */
function settingLine({ name, type, documentation = [] }: ClientContextParam): string {
  return `${name} ${type}: ${proseText(readProse(documentation)).replace(/\s+/g, ' ')}`;
}

/** `onlyShown`: the documentation is a part of the service, so only the operations that it shows are compared. */
async function compareAll(pages: string, data: string, account: Account, onlyShown = false): Promise<void> {
  const documentation = await openSource(shared(pages));
  const models = await openSource(shared(data));
  try {
    const modelOf = new Map(models.units.map((unit) => [unit.service, unit]));
    for (const unit of documentation.units) {
      const documented = await parseUnit(unit);
      account.read(documented);
      const modelled = await parseUnit(modelOf.get(unit.service) as SourceUnit);
      const [page, model] = [documented.api.services[0], modelled.api.services[0]];
      if (page === undefined || model === undefined) throw new Error(`No service in ${unit.service}`);
      const shown = new Set(
        page.operations.flatMap(({ name, request, response }) =>
          request === undefined && response === undefined ? [] : [name],
        ),
      );
      const seen = (service: Service): Service =>
        onlyShown ? { ...service, operations: service.operations.filter(({ name }) => shown.has(name)) } : service;
      account.addSettings(page, model);
      account.addExamples(page, model);
      account.add(compareSources(withRawNames(seen(page)), seen(model), withoutParameters(documented)));
      const apis = [documented.api, modelled.api] as const;
      account.changes.push(...tsvLines(compareApis(...apis)), ...tsvLines(compareApis(apis[1], apis[0])));
    }
  } finally {
    await documentation.close();
    await models.close();
  }
}

/** The SDK's names of operations whose parameters were left out, as messages tell. */
function withoutParameters({ messages }: ParseResult): ReadonlySet<string> {
  return new Set(
    messages.flatMap(({ ruleId, actual, file }) =>
      ruleId === 'section-left-out' && actual === 'parameters that is too large to render'
        ? [/([^/]+)\.rst$/.exec(file ?? '')?.[1] ?? '']
        : [],
    ),
  );
}
