/** What changed in a request or response, as the program behind awsapichanges.com computes and prints it. */
import type { Service, Shape, ShapeId } from '../../src/model/index.ts';

/** A value of Python, as far as deltas need it. */
type Value =
  | string
  | readonly Value[]
  | Map<string, Value>
  | { readonly set: readonly string[] }
  | { readonly tuple: true };

/** The delta of a shape that both versions have; undefined where nothing was added. */
export function deltaOf(before: Service, after: Service, old: ShapeId, now: ShapeId): Value | undefined {
  const found = delta(before, after, old, now, []);
  return found instanceof Map && found.size > 0 ? found : undefined;
}

function delta(
  before: Service,
  after: Service,
  old: ShapeId,
  now: ShapeId,
  seen: readonly ShapeId[],
): Value | undefined {
  if (seen.includes(now)) return undefined;
  const inside = [...seen, now];
  const [was, is] = [before.shapes[old] as Shape, after.shapes[now] as Shape];
  if ('members' in is && 'members' in was) {
    const changed = new Map<string, Value>();
    for (const { name, target } of is.members) {
      const member = was.members.find((one) => one.name === name);
      const found =
        member === undefined ? typeOf(after, target, []) : delta(before, after, member.target, target, inside);
      if (found !== undefined) changed.set(name, found);
    }
    return changed.size > 0 ? changed : undefined;
  }
  if (is.kind === 'list' && was.kind === 'list')
    return delta(before, after, was.member.target, is.member.target, inside);
  if (is.kind === 'map' && was.kind === 'map') return delta(before, after, was.value.target, is.value.target, inside);
  if (is.kind !== 'string') return undefined;
  const known = was.kind === 'string' ? (was.enum ?? []) : [];
  const set = (is.enum ?? []).filter((value) => !known.includes(value));
  return set.length > 0 ? { set } : undefined;
}

/** A whole shape: `{'Name': 'string', 'Mode': 'A | B'}`. */
function typeOf(service: Service, id: ShapeId, seen: readonly ShapeId[]): Value {
  if (seen.includes(id)) return { tuple: true };
  const inside = [...seen, id];
  const shape = service.shapes[id] as Shape;
  if ('members' in shape)
    return new Map(shape.members.map(({ name, target }) => [name, typeOf(service, target, inside)] as const));
  if (shape.kind === 'list') return [typeOf(service, shape.member.target, inside)];
  if (shape.kind === 'map')
    return new Map([[String(typeOf(service, shape.key.target, inside)), typeOf(service, shape.value.target, inside)]]);
  if (shape.kind === 'string') return shape.enum === undefined ? 'string' : shape.enum.join(' | ');
  if (shape.kind === 'document') return new Map();
  return shape.kind === 'stream' ? 'blob' : shape.kind;
}

/** Python's `pprint`: on one line where it fits, else an entry on each line, long strings in pieces. */
export function printValue(value: Value, indent = 0): string {
  const line = oneLine(value);
  if (line.length + indent <= 80) return line;
  const pad = ' '.repeat(indent + 1);
  if (typeof value === 'string')
    return pieces(value, 76 - indent)
      .map(quoted)
      .join(`\n${' '.repeat(indent)}`);
  if (value instanceof Map)
    return `{${sorted(value)
      .map(([key, one]) => `${quoted(key)}: ${printValue(one, indent + 3 + quoted(key).length)}`)
      .join(`,\n${pad}`)}}`;
  if (Array.isArray(value)) return `[${value.map((one: Value) => printValue(one, indent + 1)).join(`,\n${pad}`)}]`;
  if ('set' in value) return `{${[...value.set].sort().map(quoted).join(`,\n${pad}`)}}`;
  return line;
}

function oneLine(value: Value): string {
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Map)
    return `{${sorted(value)
      .map(([key, one]) => `${quoted(key)}: ${oneLine(one)}`)
      .join(', ')}}`;
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  return 'set' in value ? `{${[...value.set].sort().map(quoted).join(', ')}}` : '()';
}

const sorted = (map: ReadonlyMap<string, Value>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const quoted = (text: string) => `'${text}'`;

/** A text cut behind spaces. */
function pieces(text: string, width: number): string[] {
  const found: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )/)) {
    if (line !== '' && line.length + word.length > Math.max(width, 10)) {
      found.push(line);
      line = '';
    }
    line += word;
  }
  return [...found, line];
}
