/** Two documentations differ as their two models do, in all that documentation can state; and words of descriptions. */
import { expect, test } from 'vitest';
import { compareServices, proseReader, tsvLines } from '../../../src/diff/index.ts';
import type { Service, ServiceChanges } from '../../../src/model/index.ts';
import { readProse } from '../../../src/parse/index.ts';
import { parseHtmlProse } from '../../../src/parse/prose/html.ts';
import { readApi, serviceOf } from '../../parse/read-source.ts';
import { describeShared } from '../../shared.ts';

const lines = (changes: ServiceChanges | undefined) => (changes === undefined ? [] : tsvLines([changes]));

/** A model that says no more than a documentation does. */
function asDocumented(model: Service, documentation: Service): Service {
  const shown = new Set(documentation.operations.map(({ name }) => name));
  const whole = documentation.facts.includes('all-operations');
  return {
    ...model,
    facts: model.facts.filter((fact) => documentation.facts.includes(fact)),
    operations: whole ? model.operations : model.operations.filter(({ name }) => shown.has(name)),
  };
}

describeShared('documentation against models', () => {
  test.each([
    ['elbv2', '1.40.72', '1.40.73', 32],
    ['apigatewayv2', '1.17.56', '1.17.57', 1],
    ['ec2', '1.35.97', '1.35.98', 3],
  ])('%s, %s to %s', async (id, from, to, least) => {
    const [oldPages, newPages, oldModel, newModel] = (
      await Promise.all(
        [`rst/${from}`, `rst/${to}`, `models/${from}`, `models/${to}`].map((name) => readApi(`data/${name}`)),
      )
    ).map((api) => serviceOf(api, id)) as [Service, Service, Service, Service];
    const documented = lines(compareServices(oldPages, newPages));
    const modelled = lines(compareServices(asDocumented(oldModel, oldPages), asDocumented(newModel, newPages)));
    expect(documented).toEqual(modelled);
    expect(documented.length).toBeGreaterThanOrEqual(least);
  });
});

const page = (html: string): Service => ({
  kind: 'service',
  id: 'example',
  title: 'Example',
  facts: ['documentation'],
  operations: [],
  shapes: {},
  documentation: html === '' ? [] : [{ type: 'html', value: html }],
});
const kindsOf = (before: string, after: string) =>
  (
    compareServices(page(before), page(after), { documentation: true, prose: proseReader(readProse) })?.changes ?? []
  ).map(({ kind }) => kind);

test.each([
  ['<p>The port.</p>', '<p>  The \n port. </p>', []],
  ['<p>The port.</p>', '<p>The <b>port</b>.</p>', []],
  ['<p>The port.</p>', '<div><p>The port.</p></div>', []],
  ['<p>A &amp; B</p>', '<p>A & B</p>', []],
  ['<p>The port.</p>', '<p>The ports.</p>', ['documentation-changed']],
  [
    '<p><a href="https://a.example/">Port</a></p>',
    '<p><a href="https://b.example/">Port</a></p>',
    ['documentation-links-changed'],
  ],
  ['<p><a href="https://a.example/">Port</a></p>', '<p>Port</p>', ['documentation-links-changed']],
  ['', '<p>The port.</p>', ['documentation-added']],
  ['<p>The port.</p>', '', ['documentation-removed']],
  ['<p> </p>', '', []],
] as const)('%s and %s', (before, after, kinds) => {
  expect(kindsOf(before, after)).toEqual(kinds);
});

test('HTML that nobody has read and the tree that it reads to say the same', () => {
  const html = '<p>The <code>port</code> of a <a href="https://a.example/">listener</a>.</p>';
  const read = { ...page(html), documentation: parseHtmlProse(html) };
  expect(compareServices(page(html), read, { documentation: true, prose: proseReader(readProse) })).toBeUndefined();
});

test('descriptions are compared only when that is asked for', () => {
  expect(compareServices(page('<p>One.</p>'), page('<p>Two.</p>'))).toBeUndefined();
});
