/** A waiter, a paginator or a setting of the client whose value is no object has its name still: what it is, is unknown, and not gone. */
import { expect, test } from 'vitest';
import { linesOf, parse } from './tiny-model.ts';

const waiter = { operation: 'Brew', delay: 5, maxAttempts: 3, acceptors: [] };
const odd = [null, 'text', 7, ['list']];

function read(waiters: object, clientContextParams: object) {
  const { api, messages } = parse({ clientContextParams }, { waiters });
  const [service] = api.services;
  if (service === undefined) throw new Error('Unexpected nothing, expected a service');
  return { service, said: messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`) };
}

test.each(odd)('%j', (value) => {
  const whole = read({ Cold: waiter, Hot: waiter }, { UseKettle: { type: 'boolean' }, UsePot: { type: 'boolean' } });
  expect(whole.said).toEqual([]);
  const part = read({ Cold: value, Hot: waiter }, { UseKettle: { type: 'boolean' }, UsePot: value });
  expect(part.said).toEqual([
    expect.stringMatching(/^unexpected-text: .*`UsePot` that is no object/),
    expect.stringMatching(/^unexpected-text: .*`Cold` that is no object/),
  ]);
  expect(part.service.waiters?.map(({ name }) => name)).toEqual(['Cold', 'Hot']);
  expect(part.service.clientContextParams?.map(({ name }) => name)).toEqual(['use_kettle', 'use_pot']);
  expect(linesOf(whole.service, part.service)).toEqual([]);
  expect(linesOf(part.service, whole.service)).toEqual([]);
  // What else came or went is told.
  const less = read({ Hot: waiter }, { UseKettle: { type: 'boolean' } });
  expect(linesOf(part.service, less.service)).toHaveLength(2);
});

const pages = { input_token: 'A', output_token: 'B', result_key: ['C', 'D'], limit_key: 'E' };
const readPages = (pagination: object) => {
  const { api, messages } = parse({}, { pagination });
  const [service] = api.services;
  if (service === undefined) throw new Error('Unexpected nothing, expected a service');
  return { service, said: messages.map(({ ruleId }) => ruleId) };
};

test.each([...odd, { ...pages, limit_key: 5 }, { ...pages, result_key: ['C', 5] }, { ...pages, input_token: {} }])(
  'a paginator %j',
  (value) => {
    const whole = readPages({ Cold: pages, Hot: pages });
    expect(whole.said).toEqual([]);
    const part = readPages({ Cold: value, Hot: pages });
    expect(part.said).toEqual(['unexpected-text']);
    expect(part.service.paginators?.map(({ name }) => name)).toEqual(['Cold', 'Hot']);
    expect(linesOf(whole.service, part.service)).toEqual([]);
    expect(linesOf(part.service, whole.service)).toEqual([]);
    // What else came or went is told.
    expect(linesOf(part.service, readPages({ Hot: pages }).service)).toEqual([
      expect.stringMatching(/paginator-removed Cold/),
    ]);
  },
);
