/** The five documents that the project was created from: everything that they say is read, line for line. */
import { expect, test } from 'vitest';
import { compareApis, judgeStated, tsvLines } from '../../src/diff/index.ts';
import { type Api, pathLines, type StatedChanges } from '../../src/model/index.ts';
import type { ParseResult } from '../../src/parse/index.ts';
import { describeShared } from '../shared.ts';
import { parseShared, readApi, serviceOf } from './read-source.ts';

/** One line a place, without whom it concerns and what it belongs to: shapes without names join what models keep apart. */
function linesOf(services: Parameters<typeof tsvLines>[0]): readonly string[] {
  return tsvLines(services).map((line) => line.split('\t').slice(0, 7).join('\t'));
}

/** The changes that a page states, as the differ prints changes. */
function statedLines({ api, changes }: ParseResult): readonly string[] {
  return linesOf(
    changes.map((stated: StatedChanges) => {
      const judged = judgeStated(serviceOf(api, stated.service), stated.changes);
      expect(judged.unknown).toEqual([]);
      return judged.changes;
    }),
  );
}

/** What the differ finds between two sources, of one service; `kinds` are those that changelog pages print. */
async function differedLines(before: string, after: string, service: string, additionsOnly = false) {
  const only = (api: Api): Api => ({ ...api, services: api.services.filter(({ id }) => id === service) });
  const lines = linesOf(compareApis(only(await readApi(before)), only(await readApi(after))));
  return additionsOnly ? lines.filter((line) => published.has(line.split('\t')[1] as string)) : lines;
}

/** The program behind changelog pages looks for nothing else. */
const published: ReadonlySet<string> = new Set([
  'operation-added',
  'field-added',
  'required-field-added',
  'enum-added',
  'enum-value-added',
]);

const said = ({ messages }: ParseResult) => messages.map(({ ruleId, line, actual }) => `${line} ${ruleId} ${actual}`);

describeShared('seed 000, a changelog page as structured text', () => {
  const page = parseShared('seeds/000_d121624282e462ae.txt');

  test('states 32 changes', () => {
    const lines = statedLines(page).map((line) => line.split('\t'));
    expect(lines).toHaveLength(32);
    const counted = (kind: string, value: string) =>
      lines.filter((line) => line[1] === kind && (line[5] === value || line[4]?.endsWith(value)));
    expect(counted('enum-value-added', 'QUIC')).toHaveLength(14);
    expect(counted('enum-value-added', 'TCP_QUIC')).toHaveLength(14);
    expect(new Set(lines.filter((line) => line[1] === 'enum-value-added').map((line) => line[2])).size).toBe(6);
    expect(counted('field-added', 'QuicServerId')).toHaveLength(4);
    expect(new Set(counted('field-added', 'QuicServerId').map((line) => line[2])).size).toBe(3);
  });

  test('states what the differ finds between the two documentations, and between the two models', async () => {
    expect(statedLines(page)).toEqual(await differedLines('data/rst/1.40.72', 'data/rst/1.40.73', 'elbv2'));
    expect(statedLines(page)).toEqual(await differedLines('data/models/1.40.72', 'data/models/1.40.73', 'elbv2', true));
  });

  test('shows its nine operations as the documentation does', async () => {
    const reference = serviceOf(await readApi('data/rst/1.40.73'), 'elbv2');
    const shown = serviceOf(page.api, 'elbv2');
    const names = new Set(shown.operations.map(({ name }) => name));
    expect(names.size).toBe(9);
    expect(pathLines(shown)).toEqual(pathLines(reference).filter((line) => names.has(line.split('\t')[1] as string)));
  });

  test('says nothing else, and every line of it is accounted for', () => {
    expect(page.dialect).toBe('changelog-text');
    expect(page.date).toBe('2025-11-13');
    expect(page.notes).toHaveLength(1);
    expect(said(page)).toEqual([]);
    expect(page.boilerplate).toEqual({ 'return-type': 27, 'section-heading': 27, 'see-also': 9 });
  });
});

