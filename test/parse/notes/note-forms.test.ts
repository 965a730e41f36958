/** Every form of a release note: what becomes its words, what ends it, and what of it cannot be read. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';
import { proseText } from '../../prose-text-by-hand.ts';

const read = (text: string, name = 'CHANGELOG.md') => parseDocuments('release-notes', [{ name, text }]);
const notes = (text: string, name?: string) =>
  read(text, name).notes.map(
    ({ version, date, category, service, text: words }) =>
      `${version} ${date} ${category} ${service}: ${proseText(words)}`,
  );
const messages = (text: string, name?: string) =>
  read(text, name).messages.map((message) => `${message.line}:${message.column} ${message.ruleId}`);

test('CHANGELOG.rst: days, categories, services with and without marks, and text that is no entry', () => {
  const text = [
    'CHANGELOG',
    '=========',
    'an introduction',
    '',
    'v1.2.0 (2025-01-02)',
    '===================',
    '',
    '* api-change:``ec2``: One.',
    '* feature:Two words: Two.',
    '* bugfix: Three.',
    '* Four without a category.',
    'a stray line',
    '',
    '  indented, as it goes on',
    '* feature:s3:Five',
    '  goes on.',
    '',
    '1.1',
    '=====',
    '* bugfix:s3: Six.',
  ].join('\n');
  expect(notes(text)).toEqual([
    '1.2.0 2025-01-02 api-change ec2: One.',
    '1.2.0 2025-01-02 feature Two words: Two.',
    '1.2.0 2025-01-02 bugfix null: Three.',
    '1.2.0 2025-01-02 null null: Four without a category.',
    '1.2.0 2025-01-02 null null: feature:s3:Five goes on.',
    '1.1 null bugfix s3: Six.',
  ]);
  expect(messages(text)).toEqual(['12:1 unreadable-note', '14:1 unreadable-note']);
});

test('.changes: what is no entry is said, and marks around a service are not its name', () => {
  const entries = [
    { type: 'api-change', category: '``ec2``', description: 'One.\n\nMore.' },
    { description: 'Two.' },
    { type: 1, category: 2, description: 'Three.' },
    { type: 'feature', words: 'no description' },
    'a text',
  ];
  const text = JSON.stringify(entries);
  expect(notes(text, 'x/.changes/1.2.3.json')).toEqual([
    '1.2.3 null api-change ec2: One. / More.',
    '1.2.3 null null null: Two.',
    '1.2.3 null null null: Three.',
  ]);
  expect(read(text, '1.2.3.json').messages.map(({ message }) => message)).toEqual([
    expect.stringContaining('`type, words`'),
    expect.stringContaining('entry of type string'),
  ]);
  expect(messages('[1, 2', '1.2.3.json')).toEqual(['1:1 unreadable-note']);
  expect(notes(text, '1.2.3.txt')[0]).toMatch(/^null/);
});

test('Markdown: groups by their names, and a heading ends the one before', () => {
  const text = [
    '## 1.2.0 - 2025-01-02',
    'A paragraph.',
    '### Features',
    '- One.',
    '### Bug Fixes',
    '- Two.',
    '### Service Client Changes',
    '- Three.',
    '### General Highlights',
    '- Four.',
    '### Deprecated',
    '- Five.',
    '## Unreleased',
    '- Six.',
    '## [1.1.0]',
    '- Seven.',
    '***',
    '<!-- said to nobody -->',
    '[a]: https://example.org',
  ].join('\n\n');
  expect(notes(text)).toEqual([
    '1.2.0 2025-01-02 null null: A paragraph.',
    '1.2.0 2025-01-02 feature null: One.',
    '1.2.0 2025-01-02 bugfix null: Two.',
    '1.2.0 2025-01-02 api-change null: Three.',
    '1.2.0 2025-01-02 general null: Four.',
    '1.2.0 2025-01-02 deprecated null: Five.',
    '1.1.0 null null null: Seven.',
  ]);
  expect(messages(text)).toEqual(['25:1 unreadable-note']);
});

test('Markdown: what is neither list nor paragraph is said', () => {
  expect(messages('# Changelog\n\n```\nbefore\n```\n\n## 1.0.0\n\n```\ncode\n```\n\n> words\n')).toEqual([
    ...['9:1 unreadable-note', '13:1 unreadable-note'],
  ]);
});

test('Markdown: marks and blocks in an item are kept', () => {
  const text =
    '# 1.0.0\n\n- One *two* **three** `four` [five](https://example.org/5)\n  six\\\n  seven ![eight](e.png)\n\n  More.\n\n  ```sh\n  run\n  ```\n\n  > said\n\n  1. first\n';
  expect(notes(text)).toEqual([
    '1.0.0 null null null: One *two* **three** `four` [five](https://example.org/5) six⏎seven  / More. / ```sh run``` / > (said) / 1. (first)',
  ]);
});

test('Markdown: a service in bold with a colon, a module with what changed in it', () => {
  const text = [
    '# Release (2026-06-10.2)',
    '## Module Highlights',
    '* `github.com/aws/aws-sdk-go-v2/service/ec2`: [v1.2.0](x)',
    '  * **Feature**: One.',
    '  * **Bug Fix**: Two.',
    '',
    '    More.',
    '  * Three.',
    '* `github.com/aws/aws-sdk-go-v2/service/s3`: v1.3.0',
    '* `github.com/aws/aws-sdk-go-v2/config`: v1.3.0',
    '* **client-s3:**  Four.',
    '* **Bold** words.',
  ].join('\n');
  expect(notes(text)).toEqual([
    'null 2026-06-10 feature ec2: One.',
    'null 2026-06-10 bug fix ec2: Two. / More.',
    'null 2026-06-10 api-change ec2: Three.',
    'null 2026-06-10 api-change s3: `github.com/aws/aws-sdk-go-v2/service/s3`: v1.3.0',
    'null 2026-06-10 api-change null: `github.com/aws/aws-sdk-go-v2/config`: v1.3.0',
    'null 2026-06-10 api-change client-s3: Four.',
    'null 2026-06-10 api-change null: **Bold** words.',
  ]);
});

test('Markdown: lines that nest too deep are said and left out, and so many marks are characters', () => {
  const deep = (levels: number) => `# 1.0.0\n\n${'> '.repeat(levels)}x\n\n- One.\n`;
  expect(messages(deep(20))).toEqual(['3:1 nesting-too-deep']);
  expect(notes(deep(20))).toEqual(['1.0.0 null null null: One.']);
  expect(messages(deep(19))).toEqual(['3:1 unreadable-note']);
  expect(messages(`# 1.0.0\n\n${' '.repeat(100)}x\n`)).toEqual(['3:1 nesting-too-deep']);
  const marked = (count: number) => notes(`# 1.0.0\n\n- ${'*a* '.repeat(count)}\n- *b*\n`);
  expect(marked(150)[0]).toContain('*a* *a*');
  expect(marked(150)[0]).not.toContain('\\');
  expect(marked(151)[0]).toMatch(/: \*a\* \*a\*/);
  expect(read(`# 1.0.0\n\n- ${'*a* '.repeat(150)}\n- *b*\n`).notes[0]?.text[0]).toMatchObject({
    children: expect.arrayContaining([{ type: 'emphasis', children: [{ type: 'text', value: 'a' }] }]),
  });
  const [many, next] = read(`# 1.0.0\n\n- ${'*a* '.repeat(151)}\n- *b*\n`).notes;
  expect(many?.text[0]).toMatchObject({ children: [{ type: 'text', value: expect.stringMatching(/^\*a\* /) }] });
  expect(next?.text[0]).toMatchObject({ children: [{ type: 'emphasis' }] });
});

