/** Parses and compares mutated inputs, and tells its parent which one it is at: whoever hangs is killed and known. */
import { compareApis } from '../../src/diff/index.ts';
import { canonicalJson, pathLines } from '../../src/model/index.ts';
import { type DialectId, detectDialect, parseDocuments, readProse } from '../../src/parse/index.ts';
import { decodeText } from '../../src/sources/decode-text.ts';
import { Random } from '../generate/random.ts';
import { realInputs } from './inputs.ts';
import { mutated } from './mutate.ts';

const [first, count] = process.argv.slice(2).map(Number) as [number, number];
const inputs = realInputs();

function parse(dialect: DialectId, name: string, bytes: Buffer) {
  const service = dialect === 'service-model' ? 'thing' : null;
  return parseDocuments(dialect, [{ name, text: decodeText(bytes) }], { service, positions: true });
}

const plain = new Map(inputs.map(({ name, dialect, bytes }) => [name, parse(dialect, name, bytes).api]));

for (let seed = first; seed < first + count; seed++) {
  const input = inputs[seed % inputs.length];
  if (input === undefined) break;
  process.send?.(seed);
  const bytes = mutated(new Random(seed), input.bytes);
  detectDialect(decodeText(bytes).slice(0, 65_536));
  const { api } = parse(input.dialect, input.name, bytes);
  const before = plain.get(input.name);
  if (before !== undefined) {
    compareApis(before, api, {});
    compareApis(api, before, { documentation: true });
  }
  for (const service of api.services) {
    pathLines(service);
    for (const { documentation } of service.operations) readProse(documentation ?? []);
  }
  canonicalJson(api);
}
process.send?.('done');
