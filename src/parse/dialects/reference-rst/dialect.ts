/** Reference RST: the published documentation of boto3 and botocore, one page or one folder for each service. */
import { buildApi } from '../../reference/build-api.ts';
import { isReferenceRst, parseReferencePage, type ServiceBuilders } from '../../reference/rst-page.ts';
import type { Document, ParseResult } from '../../result.ts';
import { hasLineOf } from '../../text/line-start.ts';
import type { Dialect } from '../dialect.ts';
import type { Reading } from '../reading.ts';
import { referenceRstFacts } from './facts.ts';
import { referenceRstFiles } from './files.ts';
import { referenceRstName } from './name.ts';

export const referenceRst: Dialect<'reference-rst'> = {
  ...referenceRstName,
  lookedFor: 'reference RST: a line `.. py:class::` or `.. py:method::`',
  isWrittenIn: ({ form, head }) => form === 'text' && isReferenceRst(head),
  parse: parsePages,
  facts: referenceRstFacts,
  files: referenceRstFiles,
  package: null,
  repository: null,
};

/** The start of a service's page in boto3's documentation; in botocore's, a session creates the client. */
const boto3Client = 'client = boto3.client(';

function parsePages(documents: readonly Document[], reading: Reading): ParseResult {
  const builders: ServiceBuilders = new Map();
  let isBoto3s = false;
  for (const { text, messages } of reading.opened(documents)) {
    isBoto3s ||= hasLineOf(text, boto3Client);
    const page = parseReferencePage({ text, builders, messages, positions: reading.positions });
    if (page.kind === 'unknown')
      messages.add('unknown-dialect', 'page without a class or method', { line: 1, column: 1 });
    reading.count(page.boilerplate);
  }
  return reading.result({ api: buildApi(builders), numbering: isBoto3s ? 'boto3' : 'botocore' });
}
