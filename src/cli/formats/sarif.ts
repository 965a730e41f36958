/** Changes as SARIF 2.1.0, for code scanning. */
import packageJson from '../../../package.json' with { type: 'json' };
import { counted, plainSentence, rules } from '../../diff/index.ts';
import { type Position, qualifiedName, type Severity, severities } from '../../model/index.ts';
import { checkoutPath } from './checkout-path.ts';
import type { Comparison } from './diff-formats.ts';
import { type ShownCard, shownServices } from './shown.ts';

const levels: Readonly<Record<Severity, string>> = {
  breaking: 'error',
  dangerous: 'warning',
  safe: 'note',
  docs: 'note',
};
/** The greatest number of places of one result. */
const maxLocations = 100;

/** The greatest number of results: GitHub's code scanning keeps this many, and refuses a file with 25,000. */
const maxResults = 5000;

/**
 * One run with one result a card, whose key is the fingerprint: worst first, and no more than code scanning accepts.
 */
export function printSarif(comparison: Comparison): string {
  const { pin, locate, old, new: now } = comparison;
  const all = shownServices(comparison).flatMap(({ id, cards }) => cards.map((card) => ({ service: id, card })));
  const sorted = all.toSorted((a, b) => severities.indexOf(a.card.severity) - severities.indexOf(b.card.severity));
  const shown = sorted.slice(0, maxResults);
  const used = new Set(shown.map(({ card }) => card.kind));
  const known = [...Map.groupBy(rules, ({ id }) => id)].filter(([id]) => used.has(id));
  const index = new Map(known.map(([id], at) => [id, at]));
  const nowhere = { file: fileOf(now.source) ?? fileOf(old.source) ?? 'unknown', line: 1, column: 1 };
  const left = sorted.length - shown.length;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'apidelta',
            semanticVersion: packageJson.version,
            rules: known.map(([id, variants]) => ({
              id,
              shortDescription: { text: id },
              // A kind may have several rules with different texts: here nobody knows which one a reader will see.
              fullDescription: { text: [...new Set(variants.map(({ description }) => description))].join(' Or: ') },
            })),
          },
        },
        results: shown.map(({ service, card }) =>
          resultOf(service, card, {
            ruleIndex: index.get(card.kind),
            pin,
            nowhere: locate?.(service, card.places[0]?.operation ?? null) ?? nowhere,
          }),
        ),
        ...(left === 0
          ? {}
          : {
              invocations: [
                {
                  executionSuccessful: true,
                  toolExecutionNotifications: [
                    {
                      level: 'note',
                      message: {
                        text: `${counted(left, 'more change')} ${left === 1 ? 'is' : 'are'} left out, because code scanning takes ${maxResults.toLocaleString('en')} results: --format json has all.`,
                      },
                    },
                  ],
                },
              ],
            }),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

interface Located {
  readonly ruleIndex: number | undefined;
  /** The position where the version in use is pinned: the line that an upgrade changes. */
  readonly pin: Position | undefined;
  /** The position of results that belong to no known file. */
  readonly nowhere: Position;
}

function resultOf(service: string, card: ShownCard, { ruleIndex, pin, nowhere }: Located): object {
  const { kind, severity, audience, changes, places, key } = card;
  const values = changes.map(({ value }) => value).filter((value) => value !== '');
  const logicalLocations = places.slice(0, maxLocations).map(({ operation, direction, path }) => ({
    fullyQualifiedName: qualifiedName(operation ?? service, direction, path),
    kind: 'member',
  }));
  const [first] = places;
  return {
    ruleId: kind,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: plainSentence(card.sentence) },
    // Code scanning refuses a result without a place in a file.
    locations: [{ physicalLocation: physical(pin ?? first?.new ?? first?.old ?? nowhere), logicalLocations }],
    partialFingerprints: { 'apidelta/v1': key },
    properties: { service, severity, audience, ...(values.length === 0 ? {} : { value: values.join(', ') }) },
  };
}

/** The file of a source; undefined for a spec with a prefix for its kind, which is not a path in a checkout. */
function fileOf(source: string): string | undefined {
  return source.startsWith('git:') ? undefined : source;
}

function physical({ file, line, column }: Position): object {
  return {
    artifactLocation: { uri: encodeURI(checkoutPath(file)) },
    region: { startLine: line, startColumn: column },
  };
}