describeShared('seed 001, reference RST of one operation', () => {
  const page = parseShared('seeds/001_b2402d57f6ad38a2.txt');

  test('is the page of the documentation, field for field', () => {
    const lines = pathLines(serviceOf(page.api, 'elbv2'));
    const reference = parseShared('data/rst/1.40.73/reference/services/elbv2/client/modify_listener.rst');
    expect(lines).toEqual(pathLines(serviceOf(reference.api, 'elbv2')));
    expect(lines.length).toBeGreaterThan(50);
  });

  test('has its examples, its errors, and its encoding repaired', () => {
    const [operation] = serviceOf(page.api, 'elbv2').operations;
    expect(operation).toMatchObject({ name: 'ModifyListener', sdkName: 'modify_listener', nameOrigin: 'stated' });
    expect(operation?.examples?.map(({ request, response }) => [typeof request, typeof response])).toEqual([
      ['string', 'string'],
      ['string', 'string'],
    ]);
    expect(operation?.errors).toHaveLength(19);
    expect(JSON.stringify(page.api)).toContain('can’t');
    expect(said(page)).toEqual(['146 repaired-encoding `â€™`']);
    expect(page.boilerplate).toEqual({
      breadcrumb: 1,
      'literal-marker': 2,
      'return-type': 2,
      'section-heading': 5,
      title: 1,
      'title-line': 2,
    });
  });
});

describeShared('seed 002, reference text of three services, cut off', () => {
  const document = parseShared('seeds/002_9bb5389250421567.txt');

  test('has every operation of the models at 1.2.4, but those behind the cut', async () => {
    const models = await readApi('data/models/1.2.4');
    expect(document.version).toBe('1.2.4');
    // What stands behind the cut is unknown: the paginators of the last service.
    expect(compareApis(document.api, models)).toEqual([]);
    expect(compareApis(models, document.api)).toEqual([]);
    for (const id of ['autoscaling', 'cloudformation', 'cloudfront']) {
      const [shown, model] = [serviceOf(document.api, id), serviceOf(models, id)];
      const last = id === 'cloudfront' ? 'UpdateStreamingDistribution' : undefined;
      expect(shown.operations.map(({ name }) => name)).toEqual(model.operations.map(({ name }) => name));
      const linesOf = (service: typeof shown, operation?: string) =>
        pathLines(service)
          .filter((line) => (line.split('\t')[1] === last) === (operation !== undefined))
          // The key of a map is documented as a string, whatever values the model gives it.
          .map((line) => line.replace(/(\{key\}\tstring\t\t).*$/, '$1'));
      expect(linesOf(shown)).toEqual(linesOf(model));
      if (last === undefined) continue;
      const whole = new Set(pathsOf(linesOf(model, last)));
      expect(pathsOf(linesOf(shown, last)).filter((path) => !whole.has(path))).toEqual([]);
      expect(shown.operations.find(({ name }) => name === last)?.partial).toEqual(['response']);
    }
  });

  test('says where it breaks off, and every line of it is accounted for', () => {
    expect(said(document)).toEqual([
      '10160 unexpected-end end of the text in the middle of `update_streaming_distribution`',
    ]);
    expect(document.boilerplate).toEqual({
      'client-code': 3,
      'client-method': 78,
      'contents-lead': 4,
      'getting-started': 30,
      'paginator-repeats-operation': 1146,
      'return-type': 231,
      'section-heading': 282,
      'section-title': 1,
    });
  });
});

/** Operation, direction and path: what the cut text can still say. */
function pathsOf(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.split('\t').slice(1, 4).join('\t'));
}

