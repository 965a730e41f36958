/** Tests the twins of pages: what a page says, its twin says, and what the twin prints is Markdown that means the same. */
import { parseFragment } from 'parse5';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ruleKinds } from '../../../src/view/pages/about/rules-page.ts';
import { operationHistoryPage } from '../../../src/view/pages/operation-history-page.ts';
import { operationPage, operationPaths } from '../../../src/view/pages/operation-page.ts';
import { Memory } from '../../../src/view/site/memory.ts';
import { serviceLlmsText, siteLlmsText } from '../../../src/view/twins/llms-text.ts';
import { operationTwin } from '../../../src/view/twins/operation-twin.ts';
import { releaseTwin } from '../../../src/view/twins/release-twin.ts';
import { ruleTwin } from '../../../src/view/twins/rule-twin.ts';
import { changeOf } from '../../changes-by-hand.ts';
import { type ContentSite, contentSite } from '../../content-site.ts';
import { hostile } from '../../fixture-services.ts';
import { fixtureSite } from '../../fixture-site.ts';

let content: ContentSite;
beforeAll(async () => {
  content = await contentSite();
});
afterAll(() => content.close());

/** The text of Markdown, as a reader sees it. */
function textOf(markdown: string): string {
  const parts: string[] = [];
  visit(unified().use(remarkParse).parse(markdown), (node) => {
    if ('value' in node) parts.push(String(node.value));
  });
  return parts.join(' ');
}

const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

function htmlText(html: string): string {
  const parts: string[] = [];
  const look = (node: { readonly value?: string; readonly childNodes?: readonly object[] }): void => {
    if (node.value !== undefined) parts.push(node.value);
    for (const child of node.childNodes ?? []) look(child);
  };
  look(parseFragment(html) as object);
  return parts.join(' ');
}

/** Every string of HTML in the data of a page. */
function* htmlIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if ((name === 'docs' || name === 'rest' || name === 'description') && typeof inner === 'string') yield inner;
    else yield* htmlIn(inner);
  }
}

test('the twin of an operation has every word of its page', () => {
  const { site } = content;
  let compared = 0;
  for (const { props } of operationPaths(site)) {
    const { head: _, ...page } = operationPage(site, props.service, props.name);
    const said = new Map<string, number>();
    for (const word of wordsIn(textOf(operationTwin(site, props.service, props.name))))
      said.set(word, (said.get(word) ?? 0) + 1);
    const missing = [...htmlIn(page)].flatMap((html) => wordsIn(htmlText(html))).filter((word) => !said.has(word));
    expect(missing, `${props.service} ${props.name}`).toEqual([]);
    compared += said.size;
  }
  expect(compared).toBeGreaterThan(2000);
});

test('fields, types, what is required and values are in the twin', () => {
  const twin = operationTwin(content.site, 'lambda', 'CreateFunction');
  expect(twin).toMatch(/^# `CreateFunction` \(`lambda`\)\n\n`client\.create_function\(\*\*kwargs\)`\n/);
  expect(twin).toContain('- `FunctionName` (string, **required**)');
  expect(twin).toContain('`nodejs26.x` (since 1.43.60)');
  expect(twin).toContain('## Errors');
  expect(twin).toContain('## History');
});

test('names of a source mean nothing in Markdown', () => {
  const site = fixtureSite();
  for (const { props } of operationPaths(site)) {
    const tree = unified()
      .use(remarkParse)
      .parse(operationTwin(site, props.service, props.name));
    visit(tree, 'html', (node) => {
      throw new Error(`Unexpected HTML ${JSON.stringify(node)}, expected text`);
    });
  }
  expect(textOf(releaseTwin(site, '1.40.73'))).toContain('alert');
  visit(unified().use(remarkParse).parse(releaseTwin(site, '1.40.73')), 'html', () => {
    throw new Error(`Unexpected HTML, expected ${hostile} as text`);
  });
});

test('the twin of a release has every sentence of every service', () => {
  const twin = releaseTwin(content.site, '1.38.19');
  expect(twin).toContain('# 1.38.19\n\n19 May 2025 · botocore 1.38.19 = boto3 1.38.19 · 1 service');
  expect(twin).toContain('- breaks callers: `GetCluster` no longer returns `linkedClusterArns`');
  expect(twin.match(/^- breaks callers: /gm)).toHaveLength(6);
});

test('the twin of a release has a line for each note that is about no service', () => {
  const site = fixtureSite();
  const words = ['Retries wait longer.', 'Python 3.9 is gone.'];
  const notes = words.map((value, at) => ({
    ...{ category: null, about: at === 0 ? 'retries' : null },
    text: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value }] }],
  }));
  expect(releaseTwin({ ...site, store: { ...site.store, generalNotes: () => notes } }, '1.40.73')).toContain(
    '## For all services\n\n- retries: Retries wait longer.\n- Python 3.9 is gone.\n\n',
  );
});

