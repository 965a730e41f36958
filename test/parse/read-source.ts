/** Real inputs, read and parsed: one document, or everything a source holds. */
import { readFileSync } from 'node:fs';
import type { Api, Service } from '../../src/model/index.ts';
import { type DialectId, detectDialect, type ParseResult, parseDocuments } from '../../src/parse/index.ts';
import { openSource, type SourceUnit } from '../../src/sources/index.ts';
import { shared } from '../shared.ts';

/** One document of the shared folder, in the dialect that is recognised in it. */
export function parseShared(name: string): ParseResult & { readonly dialect: DialectId } {
  const text = readFileSync(shared(name), 'utf8');
  const dialect = detectDialect(text);
  if (dialect === undefined) throw new Error(`No known dialect in ${name}`);
  return { dialect, ...parseDocuments(dialect, [{ name, text }], { positions: true }) };
}

/** One unit of a source. */
export async function parseUnit(unit: SourceUnit): Promise<ParseResult> {
  const documents = [];
  for (const file of unit.files) documents.push({ name: file.name, text: await file.read() });
  return parseDocuments(unit.dialect, documents, { service: unit.service });
}

/** Every service of a source in the shared folder. */
export async function readApi(name: string): Promise<Api> {
  const source = await openSource(shared(name));
  try {
    const services: Service[] = [];
    for (const unit of source.units) services.push(...(await parseUnit(unit)).api.services);
    return { kind: 'api', services, complete: false };
  } finally {
    await source.close();
  }
}

/** The service of an id. */
export function serviceOf(api: Api, id: string): Service {
  const service = api.services.find((one) => one.id === id);
  if (service === undefined) throw new Error(`No service ${id} among ${api.services.map((one) => one.id).join(', ')}`);
  return service;
}
