/** The inputs for measuring parsers: the shared folder of real inputs, or generated services if it is missing. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, detectDialect } from '../../src/parse/index.ts';
import { openSource } from '../../src/sources/index.ts';
import { flatPage, pageEntries, structuredPage } from '../../test/generate/print-changelog.ts';
import { htmlPage } from '../../test/generate/print-html.ts';
import { operationPage } from '../../test/generate/print-rst.ts';
import { referenceText } from '../../test/generate/print-text.ts';
import { Random } from '../../test/generate/random.ts';
import { randomService } from '../../test/generate/service.ts';
import { type BenchInput, bytesOf } from './speed.ts';

const shared = path.resolve(process.env.APIDELTA_SHARED ?? path.join(import.meta.dirname, '..', '..', '..', 'shared'));

/** Models of two consecutive releases, if the shared folder has them. */
export const sharedModels: readonly string[] = ['1.40.72', '1.40.73'].map((release) =>
  path.join(shared, 'data', 'models', release),
);

export interface BenchInputs {
  readonly inputs: readonly BenchInput[];
  /** The text of service models, for the floor. */
  readonly models: readonly string[];
  readonly source: string;
}

/** Real inputs if they exist, else generated ones. */
export async function benchInputs(): Promise<BenchInputs> {
  return existsSync(shared) ? realInputs() : generatedInputs();
}

async function realInputs(): Promise<BenchInputs> {
  const read = (name: string) => readFileSync(path.join(shared, name), 'utf8');
  const one = (name: string, file: string, wanted?: number): BenchInput => {
    const text = read(file);
    const dialect = detectDialect(text);
    if (dialect === undefined) throw new Error(`No known dialect in ${file}`);
    return input(name, dialect, [{ service: null, documents: [{ name: file, text }] }], wanted);
  };
  const pages = await groupsOf('data/rst/1.40.73');
  const older = await groupsOf('data/rst/1.17.57');
  const models = await groupsOf('data/models/1.40.73');
  const texts = models.flatMap(({ documents }) => documents.map(({ text }) => text));
  return {
    source: shared,
    models: texts,
    inputs: [
      input('reference RST, a page per operation', 'reference-rst', pages, 20),
      input('reference RST, a page per service', 'reference-rst', older, 20),
      one('reference text', 'seeds/002_9bb5389250421567.txt'),
      one('changelog page, structured text', 'seeds/000_d121624282e462ae.txt', 10),
      one('changelog page, flattened text', 'seeds/003_3a4ee911a6c0aa5f.txt', 10),
      one('changelog page, HTML', 'data/changelog-html/1.40.73-elasticloadbalancing.html', 10),
      { ...input('service models', 'service-model', models), ofFloor: 0.5 },
      notes(),
    ],
  };
}

/** Notes in botocore's form; the real ones are in its history, which would have to be unpacked first. */
function notes(): BenchInput {
  const entry = (version: number) =>
    `1.40.${version}\n=======\n\n* api-change:\`\`ec2\`\`: Words about \`\`Something\`\` new, with a \`link <https://example.com/>\`__ to more.\n* enhancement:docs: More words, over two lines\n  of which this is the second.\n\n`;
  const text = `=========\nCHANGELOG\n=========\n\n${Array.from({ length: 3000 }, (_, index) => entry(index)).join('\n')}`;
  return input('release notes, CHANGELOG.rst (generated)', 'release-notes', [
    { service: null, documents: [{ name: 'CHANGELOG.rst', text }] },
  ]);
}

async function groupsOf(name: string): Promise<BenchInput['groups']> {
  const source = await openSource(path.join(shared, name));
  try {
    const groups: { service: string | null; documents: Document[] }[] = [];
    for (const unit of source.units) {
      const documents: Document[] = [];
      for (const file of unit.files) documents.push({ name: file.name, text: await file.read() });
      groups.push({ service: unit.service, documents });
    }
    return groups;
  } finally {
    await source.close();
  }
}

function generatedInputs(): BenchInputs {
  const services = Array.from({ length: 200 }, (_, seed) => randomService(new Random(seed), { markup: false }));
  const documents = (print: (service: (typeof services)[number]) => string) => [
    { service: null, documents: services.map((service, index) => ({ name: `page-${index}`, text: print(service) })) },
  ];
  const entries = (service: (typeof services)[number]) => pageEntries({ ...service, operations: [] }, service);
  const models = services.map((service) => JSON.stringify({ metadata: {}, operations: {}, shapes: service.shapes }));
  return {
    source: 'generated services, as there is no shared folder',
    models,
    inputs: [
      input(
        'reference RST',
        'reference-rst',
        documents((one) => one.operations.map((operation) => operationPage(one, operation)).join('\n')),
        20,
      ),
      input('reference text', 'reference-text', documents(referenceText)),
      input(
        'changelog page, structured text',
        'changelog-text',
        documents((one) => structuredPage(one, entries(one))),
        10,
      ),
      input(
        'changelog page, flattened text',
        'changelog-flat',
        documents((one) => flatPage(one, entries(one))),
        10,
      ),
      input(
        'changelog page, HTML',
        'changelog-html',
        documents((one) => htmlPage(one, entries(one))),
        10,
      ),
      {
        ...input(
          'service models',
          'service-model',
          models.map((text) => ({ service: 'x', documents: [{ name: 'x', text }] })),
        ),
        ofFloor: 0.5,
      },
    ],
  };
}

function input(
  name: string,
  dialect: BenchInput['dialect'],
  groups: BenchInput['groups'],
  wanted?: number,
): BenchInput {
  const bytes = bytesOf(groups.flatMap(({ documents }) => documents.map(({ text }) => text)));
  return { name, dialect, groups, bytes, ...(wanted === undefined ? {} : { wanted }) };
}
