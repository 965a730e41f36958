/** What the commands about one store print, whole, as goldens: over `content/`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apidelta } from './run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'apidelta-goldens-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const store = join(folder, 'store.db');

beforeAll(async () => {
  expect((await apidelta(['ingest', 'content', '--store', store])).code).toBe(0);
});

const page = 'content/pages/2020-09-08-api-gateway.txt';

test.each([
  ['log-service.txt', ['log', 'elbv2']],
  ['log-with-descriptions.txt', ['log', 'ec2', '--docs']],
  ['log-operation.txt', ['log', 'apigatewayv2.CreateAuthorizer']],
  ['log-field.txt', ['log', 'elbv2.RegisterTargets.request.Targets[].QuicServerId', '--syntax']],
  ['log-field.json', ['log', 'elbv2.CreateTargetGroup.request.Protocol', '--format', 'json']],
  ['find.txt', ['find', 'Protocol']],
  ['show.txt', ['show', 'elbv2.CreateTargetGroup']],
  ['show.md', ['show', 'elbv2.CreateTargetGroup', '--format', 'markdown']],
  ['between.txt', ['between', 'elbv2', '1.40.72', '1.40.73', '--syntax']],
])('%s', async (name, args) => {
  const { code, out } = await apidelta([...args, '--store', store]);
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot(`__snapshots__/${name}`);
});

test('log tells of a release what between tells of it, worst first', async () => {
  const sentences = (out: string) =>
    out.split('\n').filter((line) => /breaks callers|may break|new or looser/.test(line));
  const log = await apidelta(['log', 'elbv2', '--store', store]);
  const between = await apidelta(['between', 'elbv2', '1.40.72', '1.40.73', '--store', store]);
  // `between` ends with the counts of its cards, and has a mark before each.
  const cards = sentences(between.out)
    .slice(0, -1)
    .map((line) => line.replace(/^ {2}\S (.{14}) /, '  $1'));
  expect(sentences(log.out)).toEqual(cards);
  expect(cards).toHaveLength(2);
});

test.each([
  ['parse-paths.txt', ['parse', page, '--format', 'paths']],
  ['parse-changes.txt', ['parse', page, '--format', 'changes']],
])('%s', async (name, args) => {
  const { code, out } = await apidelta(args);
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot(`__snapshots__/${name}`);
});
