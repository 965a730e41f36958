/** Days in headings of changelogs, in every clear form; what is not clear is told, and never guessed. */
import { expect, test } from 'vitest';
import { detectDialect, parseDocuments } from '../../../src/parse/index.ts';

function read(name: string, ...lines: readonly string[]) {
  const { notes, messages } = parseDocuments('release-notes', [{ name, text: lines.join('\n') }]);
  return {
    notes: notes.map(({ version, date, category }) => `${version} ${date} ${category}`),
    messages: messages.map(({ line, reason }) => `${line} ${reason}`),
  };
}

const clear = [
  '2024-03-05',
  '2024-3-5',
  '2024/03/05',
  'March 5, 2024',
  'Mar 5 2024',
  'mar. 5th, 2024',
  '5 March 2024',
  '5th Mar, 2024',
];

test.each(clear)('%s is a day behind a version, in Markdown and RST, and a heading alone', (day) => {
  const headings = [
    `## 1.2.0 - ${day}`,
    `## [1.2.0] (${day}) [YANKED]`,
    `# Release 1.2.0 / ${day}`,
    `## carts 1.2.0 (${day})`,
  ];
  for (const heading of headings)
    expect(read('CHANGELOG.md', heading, '', '- One.'), heading).toEqual({
      notes: ['1.2.0 2024-03-05 null'],
      messages: [],
    });
  for (const heading of [`## ${day}`, `## Release (${day})`])
    expect(read('CHANGELOG.md', heading, '', '- One.'), heading).toEqual({
      notes: ['null 2024-03-05 null'],
      messages: [],
    });
  expect(read('CHANGELOG.rst', `1.2.0 (${day})`, '=====', '', '* fix:``s3``: One.')).toEqual({
    notes: ['1.2.0 2024-03-05 fix'],
    messages: [],
  });
});

test.each(clear)('a changelog of which all headings are days as %s is recognised', (day) => {
  const headings = [
    `## ${day}`,
    `### ${day} ###`,
    `# [${day}]`,
    `## [${day}](https://example.com/notes)`,
    `## **${day}**`,
    `${day}\n-----`,
    `${day}\n=====`,
  ];
  for (const heading of headings)
    for (const text of [`# Changelog\n\n${heading}\n\n- One.\n`, `Changelog\n\n${heading}\n\n* One.\n`]) {
      for (const ending of ['\n', '\r\n'])
        expect(detectDialect(text.replaceAll('\n', ending)), text).toBe('release-notes');
      expect(read('CHANGELOG.md', ...text.split('\n')).notes, text).toEqual(['null 2024-03-05 null']);
    }
});

test.each(['## 2024', '## March 2024', '## The day 2024-03-05 was long', '2024-03-05', '- 2024-03-05', '## 1.2'])(
  'nothing is recognised by %s',
  (line) => expect(detectDialect(`# Words\n\n${line}\n\n- One.\n`)).toBeUndefined(),
);

test('September has a short name of four letters', () => {
  expect(read('CHANGELOG.md', '## 1.2.0 (Sept 7, 2024)', '- One.').notes).toEqual(['1.2.0 2024-09-07 null']);
});

test.each(['05.02.2024', '2024.3.5', '3/5/24', 'Winter 2024', 'Marble 5, 2024'])(
  '%s may be a day, and is told',
  (day) => {
    expect(read('CHANGELOG.md', `## 1.2.0 - ${day}`, '- One.')).toEqual({
      notes: ['1.2.0 null null'],
      messages: [`1 Unexpected \`- ${day}\`, expected a day as 2025-11-13`],
    });
  },
);

test.each(['30 February 2024', '2024/13/01'])('%s is in no calendar', (day) => {
  const { notes, messages } = read('CHANGELOG.md', `## 1.2.0 - ${day}`, '- One.');
  expect(notes).toEqual(['1.2.0 null null']);
  expect(messages).toHaveLength(1);
});

test('words behind a version are no day, and words with a number are no release', () => {
  expect(read('CHANGELOG.md', '## 1.2.0 – the big one', '- One.', '### Python 3.8.1 or newer', '- Two.')).toEqual({
    notes: ['1.2.0 null null', '1.2.0 null python 3.8.1 or newer'],
    messages: [],
  });
});

test('a version of a year and a month is a version; a changelog of which each heading has a day is recognised', () => {
  expect(read('CHANGELOG.md', '## 2024.03.05', '- One.').notes).toEqual(['2024.03.05 null null']);
  for (const day of ['March 5, 2024', '5 March 2024', '2024-03-05', '2024/3/5', 'Mar 2024'])
    expect(detectDialect(`1.2.0 (${day})\r\n=====\n\n* fix:x: One.\n`)).toBe('release-notes');
  expect(detectDialect('1.1 Overview of it\n=====\n\n* One.\n')).toBeUndefined();
});

test('blanks around the name of a service are none of it', () => {
  const { notes } = parseDocuments('release-notes', [
    { name: 'a.rst', text: '1.2.0\n=====\n\n* fix:`` s3 ``: One.\n' },
  ]);
  expect(notes.map(({ service }) => service)).toEqual(['s3']);
});

test('a month alone is no release: it stands above those of the month', () => {
  const { notes } = read(
    'CHANGELOG.md',
    '## 1.2.0',
    '- One.',
    '## May 2024',
    '- Two.',
    '## 1.1.0 (May 2024)',
    '- Three.',
  );
  expect(notes.at(-1)).toBe('1.1.0 2024-05 null');
  expect(notes).not.toContain('null 2024-05 null');
});
