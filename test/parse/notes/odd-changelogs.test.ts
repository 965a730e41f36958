/** Odd but legal changelogs: a note is never told of another release, and nothing is dropped without a message. */
import { expect, test } from 'vitest';
import { parseDocuments } from '../../../src/parse/index.ts';
import { proseText } from '../../prose-text-by-hand.ts';

const read = (text: string, name: string) => {
  const { notes, messages } = parseDocuments('release-notes', [{ name, text }]);
  return {
    notes: notes.map(
      ({ version, date, category, service, text: words }) =>
        `${version} ${date} ${category} ${service}: ${proseText(words)}`,
    ),
    messages: messages.map(({ line, reason }) => `${line} ${reason}`),
  };
};
const rst = (...lines: string[]) => read(lines.join('\n'), 'CHANGELOG.rst');
const markdown = (...lines: string[]) => read(lines.join('\n'), 'CHANGELOG.md');

test('RST: days in other forms, words behind a version', () => {
  const days = ['1.2.3 - 2020-01-02', '1.2.2 [2020-01-01]', '1.2.1 (January 2, 2020)', '1.2.0 – ünï', '1.1.0'];
  expect(rst(...days.flatMap((title, at) => [title, '=====', '', `* a:b: Of ${at}.`, '']))).toEqual({
    notes: [
      '1.2.3 2020-01-02 a b: Of 0.',
      '1.2.2 2020-01-01 a b: Of 1.',
      '1.2.1 2020-01-02 a b: Of 2.',
      '1.2.0 null a b: Of 3.',
      '1.1.0 null a b: Of 4.',
    ],
    messages: ['16 Unexpected `– ünï`, expected a day as 2025-11-13'],
  });
});

test('RST: any underline, and an overline', () => {
  for (const sign of ['=', '-', '~', '^', '"', '#', '*', '+', '.', ':'])
    expect(rst('1.0.0', '=====', '', '* a:b: One.', '', '0.9.0', sign.repeat(5), '', '* a:b: Two.').notes).toEqual([
      '1.0.0 null a b: One.',
      '0.9.0 null a b: Two.',
    ]);
  expect(rst('=====', '1.0.0', '=====', '', '* a:b: One.').notes).toEqual(['1.0.0 null a b: One.']);
});

test('RST: what stands below a title without a version is of no release', () => {
  expect(
    rst(
      '1.1.0',
      '=====',
      '* a:b: One.',
      '',
      'Upgrade Notes',
      '=============',
      '* a:b: Two.',
      'words',
      '',
      '1.0.0',
      '=====',
      '* a:b: Three.',
    ),
  ).toEqual({
    notes: ['1.1.0 null a b: One.', 'null null a b: Two.', '1.0.0 null a b: Three.'],
    messages: [
      '5 Unexpected `Upgrade Notes`, expected a version in the heading',
      '8 Unexpected `words`, expected a release note',
    ],
  });
});

test('Markdown: headings of other releases end a release', () => {
  expect(
    markdown(
      ...['## 1.2.0', '- One.', '## [Unreleased] - soon', '- Two.', '## 2020-01-02', '- Three.'],
      ...['## Release 2020-01-01', '- Four.', '## Version 1.1.0', '- Five.', '## widget 1.0.0 (2019-01-01)', '- Six.'],
      ...['### Features', '- Seven.', '# Appendix', '- Eight.', '- Nine.', '## 0.9.0', '- Ten.'],
    ),
  ).toEqual({
    notes: [
      '1.2.0 null null null: One.',
      'null 2020-01-02 null null: Three.',
      'null 2020-01-01 null null: Four.',
      '1.1.0 null null null: Five.',
      '1.0.0 2019-01-01 null null: Six.',
      '1.0.0 2019-01-01 feature null: Seven.',
      '0.9.0 null null null: Ten.',
    ],
    messages: [
      '3 Unexpected notes below `[Unreleased] - soon`, expected a version in the heading',
      '15 Unexpected notes below `Appendix`, expected a version in the heading',
    ],
  });
});

test('Markdown: a category may be as deep as its version, and numbers in it are no version', () => {
  expect(markdown('### 1.0.1', '### Python 3.8 support', '- One.', '### Bug Fixes', '- Two.').notes).toEqual([
    '1.0.1 null python 3.8 support null: One.',
    '1.0.1 null bugfix null: Two.',
  ]);
});

test('Markdown: a list before the first release, and HTML with words in it', () => {
  expect(
    markdown(
      ...['# Changelog', '', 'All changes.', '', '- One.', '- Two.', '', '<a name="1.0.0"></a>', '## 1.0.0', ''],
      ...['<ul><li>Three.</li></ul>', '', '<!-- four -->', '', '- Five.'],
    ),
  ).toEqual({
    notes: ['1.0.0 null null null: Five.'],
    messages: [
      '5 Unexpected `One. Two.`, expected a release above it',
      '11 Unexpected `Three.`, expected a release note',
    ],
  });
});

test('Markdown: everything in the entry of a module', () => {
  const link = '* `github.com/aws/aws-sdk-go-v2/service/ec2`: [v1.307.0](service/ec2/CHANGELOG.md)';
  const module = link.replaceAll('ec2', 's3');
  expect(
    markdown(
      ...['# Release (2026-06-10)', '', '## Module Highlights', link, '  * **Feature**: One.', '', '  Two.', ''],
      ...['  1. Three.', '', `${module} four`, '  * Five.'],
    ),
  ).toEqual({
    notes: [
      'null 2026-06-10 feature ec2: One.',
      'null 2026-06-10 api-change ec2: Two.',
      'null 2026-06-10 api-change ec2: Three.',
      'null 2026-06-10 api-change s3: four',
      'null 2026-06-10 api-change s3: Five.',
    ],
    messages: [],
  });
});
