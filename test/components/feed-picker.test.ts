/** Tests how the picker of feeds finds a service, and the file that it makes; what it does on the page, a browser tests. */
import { XMLValidator } from 'fast-xml-parser';
import { parseOpml } from 'feedsmith';
import { expect, test } from 'vitest';
import { opml } from '../../src/components/client/feeds/feed-picker.ts';
import { rankOf } from '../../src/components/client/rank.ts';
import { aliasesOf } from '../../src/parse/index.ts';
import { otherNames, shortTitle } from '../../src/view/site/service-names.ts';

const titles: Readonly<Record<string, string>> = {
  ec2: 'Amazon Elastic Compute Cloud',
  ecs: 'Amazon EC2 Container Service',
  ecr: 'Amazon Elastic Container Registry',
  elb: 'Elastic Load Balancing',
  elbv2: 'Elastic Load Balancing',
  kafka: 'Managed Streaming for Kafka',
  kms: 'AWS Key Management Service',
  s3: 'Amazon Simple Storage Service',
  s3control: 'AWS S3 Control',
  ssm: 'Amazon Simple Systems Manager (SSM)',
  sqs: 'Amazon Simple Queue Service',
};

const namesOf = (name: string, title: string) => ({
  name,
  title: shortTitle(title).toLowerCase(),
  aliases: otherNames({ title, aliases: aliasesOf(name) }),
});

function found(typed: string): readonly string[] {
  return Object.entries(titles)
    .map(([id, title]) => ({ id, rank: rankOf(namesOf(id, title), typed) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ id }) => id);
}

test.each([
  ['s3', ['s3', 's3control']],
  ['ec2', ['ec2', 'ecs']],
  ['ec', ['ecr', 'ec2', 'ecs']],
  ['elb', ['elb', 'elbv2']],
  ['alb', ['elbv2']],
  ['msk', ['kafka']],
  ['key', ['kms']],
  ['storage', ['s3']],
  ['torage', ['s3']],
  ['ssm', ['ssm']],
  ['nothing', []],
])('%s finds %j', (typed, ids) => {
  expect(found(typed).toSorted()).toEqual(ids.toSorted());
  expect(found(typed)[0]).toBe(ids.includes(typed) ? typed : found(typed)[0]);
});

test('the vendor is no part of a name, but all there is stays', () => {
  expect(['AWS Lambda', 'Amazon EC2', 'AWS', 'Amazonia'].map(shortTitle)).toEqual(['Lambda', 'EC2', 'AWS', 'Amazonia']);
  const initials = (title: string) => otherNames({ title, aliases: [] });
  expect(initials('AWS Identity and Access Management')).toEqual(['iam']);
  expect(initials('AWS Lambda')).toEqual([]);
  expect(aliasesOf('constructor')).toEqual([]);
});

test('the file is one that feed readers take in, whatever the names hold', () => {
  const file = opml([
    ['s3: "Simple" <Storage> & more', 'https://example.org/services/s3/feed.xml?a=1&b=2'],
    ['ec2: Compute', 'https://example.org/services/ec2/feed.xml'],
  ]);
  expect(XMLValidator.validate(file)).toBe(true);
  expect(parseOpml(file).body?.outlines?.map(({ type, text, xmlUrl }) => [type, text, xmlUrl])).toEqual([
    ['rss', 's3: "Simple" <Storage> & more', 'https://example.org/services/s3/feed.xml?a=1&b=2'],
    ['rss', 'ec2: Compute', 'https://example.org/services/ec2/feed.xml'],
  ]);
});
