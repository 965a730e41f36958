/** Temporary folders and small documents for the tests of sources. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** Files by path, as text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes files into a folder that goes when the test ends. */
export function scratchFolder(files: Files = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'apidelta-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFiles(folder, files);
  return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** The smallest service model. */
export function model(apiVersion = '2020-01-01'): string {
  return JSON.stringify({
    metadata: { apiVersion, serviceFullName: 'Tea', uid: `tea-${apiVersion}` },
    operations: { Brew: { name: 'Brew', input: { shape: 'BrewRequest' } } },
    shapes: { BrewRequest: { type: 'structure', members: {} } },
  });
}

/** The page of one operation, as boto3 documents it. */
export function operationPage(name: string, service = 'Tea'): string {
  const line = '*'.repeat(name.length);
  return `:doc:\`${service} <../../tea>\` / Client / ${name}\n\n${line}\n${name}\n${line}\n\n.. py:method:: ${service}.Client.${name}(**kwargs)\n\n  Text.\n\n  :returns: None\n`;
}

/** The index page of a service, and the whole page of one before 2023. */
export function servicePage(service = 'Tea'): string {
  const line = '='.repeat(service.length);
  return `${line}\n${service}\n${line}\n\n.. py:class:: ${service}.Client\n\n  A client.\n`;
}

/** One note of botocore's `.changes`. */
export const note = JSON.stringify([{ category: '``tea``', description: 'More leaves', type: 'api-change' }], null, 2);
