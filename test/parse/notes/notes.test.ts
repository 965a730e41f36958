/** Release notes in every style that is read: which release, which service, which words. */
import { describe, expect, test } from 'vitest';
import type { Prose } from '../../../src/model/index.ts';
import { detectDialect, parseDocuments } from '../../../src/parse/index.ts';
import { describeShared } from '../../shared.ts';
import { parseShared } from '../read-source.ts';

/** The notes of a text, one line each. */
function notesOf(text: string, name = 'CHANGELOG.md'): readonly string[] {
  expect(detectDialect(text)).toBe('release-notes');
  const { notes, messages } = parseDocuments('release-notes', [{ name, text }]);
  expect(messages.map(String)).toEqual([]);
  return notes.map((note) =>
    [note.version, note.date, note.category, note.service, wordsOf(note.text)].map((cell) => cell ?? '-').join(' | '),
  );
}

function wordsOf(prose: Prose): string {
  return prose
    .map((block) =>
      'children' in block && block.type === 'paragraph'
        ? block.children.map((inline) => ('value' in inline ? inline.value : inline.type)).join('')
        : block.type,
    )
    .join(' / ');
}

describe('notes of botocore', () => {
  test('CHANGELOG.rst', () => {
    const text = `=========
CHANGELOG
=========

1.40.73
=======

* api-change:\`\`elbv2\`\`: Another protocol, see \`\`Protocol\`\`.
* enhancement:Config: Words over
  two lines.


1.40.72
=======

* bugfix:\`\`s3\`\`: Put right.
`;
    expect(notesOf(text)).toEqual([
      '1.40.73 | - | api-change | elbv2 | Another protocol, see Protocol.',
      '1.40.73 | - | enhancement | Config | Words over two lines.',
      '1.40.72 | - | bugfix | s3 | Put right.',
    ]);
  });

  test('.changes/*.json, whose name is the version', () => {
    const text = JSON.stringify([
      { type: 'api-change', category: '``elbv2``', description: 'Another protocol.' },
      { type: 'feature', category: 'Python', description: 'A new one.' },
    ]);
    expect(notesOf(text, '.changes/1.40.73.json')).toEqual([
      '1.40.73 | - | api-change | elbv2 | Another protocol.',
      '1.40.73 | - | feature | Python | A new one.',
    ]);
    expect(notesOf(text, '.changes/next-release/feature-1.json')[0]).toMatch(/^- \|/);
  });
});

describe('notes in Markdown', () => {
  test('Keep a Changelog', () => {
    const text = `# Changelog

## [Unreleased]

## [1.1.0] - 2026-02-03

### Added

- A thing with \`code\`.

### Fixed

- Another thing.

## [1.0.0] - 2026-01-01

- The first one.
`;
    expect(notesOf(text)).toEqual([
      '1.1.0 | 2026-02-03 | added | - | A thing with code.',
      '1.1.0 | 2026-02-03 | fixed | - | Another thing.',
      '1.0.0 | 2026-01-01 | - | - | The first one.',
    ]);
  });

  test('conventional-changelog, as aws-sdk-js-v3 has it', () => {
    const text = `# [3.932.0](https://example.com/compare/v3.931.0...v3.932.0) (2025-11-14)

### Features

* **client-elastic-load-balancing-v2:** Another protocol ([1234abc](https://example.com/commit/1234abc))

### Bug Fixes

* words without a service
`;
    const notes = notesOf(text);
    expect(notes[0]).toMatch(
      /^3\.932\.0 \| 2025-11-14 \| feature \| client-elastic-load-balancing-v2 \| Another protocol/,
    );
    expect(notes[1]).toBe('3.932.0 | 2025-11-14 | bugfix | - | words without a service');
  });

  test('aws-sdk-go-v2, whose releases are days', () => {
    const text = `# Release (2026-06-10)

## General Highlights
* **Dependency Update**: Updated to the latest versions

## Module Highlights
* \`github.com/aws/aws-sdk-go-v2/service/ec2\`: [v1.307.0](service/ec2/CHANGELOG.md#v13070-2026-06-10)
  * **Feature**: Another field.
`;
    const notes = notesOf(text);
    expect(notes[0]).toMatch(/^- \| 2026-06-10 \| general \| - \|/);
    expect(notes[1]).toBe('- | 2026-06-10 | feature | ec2 | Another field.');
  });
});

describeShared('notes of changelog pages', () => {
  test.each([
    'seeds/000_d121624282e462ae.txt',
    'seeds/003_3a4ee911a6c0aa5f.txt',
    'data/changelog-html/1.40.72-redshift.html',
  ])('%s has one, of its day and service', (name) => {
    const page = parseShared(name);
    expect(page.notes.map(({ date, category, service }) => [date, category, service])).toEqual([
      [page.date, 'api-change', page.api.services[0]?.id],
    ]);
    expect(page.notes[0]?.text).not.toEqual([]);
  });
});