test('every rule has a twin with what it means', () => {
  for (const kind of ruleKinds()) expect(ruleTwin(content.site, kind).split('\n')[0]).toBe(`# ${kind}`);
  expect(ruleTwin(content.site, 'required-added')).toContain('In your code: Send the field in every call.');
});

test('llms.txt has a title, a summary, and lists of links', () => {
  for (const text of [siteLlmsText(content.site), serviceLlmsText(content.site, 'lambda')]) {
    const { children } = unified().use(remarkParse).parse(text);
    expect(children[0]).toMatchObject({ type: 'heading', depth: 1 });
    expect(children[1]?.type).toBe('blockquote');
    const [first, ...more] = children.slice(2).filter(({ type }) => type === 'heading');
    expect(first).toMatchObject({ depth: 2 });
    expect(more.every((heading) => 'depth' in heading && heading.depth === 2)).toBe(true);
  }
  expect(serviceLlmsText(content.site, 'lambda')).toContain(
    '- [Invoke](https://docs.example.org/services/lambda/Invoke/index.md): Calls a function and waits for its answer, or leaves it to a queue.',
  );
  expect(serviceLlmsText(content.site, 'lambda')).toContain(
    '[Everything as JSON](https://docs.example.org/api/v1/services/lambda.json)',
  );
  expect(serviceLlmsText(content.site, 'lambda')).toContain(
    '[Changes](https://docs.example.org/services/lambda/changes/)',
  );
});

test('llms.txt of a removed service says so, and has the operations that went with it', () => {
  const site = fixtureSite();
  const release = site.store.releases()[0];
  const known = site.store.service('elbv2');
  if (release === undefined || known === null) throw new Error('expected the content');
  const [first, second] = known.operations;
  if (first === undefined || second === undefined) throw new Error('expected two operations');
  const operations = [
    { ...first, removedIn: release },
    { ...second, removedIn: { ...release, id: '0.0.1' } },
  ];
  const service = () => ({ ...known, documentation: [], removedIn: release, operations });
  const text = serviceLlmsText({ ...site, store: { ...site.store, service } }, 'elbv2');
  expect(text).toContain(`> 1 operation.\n\nRemoved in ${release.id}. This is how it looked last.\n\n## Operations`);
  expect(text).toContain(`[${first.operation.name}](`);
  expect(text).not.toContain(`[${second.operation.name}](`);
});

test('llms.txt of a site without twins leads to none', () => {
  const text = siteLlmsText({ ...content.site, hasTwins: false });
  expect(text).not.toContain('index.md');
  expect(text).not.toContain('llms.txt)');
  expect(text).toContain('(https://docs.example.org/api/v1/services/lambda.json)');
});

test('the page of a whole history links to the twin of its operation, which has all of it', () => {
  // Its own page shows the newest changes only.
  const long = fixtureSite();
  const release = (at: number) => ({ id: `1.0.${at}`, version: `1.0.${at}`, date: null });
  const store = {
    ...long.store,
    operationHistory: () =>
      Array.from({ length: 12 }, (_, at) => ({
        release: release(at),
        changes: [changeOf('field-removed', `Field${at}`, { severity: 'breaking' })],
      })),
  };
  const site = { ...long, store, memory: new Memory() };
  const { head, years } = operationHistoryPage(site, 'elbv2', 'CreateListener');
  const entries = years.flatMap(({ rows }) => rows);
  expect(entries).toHaveLength(12);
  expect(head.twins.markdown).toBe(`${site.urls.operation('elbv2', 'CreateListener')}index.md`);
  const twin = operationTwin(site, 'elbv2', 'CreateListener');
  for (const { release: id } of entries) expect(twin.split('\n')).toContain(`- ${id}`);
});
