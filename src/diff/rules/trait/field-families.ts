/** Kinds of changes of traits of fields and types: the place of a value in a request, its name there, and its form. */
import { code } from '../../wording/code.ts';
import {
  areOrIs,
  detail,
  fields,
  fieldsVerb,
  inDirection,
  subject,
  subjectVerb,
  type Telling,
  who,
} from '../../wording/telling.ts';
import { showTrait, type TraitFamily } from './trait-rules.ts';

/** The place of a value in a request, in the usual words. */
const parts: Readonly<Record<string, string>> = {
  header: 'a header',
  headers: 'headers',
  uri: 'the path',
  querystring: 'the query string',
  statusCode: 'the status',
  none: 'the body',
};

export const fieldFamilies: readonly TraitFamily[] = [
  {
    id: 'location-changed',
    severity: 'breaking',
    audience: 'wire',
    description: 'A value travels elsewhere: in a header, in the path, in the query or in the body.',
    sentence: (telling) =>
      `${fields(telling)} moved from ${part(telling.change.before)} to ${part(telling.change.after)}`,
    example: ['location=header', 'location=uri', 'location header>uri'],
    says: both('breaking, wire: `Port` moved from a header to the path'),
  },
  {
    id: 'wire-name-changed',
    severity: 'breaking',
    audience: 'wire',
    description: 'A value has another name on the wire. An SDK goes on calling it by the same name.',
    sentence: wireName,
    example: ['locationName=port', 'locationName=Port', 'locationName port>Port'],
    says: both('breaking, wire: `Port` is sent as `Port` (was `port`)'),
  },
  {
    id: 'xml-changed',
    severity: 'breaking',
    audience: 'wire',
    description: 'A value is written to XML, or to a query, in another form.',
    sentence: (telling) => `The XML of ${subject(telling)} is written in another form${inDirection(telling)}`,
    example: ['', 'flattened=true', 'flattened none>true'],
    says: {
      request: 'breaking, wire: The XML of `Port` is written in another form in requests',
      response: 'breaking, wire: The XML of `Port` is written in another form in responses',
    },
  },
  {
    id: 'xml-order-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'The elements of a structure are to be written in another order.',
    sentence: (telling) => `The XML elements of ${subject(telling)} come in another order`,
    example: ['xmlOrder=["A"]', 'xmlOrder=["B"]', 'xmlOrder ["A"]>["B"]'],
    says: both('dangerous, wire: The XML elements of `Port` come in another order'),
  },
  {
    id: 'payload-changed',
    severity: 'breaking',
    audience: 'wire',
    description: 'Another member, or none, is the whole body of the message.',
    sentence: (telling) =>
      telling.change.after === null
        ? `No member of ${subject(telling)} is the whole body any more`
        : `${code(showTrait(telling.change.after))} is the whole body of ${subject(telling)} now`,
    example: ['payload=A', 'payload=B', 'payload A>B'],
    says: both('breaking, wire: `B` is the whole body of `Port` now'),
  },
  {
    id: 'timestamp-format-changed',
    severity: 'breaking',
    audience: 'wire',
    description: 'A point in time is written in another form. An SDK reads and writes both.',
    sentence: (telling) =>
      `${fields(telling)} ${areOrIs(telling)} sent as ${form(telling.change.after)} (was ${form(telling.change.before)})`,
    example: ['', 'timestampFormat=iso8601', 'timestampFormat none>iso8601'],
    says: both('breaking, wire: `Port` is sent as `iso8601` (was what the protocol says)'),
  },
  {
    id: 'event-changed',
    severity: 'breaking',
    audience: 'wire',
    description: 'A part of an event stream is, or is not any more, an event, its body or one of its headers.',
    sentence: (telling) =>
      `${subject(telling)} ${subjectVerb(telling, 'has', 'have')} another part in the events of a stream`,
    example: ['', 'eventpayload=true', 'eventpayload none>true'],
    says: both('breaking, wire: `Port` has another part in the events of a stream'),
  },
  {
    id: 'nullability-changed',
    severity: 'docs',
    audience: 'wire',
    description:
      'A value may be absent where it could not, or the other way round. Python does not see it; languages that tell a number from no number do.',
    sentence: (telling) =>
      telling.change.after === null
        ? `${fields(telling)} ${fieldsVerb(telling, 'counts', 'count')} as 0 when absent (could be unset)`
        : `${fields(telling)} can be unset (${fieldsVerb(telling, 'was', 'were')} 0 when absent)`,
    example: ['', 'box=true', 'box none>true'],
    says: both('docs, wire: `Port` can be unset (was 0 when absent)'),
  },
  {
    id: 'sparse-changed',
    severity: { request: 'safe', response: 'dangerous' },
    audience: 'sdk',
    description: 'Entries of a list or map may be null where they could not.',
    advice: 'Check entries for `None` before you use them.',
    is: ({ after }) => after === true,
    sentence: sparse,
    example: ['', 'sparse=true', 'sparse none>true'],
    says: {
      request: 'safe: Entries of `Port` can be null in requests',
      response: 'dangerous: Entries of `Port` can be null — check before use',
    },
  },
  {
    id: 'sparse-changed',
    severity: { request: 'dangerous', response: 'safe' },
    audience: 'sdk',
    description: 'Entries of a list or map may not be null any more.',
    advice: 'Leave entries out instead of sending `None`.',
    is: ({ after }) => after !== true,
    sentence: sparse,
    example: ['sparse=true', '', 'sparse true>none'],
    says: {
      request: 'dangerous: Entries of `Port` can no longer be null in requests',
      response: 'safe: Entries of `Port` can no longer be null in responses',
    },
  },
  {
    id: 'host-label-changed',
    severity: 'dangerous',
    audience: 'wire',
    description:
      'A value is, or is not any more, a part of the name of the host that is called: rules for outgoing traffic may not fit.',
    sentence: (telling) =>
      telling.change.after === null
        ? `${fields(telling)} ${areOrIs(telling)} no longer part of the host name`
        : `${fields(telling)} ${fieldsVerb(telling, 'becomes', 'become')} part of the host name`,
    example: ['', 'hostLabel=true', 'hostLabel none>true'],
    says: both('dangerous, wire: `Port` becomes part of the host name'),
  },
  {
    id: 'length-required-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'The length of a stream must, or must not any more, be known before it is sent.',
    sentence: (telling) =>
      telling.change.after === null
        ? `The length of ${fields(telling)} need not be known before it is sent`
        : `The length of ${fields(telling)} must be known before it is sent`,
    example: ['', 'requiresLength=true', 'requiresLength none>true'],
    says: both('dangerous, wire: The length of `Port` must be known before it is sent'),
  },
  {
    id: 'endpoint-parameter-changed',
    severity: 'dangerous',
    audience: 'wire',
    description: 'A value is, or is not any more, used to choose the endpoint that is called.',
    sentence: (telling) =>
      telling.change.after === null
        ? `${fields(telling)} ${fieldsVerb(telling, 'takes', 'take')} no part in choosing the endpoint any more`
        : `${fields(telling)} ${fieldsVerb(telling, 'takes', 'take')} part in choosing the endpoint now`,
    example: ['', 'contextParam={"name":"Bucket"}', 'contextParam none>{"name":"Bucket"}'],
    says: both('dangerous, wire: `Port` takes part in choosing the endpoint now'),
  },
];

