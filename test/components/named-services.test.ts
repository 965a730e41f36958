/** Tests which services a typed list names: names, other names and ids, and what names none is not guessed. */
import { expect, test } from 'vitest';
import { namedServices, strangeWords } from '../../src/components/client/named-services.ts';
import { aliasesOf } from '../../src/parse/index.ts';
import { otherNames } from '../../src/view/site/service-names.ts';

const titles: Readonly<Record<string, string>> = {
  cloudwatch: 'Amazon CloudWatch',
  ec2: 'Amazon Elastic Compute Cloud',
  elb: 'Elastic Load Balancing',
  elbv2: 'Elastic Load Balancing',
  events: 'Amazon EventBridge',
  kms: 'AWS Key Management Service',
  lambda: 'AWS Lambda',
  logs: 'Amazon CloudWatch Logs',
  mine: '',
  pipes: 'Amazon EventBridge Pipes',
  s3: 'Amazon Simple Storage Service',
  s3control: 'AWS S3 Control',
  s3vectors: 'Amazon S3 Vectors',
  scheduler: 'Amazon EventBridge Scheduler',
};
const services = Object.entries(titles).map(([name, title]) => ({
  ...{ name, title },
  aliases: otherNames({ title, aliases: aliasesOf(name) }),
}));
const named = (typed: string) => namedServices(typed, services).map(({ typed: part, id }) => id ?? `?${part}`);

test.each([
  ['Lambda, AWS S3, cloudwatch logs, eventbridge, nosuch', ['lambda', 's3', 'logs', 'events', '?nosuch']],
  ['s3 ec2 lambda', ['s3', 'ec2', 'lambda']],
  ['S3,EC2;\nlambda', ['s3', 'ec2', 'lambda']],
  ['cloudwatch logs s3', ['logs', 's3']],
  ['cloudwatch', ['cloudwatch']],
  ['cloudwatch lambda', ['cloudwatch', 'lambda']],
  ['s3 nothing at all ec2', ['s3', '?nothing at all', 'ec2']],
  ['no such', ['?no such']],
  ['Amazon EventBridge Pipes', ['pipes']],
  ['alb, key  management', ['elbv2', 'kms']],
  ['elb', ['elb']],
  ['Elastic Load Balancing, load balancing', ['?Elastic Load Balancing', '?load balancing']],
  ['mine s3', ['mine', 's3']],
  ['AWS', ['?AWS']],
  ['s', ['?s']],
  [' , ', []],
])('%j names %j', (typed, ids) => {
  expect(named(typed)).toEqual(ids);
});

test('a service is not named by a part of its name, even if no other has it', () => {
  const few = services.filter(({ name }) => name !== 's3' && name !== 's3control');
  expect(namedServices('s3', few)).toEqual([{ typed: 's3', id: null }]);
  expect(strangeWords(['s3'], few)).toBe('“s3” (similar: s3vectors)');
});

test('an id in capital letters is told from one in small letters', () => {
  const two = ['Tea', 'tea'].map((name) => ({ name, title: '', aliases: [] }));
  expect(namedServices('tea Tea', two).map(({ id }) => id)).toEqual(['tea', 'Tea']);
});

test('what was not found is said with the services that it may mean', () => {
  expect(strangeWords(['nosuch', 'eventbrige', 'lamda', 'load balancing', 'xyz'], services)).toBe(
    '“nosuch”, “eventbrige” (similar: events), “lamda” (similar: lambda), “load balancing” (similar: elb, elbv2), “xyz”',
  );
});
