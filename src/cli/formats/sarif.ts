/** Changes as SARIF 2.1.0, for code scanning. */
import packageJson from '../../../package.json' with { type: 'json' };
import { rules } from '../../diff/index.ts';
import { type Change, type Position, qualifiedName, type Severity } from '../../model/index.ts';
import { plainSentence } from './code-spans.ts';
import type { Comparison } from './diff-formats.ts';
import { sentenceOf } from './sentences.ts';

const levels: Readonly<Record<Severity, string>> = {
  breaking: 'error',
  dangerous: 'warning',
  safe: 'note',
  docs: 'note',
};
/** Locations of one result. */
const most = 100;

/** One run, one result a change, its key as the fingerprint. */
export function printSarif({ services }: Comparison): string {
  const used = new Set(services.flatMap(({ changes }) => changes.map(({ kind }) => kind)));
  const known = [...new Map(rules.filter(({ id }) => used.has(id)).map((rule) => [rule.id, rule])).values()];
  const index = new Map(known.map((rule, at) => [rule.id, at]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'apidelta',
            semanticVersion: packageJson.version,
            rules: known.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.id },
              fullDescription: { text: rule.description },
            })),
          },
        },
        results: services.flatMap(({ id, changes }) =>
          changes.map((change) => resultOf(id, change, index.get(change.kind))),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(service: string, change: Change, ruleIndex: number | undefined): object {
  return {
    ruleId: change.kind,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[change.severity],
    message: { text: plainSentence(sentenceOf(change)) },
    locations: change.places.slice(0, most).map((place) => {
      const at = place.new ?? place.old;
      return {
        ...(at === undefined ? {} : { physicalLocation: physical(at) }),
        logicalLocations: [
          {
            fullyQualifiedName: qualifiedName(place.operation ?? service, place.direction, place.path),
            kind: 'member',
          },
        ],
      };
    }),
    partialFingerprints: { 'apidelta/v1': change.key },
    properties: {
      service,
      severity: change.severity,
      audience: change.audience,
      ...(change.value === '' ? {} : { value: change.value }),
    },
  };
}

function physical({ file, line, column }: Position): object {
  return {
    artifactLocation: { uri: encodeURI(file.replaceAll('\\', '/')) },
    region: { startLine: line, startColumn: column },
  };
}
