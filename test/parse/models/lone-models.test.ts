/** A model that comes alone, without the folder that names its service: what it states leads to the id. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';

function parse(metadata: object, ...operations: readonly string[]) {
  const model = { metadata, operations: Object.fromEntries(operations.map((name) => [name, { name }])), shapes: {} };
  const { api, messages } = parseDocuments('service-model', [{ name: 'm.json', text: JSON.stringify(model) }], {
    service: null,
  });
  return { id: api.services[0]?.id, said: messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`) };
}

test.each([
  ['elb', 'Elastic Load Balancing', ['AttachLoadBalancerToSubnets', 'ConfigureHealthCheck']],
  ['elbv2', 'Elastic Load Balancing', ['CreateListener', 'CreateRule']],
  ['sesv2', 'Amazon Simple Email Service', ['CreateEmailIdentity']],
  ['ses', 'Amazon Simple Email Service', ['VerifyEmailAddress']],
])('%s is known by its operations where two services have its title', (id, serviceFullName, operations) => {
  expect(parse({ serviceFullName }, ...operations)).toEqual({ id, said: [] });
});

test('an id that is made of another name is said', () => {
  expect(parse({ serviceFullName: 'Tea House' }, 'Brew')).toEqual({
    id: 'tea-house',
    said: [
      'unknown-service: Unexpected `Tea House`, which is called `tea-house` here, expected a service of the table of known services',
    ],
  });
  expect(parse({ serviceFullName: '茶', endpointPrefix: 'tea' }, 'Brew').said).toEqual([
    expect.stringContaining('`茶`, which is called `tea` here'),
  ]);
  expect(parse({ uid: 'tea-2020-01-01' }, 'Brew')).toMatchObject({
    id: 'tea-2020-01-01',
    said: [expect.stringContaining('`tea-2020-01-01`, which is called `tea-2020-01-01` here')],
  });
  expect(parse({}, 'Brew')).toMatchObject({
    id: 'unknown',
    said: [expect.stringContaining('model that names no service, which is called `unknown` here')],
  });
});

test('a folder that names the service leaves nothing to say', () => {
  const text = JSON.stringify({ metadata: { serviceFullName: 'Tea House' }, operations: { Brew: {} }, shapes: {} });
  const { messages } = parseDocuments('service-model', [{ name: 'm.json', text }], { service: 'tea' });
  expect(messages.map(String)).toEqual([]);
});
