/** The `.. py:…::` directives of a reference page, and the end of each one. */
import type { Lines } from '../lines.ts';

const mark = '.. py:';
const directive =
  /^ *\.\. py:(class|method|attribute):: (?:([\w-]+)\.([\w-]+)(?:\.(exceptions))?(?:\.([\w-]+))?|([\w-]+))(?:\(.*\))?\s*$/;

/** A directive and its lines. */
export interface Directive {
  readonly line: number;
  readonly indent: number;
  readonly type: 'class' | 'method' | 'attribute';
  /**
   * `Client`, `Paginator` or `Waiter`; any other name is a resource of boto3. Undefined if the directive has no such
   * name.
   */
  readonly section: string | undefined;
  readonly exceptions: boolean;
  readonly name: string | undefined;
  end: number;
}

/** Every directive of a page, in order. */
export function findDirectives(lines: Lines): Directive[] {
  const found: Directive[] = [];
  // Few lines are directives: their mark is searched in the text, not in each line.
  for (let start = lines.text.indexOf(mark); start !== -1; start = lines.text.indexOf(mark, start + 1)) {
    const at = lines.lineOf(start);
    const indent = start - lines.start(at);
    if (indent > 8 || indent !== lines.indent(at)) continue;
    const match = directive.exec(lines.at(at));
    if (match === null) continue;
    found.push({
      line: at,
      indent,
      type: match[1] as Directive['type'],
      section: match[3],
      exceptions: match[4] !== undefined,
      name: match[5] ?? match[6],
      end: at,
    });
  }
  for (const one of found) {
    do one.end = lines.nextOutside(one.end + 1, lines.count, one.indent + 1);
    while (one.end < lines.count && goesOn(lines, one, one.end));
  }
  return found;
}

/** Whether a line belongs to a method although it lost its indentation: it opens nothing else. */
function goesOn(lines: Lines, one: Directive, at: number): boolean {
  if (one.type !== 'method') return false;
  const line = lines.at(at);
  return !/^ *\.\. /.test(line) && !isAdornment(line) && !isAdornment(lines.at(at + 1));
}

function isAdornment(line: string): boolean {
  return /^([*=~-])\1{2,}\s*$/.test(line);
}

/** The directive that contains another one. */
export interface Owner {
  readonly parent: Directive | undefined;
  /**
   * Whether the directive, or one around it, is about a resource. boto3 builds resources on the client: their methods
   * are not operations of the service.
   */
  readonly isOfResource: boolean;
}

/** The owner of each directive, even if words of the outer one lost their indentation in between. */
export function ownersOf(directives: readonly Directive[]): readonly Owner[] {
  const around: { readonly one: Directive; readonly isOfResource: boolean }[] = [];
  return directives.map((one) => {
    while ((around.at(-1)?.one.indent ?? -1) >= one.indent) around.pop();
    const outer = around.at(-1);
    const isOfResource = isResource(one) || outer?.isOfResource === true;
    around.push({ one, isOfResource });
    return { parent: outer?.one, isOfResource };
  });
}

const ofService = new Set(['Client', 'Paginator', 'Waiter']);

function isResource({ section }: Directive): boolean {
  return section !== undefined && !ofService.has(section);
}
