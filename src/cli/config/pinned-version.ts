/** The version of botocore that a project uses, read from the file that pins it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';
import { botocoreOfBoto3, type Position } from '../../model/index.ts';
import { compareVersions, isVersion } from '../../model/versions.ts';
import { listed } from '../../view/site/words.ts';
import { UsageError } from '../io.ts';

/** A pin that was found: `version` is botocore's own. */
export interface Pin {
  readonly version: string;
  /** What the file says: `boto3 1.26.165`. */
  readonly stated: string;
  /** Where it says so: the line that whoever upgrades will change. */
  readonly at: Position;
}

/** Reads requirements.txt, uv.lock, poetry.lock, Pipfile.lock, or what pip freeze prints. */
export function pinnedVersion(file: string): Pin {
  if (!existsSync(file)) throw new UsageError(`${file} does not exist.`);
  const text = readFileSync(file, 'utf8');
  const name = basename(file);
  if (name === 'package-lock.json' || name === 'npm-shrinkwrap.json') throw new UsageError(javaScriptPins(file, text));
  const pins = name.endsWith('.lock')
    ? name === 'Pipfile.lock'
      ? pipfilePins(file, text)
      : tomlPins(file, text)
    : linePins(text);
  const botocore = pinOf('botocore', pins, file);
  if (botocore !== undefined) {
    const { version } = botocore;
    return { version, stated: `botocore ${version}`, at: pinnedAt(file, text, botocore) };
  }
  const boto3 = pinOf('boto3', pins, file);
  if (boto3 !== undefined)
    return {
      version: botocoreOf(boto3.version, file),
      stated: `boto3 ${boto3.version}`,
      at: pinnedAt(file, text, boto3),
    };
  throw new UsageError(name.endsWith('.lock') ? `${file} ${namesNeither}.` : noPin(file, text));
}

/** The pin of a package; undefined where there is none. Throws where lines of one file differ: nobody knows which is in use. */
function pinOf(wanted: string, pins: readonly NamedVersion[], file: string): NamedVersion | undefined {
  const found = pins.filter(({ name, version }) => name === wanted && isVersion(version));
  const [first] = found;
  const other = found.find(({ version }) => version !== first?.version);
  if (first?.line !== undefined && other?.line !== undefined)
    throw new UsageError(
      `${file} pins ${wanted} to ${first.version} in line ${first.line.number} (\`${first.line.text}\`) and to ${other.version} in line ${other.line.number} (\`${other.line.text}\`): keep one of them, or name the version of botocore in use with --from.`,
    );
  // Where a lock file has several, for other Pythons or systems, the oldest has the most before it.
  return [...found].sort((a, b) => compareVersions(a.version, b.version))[0];
}

const namesNeither = 'names neither botocore nor boto3: name the version in use with --from';

