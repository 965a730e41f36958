/** The parsers as unified plugins: tree, result and messages of a file. */
import { type Plugin, unified } from 'unified';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { type DialectId, parseDocuments } from '../../src/parse/index.ts';
import {
  changelogFlat,
  changelogHtml,
  changelogText,
  type PluginOptions,
  referenceRst,
  referenceText,
  releaseNotes,
  type SourceTree,
  serviceModel,
} from '../../src/parse/plugins/index.ts';
import { flatPage, pageEntries, structuredPage } from '../generate/print-changelog.ts';
import { htmlPage } from '../generate/print-html.ts';
import { operationPage } from '../generate/print-rst.ts';
import { referenceText as printReference } from '../generate/print-text.ts';
import { Random } from '../generate/random.ts';
import { randomService } from '../generate/service.ts';

const service = randomService(new Random(11), { markup: false });
const entries = pageEntries({ ...service, operations: [] }, service);
const model = JSON.stringify({
  metadata: { serviceFullName: 'Sample', uid: 'sample-2020-01-01' },
  operations: { Go: {} },
  shapes: {},
});

const plugins: readonly (readonly [DialectId, Plugin<[options?: PluginOptions], string, SourceTree>, string])[] = [
  ['reference-rst', referenceRst, operationPage(service, service.operations[0] as (typeof service.operations)[number])],
  ['reference-text', referenceText, printReference(service)],
  ['changelog-text', changelogText, structuredPage(service, entries)],
  ['changelog-flat', changelogFlat, flatPage(service, entries)],
  ['changelog-html', changelogHtml, htmlPage(service, entries)],
  ['service-model', serviceModel, model],
  ['release-notes', releaseNotes, '1.2.3\n=====\n\n* api-change:``sample``: Words.\n'],
];

test.each(plugins)('%s', async (dialect, plugin, text) => {
  const processor = unified().use(plugin);
  const file = await processor.process(new VFile({ path: 'docs/page', value: text }));
  const direct = parseDocuments(dialect, [{ name: 'docs/page', text }], { positions: true });
  expect(file.result).toEqual(direct);
  expect(file.messages.map(String)).toEqual(direct.messages.map(String));
  const tree = processor.parse(new VFile(text));
  expect(tree).toMatchObject({ type: 'apiSource', dialect });
  expect(tree.children.map(({ id, children }) => [id, children.map(({ name }) => name)])).toEqual(
    direct.api.services.map(({ id, operations }) => [id, operations.map(({ name }) => name)]),
  );
  if (direct.positions.size > 0) expect(tree.children[0]?.children[0]?.position?.start.line).toBeGreaterThan(0);
});

test('options reach the parser, messages the file', () => {
  const file = new VFile('{"metadata": {}, "operations": {}, "shapes": {"A": {"type": "odd"}}}');
  const tree = unified().use(serviceModel, { service: 'sample' }).parse(file);
  expect(tree.children.map(({ id }) => id)).toEqual(['sample']);
  expect(file.messages.map(({ ruleId, source }) => [source, ruleId])).toEqual([['apidelta', 'dangling-reference']]);
});
