/** Finds the year of a page by its layout, and so the facts that the generator of that year could state. */
import type { ServiceBuilder } from '../build/service-builder.ts';
import { hasLineOf } from '../text/line-start.ts';
import type { PageResult } from './rst-page.ts';

/**
 * Sections about errors, and the list of a client's exceptions, came with botocore 1.16.0; sentences that call an
 * operation deprecated came with 1.7.29; pages of single operations with 1.29. Before 1.4.2 a stream in a request was
 * printed as bytes; links to AWS's own documentation, which contain the uid, came with 1.4.89. A page without any of
 * these is older, or only a part of a page: then these facts are unknown.
 */
export function addFactsOfLayout(builder: ServiceBuilder, text: string, kind: PageResult['kind']): void {
  if (kind === 'service' && exceptionsPart.some((words) => hasLineOf(text, words))) builder.facts.add('errors');
  if (builder.uid !== undefined || stream.test(text)) builder.facts.add('streaming');
  if (builder.facts.has('errors') || singlePage.test(text)) builder.facts.add('operation-deprecation');
}

const exceptionsPart = [
  'This client has no modeled exception classes.',
  'The available client exceptions are:',
  'Client exceptions are available on a client instance ',
];
/**
 * The path at the top of an operation's own page: `:doc:`Carts <../../carts>` / Client / create_cart`. Words that the
 * page was pasted below may stand above it.
 */
const singlePage = /^:doc:`|\n:doc:`[^`\n]*` \/ /;
const stream = /seekable file-like object/;