describeShared('seeds 003 and 004, changelog pages as flattened text', () => {
  const gateway = parseShared('seeds/003_3a4ee911a6c0aa5f.txt');
  const vpn = parseShared('seeds/004_58c9702902d6aeff.txt');

  test('state what the differ finds between the documentations, and between the models', async () => {
    const gatewayLines = statedLines(gateway);
    expect(gatewayLines).toHaveLength(13);
    expect(gatewayLines).toEqual(await differedLines('data/rst/1.17.56', 'data/rst/1.17.57', 'apigatewayv2'));
    expect(gatewayLines).toEqual(
      await differedLines('data/models/1.17.56', 'data/models/1.17.57', 'apigatewayv2', true),
    );
    const vpnLines = statedLines(vpn);
    expect(vpnLines).toHaveLength(3);
    expect(vpnLines.join('\n')).toContain(
      'DescribeClientVpnEndpoints\tresponse\tClientVpnEndpoints[].DisconnectOnSessionTimeout',
    );
    expect(vpnLines).toEqual(await differedLines('data/rst/1.35.97', 'data/rst/1.35.98', 'ec2'));
    expect(vpnLines).toEqual(await differedLines('data/models/1.35.97', 'data/models/1.35.98', 'ec2', true));
  });

  test('show their operations as the documentation does', async () => {
    for (const [page, reference, id] of [
      [gateway, 'data/rst/1.17.57', 'apigatewayv2'],
      [vpn, 'data/rst/1.35.98', 'ec2'],
    ] as const) {
      const shown = serviceOf(page.api, id);
      const names = new Set(shown.operations.map(({ name }) => name));
      const lines = pathLines(serviceOf(await readApi(reference), id));
      expect(pathLines(shown)).toEqual(lines.filter((line) => names.has(line.split('\t')[1] as string)));
    }
  });

  test('say nothing else, and every line of them is accounted for', () => {
    expect(said(gateway)).toEqual([
      '14 ambiguous-direction `CreateAuthorizer`',
      '190 ambiguous-direction `UpdateAuthorizer`',
    ]);
    expect(gateway.boilerplate).toEqual({ 'return-type': 5, 'section-heading': 13, 'see-also': 5 });
    expect(said(vpn)).toEqual([]);
    expect(vpn.boilerplate).toEqual({ 'return-type': 3, 'section-heading': 9, 'see-also': 3 });
  });
});

describeShared('changelog pages as HTML', () => {
  test.each([
    ['1.40.73-elasticloadbalancing', 'elbv2', '1.40.72', '1.40.73', 32],
    ['1.40.73-cloudformation', 'cloudformation', '1.40.72', '1.40.73', 1],
    ['1.40.72-redshift', 'redshift', '1.40.71', '1.40.72', 1],
    ['1.35.98-ec2', 'ec2', '1.35.97', '1.35.98', 3],
    ['1.17.57-apigateway', 'apigatewayv2', '1.17.56', '1.17.57', 13],
  ])('%s states the additions between the models around it', async (name, service, before, after, count) => {
    const page = parseShared(`data/changelog-html/${name}.html`);
    const lines = statedLines(page);
    expect(lines).toHaveLength(count);
    expect(lines).toEqual(await differedLines(`data/models/${before}`, `data/models/${after}`, service, true));
    expect(said(page)).toEqual([]);
    const operations = serviceOf(page.api, service).operations.length;
    expect(page.boilerplate).toMatchObject({ permalink: operations, 'see-also': operations });
  });

  test('state the same as the same pages in text', () => {
    for (const [html, seed] of [
      ['1.40.73-elasticloadbalancing', '000_d121624282e462ae'],
      ['1.17.57-apigateway', '003_3a4ee911a6c0aa5f'],
      ['1.35.98-ec2', '004_58c9702902d6aeff'],
    ] as const) {
      const [page, text] = [parseShared(`data/changelog-html/${html}.html`), parseShared(`seeds/${seed}.txt`)];
      expect(statedLines(page)).toEqual(statedLines(text));
      expect(page.date).toBe(text.date);
      expect(page.api.services.flatMap((service) => pathLines(service))).toEqual(
        text.api.services.flatMap((service) => pathLines(service)),
      );
    }
  });
});