test.each([
  ['# Log\n\n## [2.0.0] - 2024-13-45\n\n- One.\n', '3:1'],
  ['# Release (2023-02-29)\n\n- One.\n', '1:1'],
  ['1.2.0 (2024-02-30)\n==================\n\n* bugfix:s3: One.\n', '1:1'],
])('a day that no calendar has is no day: %j', (text, at) => {
  expect(messages(text)).toEqual([`${at} unknown-day`]);
  expect(read(text).notes.map(({ date }) => date)).toEqual([null]);
});

test.each([
  '## [2.0.0] - 2026-08\n\n- One.\n',
  '## 2.0.0 (2026-08)\n\n- One.\n',
  '## 2.0.0 - August 2026\n\n- One.\n',
  '## Version 2.0.0, Aug 2026\n\n- One.\n',
  '2.0.0 (2026-08)\n===============\n\n* bugfix:s3: One.\n',
  '2.0.0 (August 2026)\n===================\n\n* bugfix:s3: One.\n',
])('a release of a month has the month: %j', (text) => {
  expect([messages(text), read(text).notes.map(({ version, date }) => [version, date])]).toEqual([
    [],
    [['2.0.0', '2026-08']],
  ]);
});

test.each([
  ['## 2.0.0 - 2026-13\n\n- One.\n', ['1:1 unknown-day']],
  ['2.0.0 (2026-00)\n===============\n\n* bugfix:s3: One.\n', ['1:1 unknown-day']],
  ['## 2.0.0 - Mayday 2026\n\n- One.\n', ['1:1 unknown-day']],
  ['## 2.0.0 - 2026-080\n\n- One.\n', ['1:1 unknown-day']],
])('what is no month is none: %j', (text, said) => {
  expect([messages(text), read(text).notes.map(({ date }) => date)]).toEqual([said, [null]]);
});

test('a leap day is one', () => {
  const text = '## 2.0.0 - 2024-02-29\n\n- One.\n';
  expect([messages(text), notes(text)]).toEqual([[], ['2.0.0 2024-02-29 null null: One.']]);
});

test('notes without a version are told once, at their heading; a heading without notes is no loss', () => {
  const text = '# Log\n\n## [Unreleased]\n\n### Added\n\n- One.\n- Two.\n\nWords.\n\n## 1.0.0\n\n- Three.\n';
  expect([messages(text), notes(text)]).toEqual([['3:1 unreadable-note'], ['1.0.0 null null null: Three.']]);
  expect(read(text).messages[0]?.reason).toBe(
    'Unexpected notes below `[Unreleased]`, expected a version in the heading',
  );
  expect(messages('# Log\n\n## [Unreleased]\n\n## 1.0.0\n\n- Three.\n')).toEqual([]);
});

test('a month makes no day, a year nothing, and dates in the words of a note stay as they are written', () => {
  const words = 'Ends 03/2024, began in 2022 and on May 4th 2023, again 2023-05-04.';
  const text = ['## 1.3.0 - 2023-05', `- ${words}`, '## 1.2.0 (2022)', '- Two.', '## 1.1.0 (May 2021)', '- One.'];
  expect(notes(text.join('\n\n'))).toEqual([
    `1.3.0 2023-05 null null: ${words}`,
    '1.2.0 null null null: Two.',
    '1.1.0 2021-05 null null: One.',
  ]);
});
