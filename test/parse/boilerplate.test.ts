/** Lines that no fact stands in are counted by their pattern: in a page of each form, taken from `content/`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DialectId, parseDocuments } from '../../src/parse/index.ts';

function boilerplateOf(dialect: DialectId, file: string): object {
  const text = readFileSync(new URL(`../../content/${file}`, import.meta.url), 'utf8');
  return parseDocuments(dialect, [{ name: file, text }]).boilerplate;
}

test('a changelog page with its indentation', () => {
  expect(boilerplateOf('changelog-text', 'pages/2025-11-13-elastic-load-balancing.txt')).toEqual({
    'return-type': 15,
    'section-heading': 15,
    'see-also': 5,
  });
});

test('a changelog page without it', () => {
  expect(boilerplateOf('changelog-flat', 'pages/2020-09-08-api-gateway.txt')).toEqual({
    'return-type': 3,
    'section-heading': 7,
    'see-also': 3,
  });
});

test('a page of the reference', () => {
  const file = 'reference/1.40.72/reference/services/elbv2/client/modify_target_group.rst';
  expect(boilerplateOf('reference-rst', file)).toEqual({
    breadcrumb: 1,
    'literal-marker': 2,
    'return-type': 2,
    'section-heading': 4,
    title: 1,
    'title-line': 2,
  });
});
