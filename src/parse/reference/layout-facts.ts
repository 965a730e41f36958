/** What the layout of a page says of its year, and so of what the generator of that year could state. */
import type { ServiceBuilder } from '../build/service-builder.ts';
import type { PageResult } from './rst-page.ts';

/**
 * Sections of what operations fail with, and the list of a client's exceptions, came with botocore 1.16.0; sentences that
 * call an operation deprecated with 1.7.29; pages of single operations in 1.29. Before 1.4.2 a stream that is sent was
 * printed as bytes; links to AWS's own documentation, which have the uid, came with 1.4.89. A page without any of these is
 * older, or a part of something: then these facts are unknown.
 */
export function addFactsOfLayout(builder: ServiceBuilder, text: string, kind: PageResult['kind']): void {
  if (kind === 'service' && exceptionsPart.test(text)) builder.facts.add('errors');
  if (builder.uid !== undefined || stream.test(text)) builder.facts.add('streaming');
  if (builder.facts.has('errors') || singlePage.test(text)) builder.facts.add('operation-deprecation');
}

const exceptionsPart =
  /^ *(?:This client has no modeled exception classes\.|The available client exceptions are:|Client exceptions are available on a client instance )/m;
/** The way to a page of its own: `:doc:`Carts <../../carts>` / Client / create_cart`. */
const singlePage = /^:doc:`/;
const stream = /seekable file-like object/;
