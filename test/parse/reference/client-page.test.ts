/** The page of a client: the title of its service, its description, its waiters and its paginators. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';
import { proseText } from '../../prose-text-by-hand.ts';

const head = ["client = boto3.client('elbv2')", '', '.. py:class:: ElasticLoadBalancingv2.Client', ''];

function read(lines: readonly string[]) {
  return parseDocuments('reference-rst', [{ name: 'elbv2.rst', text: [...head, ...lines, ''].join('\n') }]);
}
const serviceOf = (...lines: readonly string[]) => read(lines).api.services[0];
const messagesOf = (...lines: readonly string[]) =>
  read(lines).messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`);

test('the title is what the client represents, and what follows describes it', () => {
  const service = serviceOf('  A low-level client representing Tea and Cups (Tea):', '', '  Brews tea.', '');
  expect(service?.title).toBe('Tea and Cups');
  expect(proseText(service?.documentation ?? [])).toBe('Brews tea.');
});

test('what stands behind the list of methods is no description', () => {
  const service = serviceOf('  Brews tea.', '', '  These are the available methods:', '', '  Pours tea.', '');
  expect(proseText(service?.documentation ?? [])).toBe('Brews tea.');
});

test('what stands at the margin behind a waiter is not about it', () => {
  const service = serviceOf(
    ...['  Words.', '', '.. py:class:: ElasticLoadBalancingv2.Waiter.TagExists', '', '  Words.', ''],
    'Polls :py:meth:`ElasticLoadBalancingv2.Client.describe_tags` every 15 seconds: an error after 40 failed checks.',
  );
  expect(service?.waiters).toEqual([{ name: 'TagExists' }]);
});

test('a waiter has what it polls, how often, and how many times', () => {
  const waiter = (...lines: readonly string[]) =>
    serviceOf(
      '  Words.',
      '',
      '.. py:class:: ElasticLoadBalancingv2.Waiter.TagExists',
      '',
      ...lines.map((line) => `  ${line}`),
    )?.waiters;
  const polls =
    'Polls :py:meth:`ElasticLoadBalancingv2.Client.describe_tags` every 15 seconds until it is there. An error is raised after 40 failed checks.';
  // The operation is not on this page, so only the SDK's name of it is known.
  expect(waiter('Words.', '', polls)).toEqual([
    { name: 'TagExists', operation: 'describe_tags', delay: 15, maxAttempts: 40 },
  ]);
  expect(waiter('Words.')).toEqual([{ name: 'TagExists' }]);
});

test('paginators are known by their names, of old pages by those of the SDK', () => {
  const names = (name: string) =>
    serviceOf('  Words.', '', `.. py:class:: ElasticLoadBalancingv2.Paginator.${name}`, '')?.paginators;
  expect(names('DescribeTags')).toEqual([{ name: 'DescribeTags' }]);
  expect(names('describe_tags')).toEqual([{ name: 'DescribeTags' }]);
  const none = serviceOf('  Words.', '', '.. py:class:: ElasticLoadBalancingv2.Paginator', '');
  expect(none?.paginators).toEqual([]);
});

test('an attribute is passed over, with its description', () => {
  const text = [...head, '  Words.', '', '.. py:attribute:: exceptions', '', '  More.', ''].join('\n');
  const { messages, boilerplate } = parseDocuments('reference-rst', [{ name: 'elbv2.rst', text }]);
  expect(messages.map(String)).toEqual([]);
  expect(boilerplate).toMatchObject({ attribute: 2 });
});

test('of a method without syntax is said that it is no operation, and nothing else', () => {
  const lines = ['.. py:method:: brew_tea(**kwargs)', '', '  Brews tea.', '', '  In a cup.', ''];
  const text = [...head, '  Words.', '', ...lines].join('\n');
  const { messages } = parseDocuments('reference-rst', [{ name: 'elbv2.rst', text }]);
  expect(messages.map(({ line, ruleId }) => `${line} ${ruleId}`)).toEqual(['7 no-operation']);
});

test('a syntax that is not there is told, with what stands in its place', () => {
  const method = [
    '  Words.',
    '',
    '  .. py:method:: brew(**kwargs)',
    '',
    '    Brews.',
    '',
    '    **Request Syntax**',
    '',
  ];
  expect(messagesOf(...method)).toEqual(['13:1 Unexpected end of the section, expected `::` and the syntax']);
  expect(messagesOf(...method, '      Words.')[0]).toBe('13:1 Unexpected `Words.`, expected `::` and the syntax');
});
