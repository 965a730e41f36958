/** Lines that no fact stands in are counted by their pattern: in a page of each form, taken from `content/`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DialectId, parseDocuments } from '../../src/parse/index.ts';

function boilerplateOf(dialect: DialectId, file: string): object {
  const text = readFileSync(new URL(`../../content/${file}`, import.meta.url), 'utf8');
  return parseDocuments(dialect, [{ name: file, text }]).boilerplate;
}

test('a changelog page with its indentation', () => {
  expect(boilerplateOf('changelog-text', 'pages/2025-11-13-elastic-load-balancing.txt')).toEqual({
    'return-type': 15,
    'section-heading': 15,
    'see-also': 5,
  });
});

test('a changelog page without it', () => {
  expect(boilerplateOf('changelog-flat', 'pages/2020-09-08-api-gateway.txt')).toEqual({
    'return-type': 3,
    'section-heading': 7,
    'see-also': 3,
  });
});

test('a page of the reference', () => {
  const file = 'reference/1.40.72/reference/services/elbv2/client/modify_target_group.rst';
  expect(boilerplateOf('reference-rst', file)).toEqual({
    breadcrumb: 1,
    'literal-marker': 2,
    'return-type': 2,
    'section-heading': 4,
    title: 1,
    'title-line': 2,
  });
});

test('the index of a service in the reference', () => {
  expect(boilerplateOf('reference-rst', 'reference/1.40.73/reference/services/elbv2.rst')).toEqual({
    'client-code': 1,
    'contents-entry': 5,
    'contents-lead': 1,
    'literal-marker': 1,
    'table-of-contents': 3,
    title: 2,
    'title-line': 4,
  });
});

/** A page of an old reference, which has a whole service, with these lines. */
function patternsOf(...lines: readonly string[]): Readonly<Record<string, number>> {
  const head = ["client = boto3.client('elbv2')", '', '.. py:class:: ElasticLoadBalancingv2.Client', ''];
  const text = [...head, ...lines, ''].join('\n');
  const { boilerplate } = parseDocuments('reference-rst', [{ name: 'elbv2.rst', text }]);
  return boilerplate;
}

test('what repeats an operation, and what is of the client itself, is counted by its own name', () => {
  const method = (name: string, body: string) => [`  .. py:method:: ${name}(**kwargs)`, '', `    ${body}`, ''];
  expect(patternsOf(...method('can_paginate', 'Checks.'))).toMatchObject({ 'client-method': 2 });
  expect(
    patternsOf('', '.. py:class:: ElasticLoadBalancingv2.Paginator.DescribeTags', '', '  Words.', ''),
  ).toMatchObject({ 'paginator-repeats-operation': 1 });
  expect(patternsOf('', '.. py:class:: ElasticLoadBalancingv2.Waiter.TagExists', '', '  Words.', '')).toMatchObject({
    'waiter-repeats-operation': 1,
  });
});

test('a section that is too large is counted with its remark', () => {
  const page = [
    ':doc:`X <../../elbv2>` / Client / go',
    '',
    '.. py:method:: X.Client.go(**kwargs)',
    '',
    '  Words.',
    '',
    '  See also: `AWS API Documentation <https://docs.aws.amazon.com/goto/WebAPI/elasticloadbalancingv2-2015-12-01/Go>`_',
    '',
    '  **Request Syntax**',
    '  ::',
    '',
    '    # This section is too large to render.',
    '    # Please see the AWS API Documentation linked below.',
    '',
    '  `AWS API Documentation <https://docs.aws.amazon.com/goto/WebAPI/elasticloadbalancingv2-2015-12-01/Go>`_',
    '',
    '  :returns: None',
    '',
  ];
  const { boilerplate } = parseDocuments('reference-rst', [{ name: 'go.rst', text: page.join('\n') }]);
  // The heading, the mark of a literal, two lines of remark and the link.
  expect(boilerplate).toMatchObject({ 'section-left-out': 5, breadcrumb: 1 });
});
