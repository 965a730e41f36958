/** Service models: botocore's JSON, in its repository, in its package, or as single files. */
import { emptyApi } from '../../../model/index.ts';
import { parseModelDocuments } from '../../models/documents.ts';
import { placeOperations } from '../../models/operation-positions.ts';
import type { Document, ParseResult } from '../../result.ts';
import type { Dialect } from '../dialect.ts';
import type { Reading } from '../reading.ts';
import type { Sample } from '../sample.ts';
import { serviceModelFacts } from './facts.ts';
import { serviceModelFiles } from './files.ts';
import { serviceModelName } from './name.ts';
import { botocorePackage } from './package.ts';
import { botocoreRepository } from './repository.ts';

export const serviceModel: Dialect<'service-model'> = {
  ...serviceModelName,
  lookedFor: 'a botocore service model: JSON with `metadata`, `operations` and `shapes`',
  isWrittenIn,
  parse: parseFiles,
  facts: serviceModelFacts,
  files: serviceModelFiles,
  package: botocorePackage,
  repository: botocoreRepository,
};

/** Recognises today's form and the form until 2014: the description at the beginning may be longer than the sample. */
function isWrittenIn({ form, head }: Sample): boolean {
  if (form !== 'json-object') return false;
  if (/"metadata"\s*:\s*\{/.test(head) && /"(?:operations|version)"\s*:/.test(head)) return true;
  return (
    /"api_version"\s*:/.test(head) && /"(?:operations|service_full_name|service_name|endpoint_prefix)"\s*:/.test(head)
  );
}

function parseFiles(documents: readonly Document[], reading: Reading): ParseResult {
  const opened = documents.map((document) => ({ ...document, messages: reading.messagesOf(document.name) }));
  const read = parseModelDocuments(opened, reading.service, reading.messagesOf(''), reading.memory);
  const model = documents.find(({ text }) => text.includes('"operations"'));
  if (read !== undefined && model !== undefined && reading.positions !== undefined)
    placeOperations(model, read, reading.positions);
  return reading.result({ api: read === undefined ? emptyApi : { kind: 'api', services: [read], complete: false } });
}
