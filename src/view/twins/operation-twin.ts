/** The Markdown twin of an operation's page: the same content for programs. */
import { codeFence } from '../../model/index.ts';
import type { FactsView } from '../fields/field-facts.ts';
import type { FieldView } from '../fields/field-tree.ts';
import { type HistoryEntry, historyEntries } from '../fields/history/operation-history.ts';
import { type OperationPage, operationPage, type RemovedOperation } from '../pages/operation-page.ts';
import { rememberedMarkdown } from '../prose/prose-markdown.ts';
import type { Site } from '../site/site.ts';
import { dayWords } from '../site/words.ts';
import { address, code, document, entry, plain, sentence } from './markdown.ts';

/** Makes the twin of one operation's page. */
export function operationTwin(site: Site, service: string, name: string): string {
  const page = operationPage({ ...site, prose: (text) => rememberedMarkdown(site.memory, text) }, service, name);
  return document([
    `# ${code(name)} (${code(service)})`,
    code(page.signature),
    page.docs,
    page.rest,
    entry(0, `Service: [${plain(page.service.title)}](${address(site, page.service.url)})`),
    factLines(site, page),
    ...page.directions.flatMap(({ title, empty, fields }) => [
      `## ${title}`,
      empty,
      fields.map((field) => fieldLines(field, 0)).join('\n'),
    ]),
    ...errorLines(page),
    ...exampleLines(page),
    ...removedLines(page),
    ...historyLines(page, historyEntries(site, service, name)),
    `Source: ${page.source}.${page.unknown.length > 0 ? ` It does not tell ${page.unknown.join(', ')}.` : ''}`,
  ]);
}

function removedLine(site: Site, { label, later }: RemovedOperation): string {
  const [is, at] = later?.isThere === true ? ['is', 'now'] : ['was', 'then'];
  const name = later === undefined ? '' : `, and ${is} [${code(later.name)}](${address(site, later.url)}) ${at}`;
  return `Removed in ${label}${name}. This is how it looked last.`;
}

function factLines(site: Site, page: OperationPage): string {
  const lines = [
    page.nameNote,
    page.deprecated === null ? null : `**${plain(page.deprecated)}**`,
    page.removedIn === null ? null : removedLine(site, page.removedIn),
    page.since === null ? null : `Since ${page.since.label}`,
    page.changed === null
      ? null
      : `Last changed in ${page.changed.label}${page.changed.when === null ? '' : `, ${page.changed.when}`}`,
    ...page.facts.map(({ text, code: name }) => (name === '' ? text : `${text} ${code(name)}`.trimStart())),
    page.seeAlso === null ? null : `[The API’s own reference](${page.seeAlso})`,
  ];
  return lines.flatMap((line) => (line === null ? [] : [entry(0, line)])).join('\n');
}

function fieldLines(field: FieldView, depth: number): string {
  const type = field.type.map(({ text }) => text).join('');
  const marks = [
    type + (field.shape === null ? '' : ` ${code(field.shape.name)}`),
    ...(field.required ? ['**required**'] : []),
    ...(field.always ? ['always present'] : []),
    ...(field.age === null ? [] : [`since ${field.age.label}`]),
  ];
  const below = [
    ...factParts(field.facts),
    ...field.inside.flatMap((part) => [[`${part.label}:`, ...factParts(part)].join('\n\n')]),
    ...(field.more === null ? [] : [field.more.label]),
    ...(field.children.length === 0 ? [] : [`${field.childrenLabel}:`]),
  ];
  const head = `${code(field.name)} (${marks.join(', ')})`;
  const children = field.children.map((child) => fieldLines(child, depth + 1));
  const own = below.length === 0 ? head : `${head}\n\n${below.join('\n\n')}`;
  const indent = '  '.repeat(depth);
  const lines = own
    .split('\n')
    .map((line, at) => (at === 0 ? `${indent}- ${line}` : line === '' ? '' : `${indent}  ${line}`));
  return [...lines, ...(children.length > 0 ? [''] : []), ...children].join('\n');
}

function factParts(facts: FactsView): readonly string[] {
  const values = facts.values?.groups.flatMap((group) => group.values) ?? [];
  const said = [
    ...facts.constraints,
    ...(facts.pattern === null ? [] : [`matches ${code(facts.pattern)}`]),
    ...(facts.defaultValue === null ? [] : [`default ${code(facts.defaultValue)}`]),
    ...facts.notes,
  ];
  return [
    facts.deprecated === null ? '' : `**${plain(facts.deprecated)}**`,
    facts.docs,
    facts.rest,
    facts.twin === null ? '' : `Described at ${code(facts.twin.label)}.`,
    said.join('; '),
    values.length === 0
      ? ''
      : `One of: ${values.map(({ value, age }) => code(value) + (age === null ? '' : ` (since ${age.label})`)).join(', ')}`,
    facts.sameValues === null ? '' : `One of ${facts.sameValues.label}.`,
  ].filter((part) => part !== '');
}

function errorLines({ errors }: OperationPage): readonly string[] {
  if (errors === null) return [];
  const lines = errors.map(({ name, status, retried, docs, rest, since }) =>
    entry(
      0,
      [
        code(name),
        ...(status === null ? [] : [`HTTP ${status}`]),
        ...(retried === null ? [] : [retried]),
        ...(since === null ? [] : [`since ${since.label}`]),
      ].join(', '),
      docs === '' ? [] : ['', docs, ...(rest === '' ? [] : ['', rest])],
    ),
  );
  return ['## Errors', lines.length === 0 ? 'Not declared.' : lines.join('\n')];
}

function exampleLines({ examples }: OperationPage): readonly string[] {
  if (examples.length === 0) return [];
  const fenced = (text: string | null): string | null => {
    if (text === null) return null;
    const fence = codeFence(text, 3);
    return `${fence}python\n${text}\n${fence}`;
  };
  return [
    '## Examples',
    ...examples.flatMap(({ title, description, request, response }) =>
      [`### ${plain(title)}`, description, fenced(request), fenced(response)].filter((part) => part !== null),
    ),
  ];
}

function removedLines({ removedParts }: OperationPage): readonly string[] {
  if (removedParts.parts.length === 0) return [];
  const lines = removedParts.parts.map((part) =>
    entry(
      0,
      [
        part.names.map(code).join(', '),
        part.of === null ? '' : ` ${part.names.length === 1 ? 'value' : 'values'} of ${code(part.of)}`,
        part.what === 'error' ? ` ${part.names.length === 1 ? 'error' : 'errors'}` : '',
        part.direction === null ? '' : ` in the ${part.direction}`,
        part.since === null ? '' : `, since ${part.since}`,
        `, removed in ${part.removedIn.label}`,
      ].join(''),
    ),
  );
  return [
    '## No longer there',
    lines.join('\n'),
    removedParts.more > 0 ? `${removedParts.more} more are not listed.` : '',
  ];
}

/** The whole history: a twin needs no page for its older part. */
function historyLines({ history }: OperationPage, entries: readonly HistoryEntry[]): readonly string[] {
  if (history.count === 0) return [];
  const growth = history.growth.map(({ name, text, newest }) =>
    entry(0, `+ ${code(name)}: ${text}, newest ${code(newest)}`),
  );
  const lines = entries.flatMap(({ release, date, lines: own }) => [
    entry(0, `${release}${date === null ? '' : `, ${dayWords(date)}`}`),
    ...own
      .flatMap((line) => (line.folded.length === 0 ? [line] : line.folded))
      .map(({ glyph, title }) => entry(1, `${glyph.words}: ${sentence(title)}`)),
  ]);
  return ['## History', [...lines, ...growth].join('\n')];
}
