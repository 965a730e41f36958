/**
 * The grammar of paths, `Listeners[].DefaultActions[].Type`: the only place that joins one or takes one apart.
 *
 * A path consists of steps: the name of a member, `[]` for items, `{}` for values, `{key}` for keys; a `.` stands
 * before a name that is not the first step. In a name the signs of the grammar and control characters are escaped:
 * `a.b` is `a\.b`, a tab is `\u0009`, and an empty name is `\-`. So the exact steps of a path can be read back, for any
 * names.
 */

/** The steps into the parts of a shape that have no name. */
export const itemStep = '[]';
export const valueStep = '{}';
export const keyStep = '{key}';

/** The name of a member as a step. */
export function nameStep(name: string): string {
  if (!needsEscape.test(name)) return name;
  return name === ''
    ? emptyName
    : name.replace(escaped, (sign) => (isSign.test(sign) ? `\\${sign}` : `\\u${hex(sign)}`));
}

/** The name that a step goes to; null for items, values and keys. */
export function stepName(step: string): string | null {
  if (isNameless(step)) return null;
  if (!step.includes('\\')) return step;
  if (step === emptyName) return '';
  return step.replace(/\\u([0-9a-f]{4})|\\(.)/gs, (_, code: string | undefined, sign: string) =>
    code === undefined ? sign : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Whether a step goes to the nameless part of a list or map. */
export function isNameless(step: string): boolean {
  return step === itemStep || step === valueStep || step === keyStep;
}

/** The path with one more step. */
export function stepInto(path: string, step: string): string {
  return path === '' || isNameless(step) ? path + step : `${path}.${step}`;
}

/** The path of a member below `path`. */
export function memberPath(path: string, name: string): string {
  return stepInto(path, nameStep(name));
}

/** The path of these steps. */
export function pathOf(steps: readonly string[]): string {
  return steps.reduce(stepInto, '');
}

/** A field by all its names, `elbv2.CreateListener.request.Port`; names that are null or empty are left out. */
export function qualifiedName(service: string, ...parts: readonly (string | null)[]): string {
  return [service, ...parts].filter((part) => part !== null && part !== '').join('.');
}

/** The steps of a path. For a text outside the grammar, the steps match no field, but no character is lost. */
export function splitPath(path: string): readonly string[] {
  return path.match(steps) ?? [];
}

/** The path without its last step; empty if it has only one. */
export function parentPath(path: string): string {
  const last = lastStep(path);
  const parent = path.slice(0, path.length - last.length);
  return isNameless(last) ? parent : parent.replace(/\.$/, '');
}

/** The last step of a path; empty for an empty path. */
export function lastStep(path: string): string {
  const end = startOfNamelessEnd(path, path.length);
  const last = end === path.length ? plainNameAt(path, end) : path.slice(end);
  return last ?? splitPath(path).at(-1) ?? '';
}

/** The last name on a path, unescaped: `Listeners[].Ports[]` gives `Ports`; undefined if it has none. */
export function lastName(path: string): string | undefined {
  let end = path.length;
  for (let start = -1; start !== end; ) {
    start = end;
    end = startOfNamelessEnd(path, start);
  }
  const plain = plainNameAt(path, end);
  if (plain !== undefined) return plain;
  const step = splitPath(path).findLast((one) => !isNameless(one));
  return step === undefined ? undefined : (stepName(step) ?? undefined);
}

/** Whether a path leads through another one; false if both are equal. */
export function isInside(path: string, outer: string): boolean {
  if (outer === '') return path !== '';
  return path.startsWith(outer) && startOfStep.test(path.charAt(outer.length));
}

/** Joins two paths: the second one starts at the end of the first. */
export function joinPaths(above: string, below: string): string {
  return above === '' || below === '' || startOfNameless.test(below) ? above + below : `${above}.${below}`;
}

/** The rest of a path after `above`: both joined are the path again. */
export function pathBelow(path: string, above: string): string {
  const rest = path.slice(above.length);
  return above !== '' && rest.startsWith('.') ? rest.slice(1) : rest;
}

/** A path inside a part of a list or map, without the steps into the list or map itself. */
export function insideItems(path: string): string {
  return path.replace(/^(?:\[\]|\{\})*\.?/, '');
}

/** A path in JMESPath; `{}` becomes any value of the map. */
export function jmesPath(path: string): string {
  return path.replaceAll(valueStep, '.*');
}

/** The start of the step into an item, value or key that ends at `end`; `end` itself if there is none. */
function startOfNamelessEnd(path: string, end: number): number {
  const isStep = (step: string) => path.endsWith(step, end) && path[end - step.length - 1] !== '\\';
  return end - (namelessSteps.find(isStep)?.length ?? 0);
}

/**
 * The name that ends at `end`, if it can be found by reading backwards: then the path need not be split. Else
 * undefined.
 */
function plainNameAt(path: string, end: number): string | undefined {
  if (path.includes('\\')) return undefined;
  let start = end;
  while (start > 0 && !'.]}'.includes(path.charAt(start - 1))) start--;
  const name = path.slice(start, end);
  return name === '' || name.includes('[') || name.includes('{') ? undefined : name;
}

const namelessSteps = [itemStep, valueStep, keyStep];
const emptyName = '\\-';
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const needsEscape = /^$|[.[\]{}\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const escaped = /[.[\]{}\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const isSign = /[.[\]{}\\]/;
/** The last two alternatives are for text that is not a path: a single sign or backslash. */
const steps = /\[\]|\{\}|\{key\}|(?:[^.[\]{}\\]|\\.)+|[[\]{}\\]/gs;
const startOfStep = /^[.[{]/;
const startOfNameless = /^[[{]/;

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}
