/** Traits of operations that are compared as a whole: checksums, compression, endpoints, how messages are wrapped. */
import { noMatch, type OperationRule } from '../../findings/pairs.ts';
import { code, subjectOf } from '../../wording.ts';
import { type TraitFamily, traitDifferences } from './trait-difference.ts';

const families: readonly TraitFamily[] = [
  {
    id: 'checksum-changed',
    traits: ['httpChecksum', 'httpChecksumRequired'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'An operation asks for other checksums, or for none: an SDK may send, or check, something else.',
    words: 'uses other checksums',
    example: ['', 'httpChecksumRequired=true', 'httpChecksumRequired none>true'],
  },
  {
    id: 'compression-changed',
    traits: ['requestcompression'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'Requests may be compressed where they were not, or the other way round.',
    words: 'compresses its requests in another way',
    example: ['', 'requestcompression={"encodings":["gzip"]}', 'requestcompression none>{"encodings":["gzip"]}'],
  },
  {
    id: 'payload-signing-changed',
    traits: ['unsignedPayload'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'The body of a request is signed where it was not, or the other way round.',
    words: 'signs its body in another way',
    example: ['', 'unsignedPayload=true', 'unsignedPayload none>true'],
  },
  {
    id: 'endpoint-changed',
    traits: ['endpoint'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'An operation is called at another host: rules for outgoing traffic may not fit.',
    words: 'is called at another host',
    example: ['', 'endpoint={"hostPrefix":"data-"}', 'endpoint none>{"hostPrefix":"data-"}'],
  },
  {
    id: 'endpoint-discovery-changed',
    traits: ['endpointdiscovery', 'endpointoperation'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'An SDK asks the service for the endpoint where it did not, or the other way round.',
    words: 'finds its endpoint in another way',
    example: ['', 'endpointdiscovery={"required":true}', 'endpointdiscovery none>{"required":true}'],
  },
  {
    id: 'endpoint-parameters-changed',
    traits: ['staticContextParams', 'operationContextParams'],
    severity: 'dangerous',
    audience: 'sdk',
    description: 'Other values of an operation are used to choose the endpoint that is called.',
    words: 'chooses its endpoint by other values',
    example: ['', 'staticContextParams={"A":1}', 'staticContextParams none>{"A":1}'],
  },
  {
    id: 'envelope-changed',
    traits: ['input', 'output'],
    severity: 'breaking',
    audience: 'wire',
    description: 'The whole of a request or response has another name or wrapper on the wire.',
    words: 'is wrapped in another way',
    example: ['', 'input={"locationName":"Request"}', 'input none>{"locationName":"Request"}'],
  },
];

export const operationTraitRules: readonly OperationRule[] = families.map(
  ({ id, traits, severity, audience, description, words, example: [before, after, value] }) => ({
    id,
    subject: 'operation',
    mirror: id,
    severity,
    audience,
    needs: ['http'],
    description,
    sentence: (change) => `${subjectOf(change)} ${words}: ${code(change.value)}`,
    example: {
      before: `CreateListener ${before}`.trim(),
      after: `CreateListener ${after}`.trim(),
      line: `${id} CreateListener   ${value} ${severity}`,
    },
    find: (pair) =>
      pair.before === undefined || pair.after === undefined
        ? noMatch
        : traitDifferences(traits, pair.before.wire, pair.after.wire),
  }),
);

/** Promises that an operation makes: `readonly`, `idempotent`. */
export const promiseRules: readonly OperationRule[] = (
  [
    ['readonly', 'An operation that is read-only changes nothing.', 'read-only'],
    [
      'idempotent',
      'Of an idempotent operation the same call made twice has no more effect than made once.',
      'idempotent',
    ],
  ] as const
).flatMap(([trait, meaning, word]) =>
  (['added', 'removed'] as const).map((turn): OperationRule => {
    const [without, having] = ['GetListener', `GetListener ${trait}=true`];
    const severity = turn === 'added' ? 'safe' : 'dangerous';
    return {
      id: `${trait}-${turn}`,
      subject: 'operation',
      mirror: `${trait}-${turn === 'added' ? 'removed' : 'added'}`,
      severity,
      audience: 'sdk',
      needs: ['http'],
      description: `${meaning} The promise is ${turn === 'added' ? 'made now' : 'not made any more'}.`,
      sentence: (change) =>
        `${subjectOf(change)} is ${turn === 'added' ? 'stated to be' : 'not stated any more to be'} ${word}`,
      example: {
        before: turn === 'added' ? without : having,
        after: turn === 'added' ? having : without,
        line: `${trait}-${turn} GetListener    ${severity}`,
      },
      find({ before, after }) {
        if (before === undefined || after === undefined) return noMatch;
        const [old, now] = [before.wire?.[trait] === true, after.wire?.[trait] === true];
        return old !== now && now === (turn === 'added') ? [{}] : noMatch;
      },
    };
  }),
);
