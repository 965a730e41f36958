/** Tests which service a release note is about, by the names that teams give to theirs. */
import { expect, test } from 'vitest';
import { isOnService, servicesOfNote } from '../../../src/store/releases/note-services.ts';

const known = new Set([
  'elbv2',
  'elb',
  'logs',
  'cognito-idp',
  'events',
  'stepfunctions',
  'ses',
  'ec2',
  'lex-models',
  's3',
]);

test.each([
  ['elbv2', 'elbv2'],
  ['ELBv2', 'elbv2'],
  [' ec2 ', 'ec2'],
  ['client-ec2', 'ec2'],
  ['client-elastic-load-balancing-v2', 'elbv2'],
  ['elasticloadbalancingv2', 'elbv2'],
  ['client-elastic-load-balancing', 'elb'],
  ['elasticloadbalancing', 'elb'],
  ['cloudwatchlogs', 'logs'],
  ['client-cloudwatch-logs', 'logs'],
  ['client-cognito-identity-provider', 'cognito-idp'],
  ['cognitoidentityprovider', 'cognito-idp'],
  ['eventbridge', 'events'],
  ['client-sfn', 'stepfunctions'],
  ['step-functions', 'stepfunctions'],
  ['simple-email', 'ses'],
  // In any letters.
  ['CloudWatchLogs', 'logs'],
  ['CloudWatch-Logs', 'logs'],
  ['ElasticLoadBalancing', 'elb'],
  ['Elastic-Load-Balancing', 'elb'],
  ['CognitoIdentityProvider', 'cognito-idp'],
  ['Cognito-Identity-Provider', 'cognito-idp'],
  ['EventBridge', 'events'],
  ['SFN', 'stepfunctions'],
  ['Step-Functions', 'stepfunctions'],
  ['Amazon Elastic Compute Cloud', 'ec2'],
  ['lexmodels', 'lex-models'],
  ['Lex Models', 'lex-models'],
  ['e-c2', 'ec2'],
  ['teapot', undefined],
  ['', undefined],
])('%j is %s', (name, id) => {
  expect(servicesOfNote(name, known)).toBe(id);
});

test('the name as it stands goes before what it may mean', () => {
  expect(servicesOfNote('simple-email', new Set(['ses', 'simple-email']))).toBe('simple-email');
  expect(servicesOfNote('Sim-Ple', new Set(['simple', 'sim-ple']))).toBe('sim-ple');
});

test.each<[string, string | null, boolean]>([
  ['ec2', null, true],
  ['EC2', 'feature', true],
  ['client-ec2', null, true],
  ['elastic-load-balancing-v2', null, true],
  ['client-cloudwatch-logs', null, true],
  ['eventbridge', 'feature', true],
  ['Amazon Elastic Compute Cloud', null, true],
  // Only services have an API that changes, though nobody may know this one.
  ['a-retired-service', 'api-change', true],
  ['a-retired-service', 'feature', false],
  ['TLS', 'feature', false],
  ['Python', null, false],
  ['endpoint-rules', 'api-change', false],
  [' Endpoints ', 'api-change', false],
  ['', 'api-change', false],
  [' ', 'api-change', false],
])('a note on %j of the category %s is on a service: %s', (name, category, expected) => {
  expect(isOnService(name, category)).toBe(expected);
});
