/** Pins in the lines of a requirements.txt: a requirement with one version, or the file or tag of one. */
import { threeNumbers } from './version-named.ts';

/** A package with the version that a file pins. */
export interface NamedVersion {
  readonly name: string;
  readonly version: string;
  /** The line of the pin, in files of lines. */
  readonly line?: { readonly number: number; readonly column: number; readonly text: string };
  /** The Pythons and systems that it is for, as the file states them. */
  readonly marker?: string | undefined;
  /** The section of a Pipfile: two sections may be installed together, so they are not for different Pythons. */
  readonly group?: string;
}

/** `boto3==1.34.0`, or `boto3 (==1.34.0)`, with extras, other limits, markers and hashes around it. */
export function linePins(text: string): readonly NamedVersion[] {
  return statements(text).flatMap(({ first, lines, number }) => {
    // Expressions that allow spaces in many places would try each division of a long run of them.
    const whole = lines.join('').replace(/\s+/g, ' ');
    const found = exactly.exec(whole) ?? fileName.exec(whole) ?? tag.exec(whole);
    if (found === null) return [];
    const { name = '', version = '' } = found.groups ?? {};
    const at = { number, column: first.search(/\S/) + 1, text: first.trimEnd().replace(/\\$/, '').trim() };
    const marker = /;\s*([^#]*?)\s*(?:#.*|--hash.*)?$/.exec(whole)?.[1] || undefined;
    return [{ name: name.toLowerCase(), version: threeNumbers(version), line: at, marker }];
  });
}

/** One of several limits may be the exact one; alternatives (`1.0 || 2.0`) are no pin. */
const exactly =
  /^\s*(?<name>[\w.-]+)\s*(?:\[[^\]]*\])?\s*\(?(?:\s*[<>!~][^,;#|]*,)*\s*={2,3}\s*(?<version>[^\s;,\\#()|]+)(?!\s*\|)/;

/** The name of a wheel, or of an archive of sources, in an address or a path. */
const fileName =
  /^[^#]*?(?<![\w.-])(?<name>botocore|boto3)-(?<version>\d+(?:\.\d+)+)(?:(?:-[\w.]+){3,4}\.whl|\.tar\.gz|\.zip)(?![\w.])/i;
/** The tag of a repository: both packages tag a release with its version. */
const tag =
  /^[^#]*?\/(?<name>botocore|boto3)(?:(?:\.git)?@|\/archive\/(?:refs\/tags\/)?)(?<version>\d+(?:\.\d+)+)(?=\.tar\.gz|\.zip|[\s#;"]|$)/i;

interface Statement {
  /** The line that it begins in. */
  readonly first: string;
  readonly number: number;
  /** All of its lines. */
  readonly lines: string[];
}

/** A backslash at the end of a line means that the next one belongs to it. */
function statements(text: string): readonly Statement[] {
  const found: Statement[] = [];
  let open = false;
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const end = line.trimEnd();
    const goesOn = end.endsWith('\\');
    const part = goesOn ? `${end.slice(0, -1)} ` : line;
    const last = found.at(-1);
    if (open && last !== undefined) last.lines.push(part);
    else found.push({ first: line, number: index + 1, lines: [part] });
    open = goesOn;
  }
  return found;
}