function both(said: string): { readonly request: string; readonly response: string } {
  return { request: said, response: said };
}

function part(value: unknown): string {
  const name = value === null || value === undefined ? 'none' : String(value);
  return parts[name] ?? code(name);
}

function form(value: unknown): string {
  return value === null || value === undefined ? 'what the protocol says' : code(String(value));
}

function wireName(telling: Telling): string {
  const { before, after } = telling.change;
  if (telling.change.places[0]?.path === '') return messageName(telling);
  const [own] = telling.fields;
  const ownName = telling.fields.length > 1 ? 'their own names' : code(own ?? '');
  const name = (value: unknown) => (value === null || value === undefined ? ownName : code(String(value)));
  const query = detail(telling, 'trait') === 'queryName' ? ' in queries' : '';
  // The name is a root of a body or a prefix of headers: there, the field's own name and no name have different
  // meanings.
  if (name(before) === name(after))
    return before === null
      ? `${fields(telling)} ${fieldsVerb(telling, 'has', 'have')} a stated name on the wire now`
      : `${fields(telling)} no longer ${fieldsVerb(telling, 'has', 'have')} a stated name on the wire`;
  return `${fields(telling)} ${areOrIs(telling)} sent as ${name(after)}${query} (was ${name(before)})`;
}

/** The whole of a request or response: its name on the wire is its shape's name, which callers do not know. */
function messageName(telling: Telling): string {
  const { before, after } = telling.change;
  const what = `The ${telling.direction === 'response' ? 'response' : 'request'} of ${who(telling)}`;
  if (after === null || after === undefined) return `${what} has no name of its own on the wire any more`;
  return before === null || before === undefined
    ? `${what} has a name of its own on the wire now`
    : `${what} has another name on the wire`;
}

function sparse(telling: Telling): string {
  const what = `Entries of ${fields(telling)}`;
  if (telling.change.after !== true) return `${what} can no longer be null${inDirection(telling)}`;
  return telling.direction === 'request' ? `${what} can be null in requests` : `${what} can be null — check before use`;
}