/** Why a file of lines has no pin. */
function noPin(file: string, text: string): string {
  // What only begins with such a name, as boto3-stubs, is another package.
  const loose = /^\s*(?:botocore|boto3)(?![\w.-]).*$/im.exec(text)?.[0].trim();
  const included = includedFiles(file, text);
  if (included.length > 0) {
    const files = included.length === 1 ? 'that file' : 'the one that pins it';
    return `${file} ${loose === undefined ? 'names neither botocore nor boto3' : `does not pin a version (\`${loose}\`)`}, but includes ${listed(included)}: name ${files}, or the version in use with --from.`;
  }
  if (loose === undefined) return `${file} ${namesNeither}.`;
  return `${file} does not pin a version (\`${loose}\`): write \`boto3==<version>\`, or name the version in use with --from.`;
}

/** The requirements and constraints that a file includes, as they can be named from here. */
function includedFiles(file: string, text: string): readonly string[] {
  const matches = text.matchAll(/^[ \t]*(?:-[rc][ \t]*|--(?:requirement|constraint)[ \t=]+)([^\s#]\S*)/gm);
  return [...matches].map(([, other = '']) =>
    isAbsolute(other) || /^\w+:\/\//.test(other) ? other : join(dirname(file), other),
  );
}

/** Botocore's number for one of boto3. */
export function botocoreOf(boto3: string, file: string): string {
  const botocore = botocoreOfBoto3(boto3);
  if (botocore !== undefined) return botocore;
  throw new UsageError(
    `${file} pins boto3 ${boto3}, and nobody knows which botocore it was made with: name botocore's with --from.`,
  );
}

/** The line with the version of a package: in a lock file it follows the line with the name. */
function pinnedAt(file: string, text: string, { name, version, line: known }: NamedVersion): Position {
  if (known !== undefined) return { file, line: known.number, column: known.column };
  const lines = text.split(/\r?\n/);
  const named = lines.findIndex((line) => isNamed(line, name) && hasVersionBelow(lines, line, version));
  const from = Math.max(named, 0);
  const at = lines.findIndex((line, index) => index >= from && line.includes(version));
  const line = at < 0 ? from : at;
  return { file, line: line + 1, column: Math.max((lines[line] ?? '').search(/\S/), 0) + 1 };
}

/** Lines between the name and the version of a package in a lock file. */
const maxBetween = 5;

function hasVersionBelow(lines: readonly string[], line: string, version: string): boolean {
  const at = lines.indexOf(line);
  return lines.slice(at, at + maxBetween).some((below) => below.includes(version));
}

function isNamed(line: string, name: string): boolean {
  return line.toLowerCase().includes(name);
}

interface NamedVersion {
  readonly name: string;
  readonly version: string;
  /** The line that says so, in files of lines. */
  readonly line?: { readonly number: number; readonly column: number; readonly text: string };
}

/** `boto3==1.34.0`, or `boto3 (==1.34.0)`, with extras, markers and hashes around it. */
function linePins(text: string): readonly NamedVersion[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [, name = '', version = ''] =
      /^\s*([\w.-]+)\s*(?:\[[^\]]*\])?\s*\(?\s*={2,3}\s*([^\s;,\\#()]+)/.exec(line) ?? [];
    if (name === '') return [];
    const at = { number: index + 1, column: line.search(/\S/) + 1, text: line.replace(/\s*\\?\s*$/, '').trim() };
    return [{ name: name.toLowerCase(), version: threeNumbers(version), line: at }];
  });
}

/** Releases of both have three numbers, and pip takes `1.30` for `1.30.0`. */
function threeNumbers(version: string): string {
  if (!/^v?\d+(?:\.\d+)*$/i.test(version)) return version;
  const numbers = version.replace(/^v/i, '').split('.');
  while (numbers.length > 3 && /^0+$/.test(numbers.at(-1) ?? '')) numbers.pop();
  while (numbers.length < 3) numbers.push('0');
  return numbers.join('.');
}

/** The name and version of a package as lock files state them; other things are as they like. */
const lockedPackage = z.object({ name: z.string(), version: z.string() });
const versioned = z.object({ version: z.string() });

/** The list `package` of a lock file as uv, Poetry and PDM write it. */
function tomlPins(file: string, text: string): readonly NamedVersion[] {
  return listOf(tomlOf(file, text).package).flatMap((one) => {
    // A package of a folder or of a repository has no version, and is none that is looked for.
    const { success, data } = lockedPackage.safeParse(one);
    return success ? [{ name: data.name.toLowerCase(), version: data.version }] : [];
  });
}

function tomlOf(file: string, text: string): Readonly<Record<string, unknown>> {
  try {
    // A number that is too large for JavaScript is nothing that is looked at here, and no reason to refuse the file.
    return parse(text, { integersAsBigInt: 'asNeeded' });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new UsageError(`${file} is no TOML document: line ${error.line}, column ${error.column}: ${what}.`);
  }
}

function pipfilePins(file: string, text: string): readonly NamedVersion[] {
  const lock = jsonOf(file, text);
  return [lock.default, lock.develop].flatMap((group) =>
    Object.entries(recordOf(group)).flatMap(([name, one]) => {
      const { success, data } = versioned.safeParse(one);
      return success ? [{ name: name.toLowerCase(), version: data.version.replace(/^=+/, '') }] : [];
    }),
  );
}

/** The SDK for JavaScript has numbers of its own, but the names of its packages are those of services. */
function javaScriptPins(file: string, text: string): string {
  const { packages } = jsonOf(file, text);
  const clients = Object.keys(recordOf(packages)).flatMap(
    (name) => /(?:^|\/)@aws-sdk\/client-([\w-]+)$/.exec(name)?.[1] ?? [],
  );
  const services = [...new Set(clients)].sort();
  const hint = services.length === 0 ? '' : ` The services in it: ${services.join(', ')}.`;
  return `${file} pins the SDK for JavaScript, whose numbers say nothing of botocore's: give the version to start from with --from, and services with --service.${hint}`;
}

function jsonOf(file: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return recordOf(value);
  } catch {
    // Said below.
  }
  throw new UsageError(`${file} is no JSON document.`);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
