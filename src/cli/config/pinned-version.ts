/** The version of botocore that a project uses, read from the file that pins it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';
import { botocoreOfBoto3, type Position } from '../../model/index.ts';
import { compareVersions, isVersion } from '../../sources/index.ts';
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
  // Where several are given, for other Pythons or systems, the oldest has the most before it.
  const oldest = (wanted: string) =>
    pins
      .filter((pin) => pin.name === wanted && isVersion(pin.version))
      .map(({ version }) => version)
      .sort(compareVersions)[0];
  const botocore = oldest('botocore');
  if (botocore !== undefined)
    return { version: botocore, stated: `botocore ${botocore}`, at: pinnedAt(file, text, 'botocore', botocore) };
  const boto3 = oldest('boto3');
  if (boto3 !== undefined)
    return { version: botocoreOf(boto3, file), stated: `boto3 ${boto3}`, at: pinnedAt(file, text, 'boto3', boto3) };
  const loose = /^\s*(?:botocore|boto3)\b.*$/m.exec(text)?.[0].trim();
  throw new UsageError(
    loose === undefined || name.endsWith('.lock')
      ? `${file} names neither botocore nor boto3: name the version in use with --from.`
      : `${file} does not pin a version (\`${loose}\`): write \`boto3==<version>\`, or name the version in use with --from.`,
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
function pinnedAt(file: string, text: string, name: string, version: string): Position {
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
}

/** `boto3==1.34.0`, with extras, markers and hashes around it. */
function linePins(text: string): readonly NamedVersion[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name = '', version = ''] = /^\s*([\w.-]+)\s*(?:\[[^\]]*\])?\s*={2,3}\s*([^\s;,\\#]+)/.exec(line) ?? [];
    return name === '' ? [] : [{ name: name.toLowerCase(), version }];
  });
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
