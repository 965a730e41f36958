/** The version of botocore that a project uses, read from the file that pins it. */
import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { z } from 'zod';
import { botocoreOfBoto3, type Position } from '../../model/index.ts';
import { compareVersions, isVersion } from '../../model/versions.ts';
import { decodeText } from '../../sources/index.ts';
import { listed } from '../../view/site/words.ts';
import { UsageError } from '../io.ts';
import { acceptedBy, disagreementsIn } from './disagreeing-pins.ts';
import { pipfileRequirements, requirementsOf, type StatedRequirement } from './project-pins.ts';
import { readWhole } from './read-whole.ts';
import { linePins, type NamedVersion } from './requirement-lines.ts';

/** A pin in a file: `version` is botocore's own. */
export interface Pin {
  readonly version: string;
  /** The text in the file: `boto3 1.26.165`. */
  readonly asWritten: string;
  /** Its position: the line that an upgrade changes. */
  readonly at: Position;
  /** The sentence for a file with several pins, for other Pythons, systems or groups; absent if it has one. */
  readonly remark?: string;
  /** The sentences about pins of both packages that cannot be installed together. */
  readonly disagreements: readonly string[];
}

/**
 * Reads requirements.txt, pyproject.toml, Pipfile, uv.lock, poetry.lock, pdm.lock, pylock.toml, Pipfile.lock, or the
 * output of pip freeze.
 */
export function pinnedVersion(file: string): Pin {
  if (!existsSync(file)) throw new UsageError(`\`${file}\` does not exist.`);
  const text = decodeText(readWhole(file, 'pins botocore or boto3'));
  const name = basename(file);
  if (name === 'package-lock.json' || name === 'npm-shrinkwrap.json') throw new UsageError(javaScriptPins(file, text));
  const pins = pinsIn(file, name, text);
  const [pin, ...others] = answersOf(pins, file);
  if (pin === undefined) throw new UsageError(noPin(file, text));
  const found = [pin, ...others];
  return {
    version: botocoreIn(pin, file),
    asWritten: `${pin.name} ${pin.version}`,
    at: pinnedAt(file, text, pin),
    disagreements: disagreementsIn(pins).map(([botocore, boto3]) => {
      const [own, other] = [botocore, boto3].map((one) => placeIn(pinnedAt(file, text, one)));
      return `${own} pins botocore ${botocore.version}, but boto3 ${boto3.version} (${other}) needs ${acceptedBy(boto3)}: both cannot be installed. botocore's own pin counts; name another version with --from.`;
    }),
    ...(found.length > 1 ? { remark: severalPins(file, found) } : {}),
  };
}

function placeIn({ file, line }: Position): string {
  return `${file}:${line}`;
}

function pinsIn(file: string, name: string, text: string): readonly NamedVersion[] {
  if (name === 'Pipfile.lock') return pipfilePins(file, text);
  if (name === 'pyproject.toml') return projectPins(requirementsOf(tomlOf(file, text)));
  if (name === 'Pipfile') return projectPins(pipfileRequirements(tomlOf(file, text)));
  return isLockFile(name) ? tomlPins(file, text) : linePins(text);
}

function isLockFile(name: string): boolean {
  return name.endsWith('.lock') || /^pylock(?:\..+)?\.toml$/.test(name);
}

/**
 * The pins that state which botocore is in use, oldest first, each version once; several if they are for different
 * markers or groups.
 */
function answersOf(pins: readonly NamedVersion[], file: string): readonly NamedVersion[] {
  const botocore = pinsOf('botocore', pins, file);
  const boto3 = pinsOf('boto3', pins, file);
  if (botocore.length === 0) return boto3;
  // A pin of botocore is what is installed; on other Pythons or systems it depends on the pin of boto3. Lock files name
  // both.
  const isEverywhere = botocore.some(({ line, marker }) => line === undefined || marker === undefined);
  const markers = new Set(botocore.map(({ marker }) => marker));
  const others = isEverywhere ? [] : boto3.filter(({ marker }) => marker !== undefined && !markers.has(marker));
  return oldestFirst([...botocore, ...others], (pin) => botocoreIn(pin, file));
}

/** The pins of a package. Throws if two of one list differ without a marker, which pip refuses too. */
function pinsOf(wanted: string, pins: readonly NamedVersion[], file: string): readonly NamedVersion[] {
  const found = pins.filter(({ name, version }) => name === wanted && isVersion(version));
  const first = found.find(({ marker }) => marker === undefined) ?? found[0];
  const other = found.find(({ version, group }) => version !== first?.version && group === first?.group);
  // A lock file is not written by hand: it has neither lines nor groups here.
  const isWritten = first?.line !== undefined || first?.group !== undefined;
  if (first !== undefined && other !== undefined && isWritten && first.marker === undefined)
    throw new UsageError(
      `\`${file}\` pins ${wanted} to ${first.version}${placeOf(first)} and to ${other.version}${placeOf(other)}: keep one of them, or name the version of botocore in use with --from.`,
    );
  return oldestFirst(found, ({ version }) => version);
}

function placeOf({ line, group = '' }: NamedVersion): string {
  return line === undefined ? ` in ${group}` : ` in line ${line.number} (\`${line.text}\`)`;
}

/** The first pin of each version stands for all of them. */
function oldestFirst(pins: readonly NamedVersion[], versionOf: (pin: NamedVersion) => string): readonly NamedVersion[] {
  const versions = new Map(pins.toReversed().map((pin) => [versionOf(pin), pin]));
  return [...versions].sort(([a], [b]) => compareVersions(a, b)).map(([, pin]) => pin);
}

/** The sentence about several pins: the oldest one has the most changes ahead, including the changes of all others. */
function severalPins(file: string, pins: readonly NamedVersion[]): string {
  const groups = new Set(pins.map(({ group }) => group));
  const all = pins.map(({ name, version, marker, group }, index) => {
    const where = [groups.size > 1 ? `in ${group}` : undefined, marker]
      .filter((words) => words !== undefined)
      .join('; ');
    return `${name === pins[index - 1]?.name ? '' : `${name} `}${version}${where === '' ? '' : ` (${where})`}`;
  });
  const why = groups.size > 1 ? '' : ', each for other Pythons or systems';
  return `\`${file}\` has ${listed(all)}${why}: the oldest is compared, because it has the most changes before it. Name another one with --from.`;
}

const namesNeither = 'names neither botocore nor boto3: name the version in use with --from';

/** A pin among other text, as in a Dockerfile, a setup.py or the table of another tool. */
const unreadPin =
  /^[^#\n]*?(?<![\w.-])(?:botocore|boto3)(?:\[[^\]\n]*\])?["']?[ \t]*(?:=[ \t]*["'])?={2,3}[ \t]*v?\d[\w.+!]*(?![\w.+!*]|[ \t]*\|).*$/im;

/** Why a file has no pin. */
function noPin(file: string, text: string): string {
  const unread = unreadPin.exec(text)?.[0].trim();
  // A longer name, such as boto3-stubs, is another package.
  const loose = unread ?? /^[^#\n]*?(?<![\w.-])(?:botocore|boto3)(?![\w.-]).*$/im.exec(text)?.[0].trim();
  if (isLockFile(basename(file)))
    return loose === undefined
      ? `\`${file}\` ${namesNeither}.`
      : `\`${file}\` has no version of botocore or boto3 that can be read: name the version in use with --from.`;
  const included = includedFiles(file, text);
  if (included.length > 0) {
    const files = included.length === 1 ? 'that file' : 'the one that pins it';
    return `\`${file}\` ${loose === undefined ? 'names neither botocore nor boto3' : `does not pin a version (\`${loose}\`)`}, but includes ${listed(included)}: name ${files}, or the version in use with --from.`;
  }
  if (loose === undefined) return `\`${file}\` ${namesNeither}.`;
  if (unread !== undefined)
    return `\`${file}\` pins a version in a place that is not read (\`${unread}\`): name the version of botocore in use with --from, or a lock file with --requirements.`;
  return `\`${file}\` does not pin a version (\`${loose}\`): write \`boto3==<version>\`, or name the version in use with --from.`;
}

/** The requirements and constraints that a file includes, as paths from the working folder. */
function includedFiles(file: string, text: string): readonly string[] {
  const matches = text.matchAll(/^[ \t]*(?:-[rc][ \t]*|--(?:requirement|constraint)[ \t=]+)([^\s#]\S*)/gm);
  return [...matches].map(([, other = '']) =>
    isAbsolute(other) || /^\w+:\/\//.test(other) ? other : join(dirname(file), other),
  );
}

/** The version of botocore that a pin means. */
function botocoreIn({ name, version }: NamedVersion, file: string): string {
  return name === 'boto3' ? botocoreOf(version, file) : version;
}

/** The version of botocore for a version of boto3. */
export function botocoreOf(boto3: string, file: string): string {
  const botocore = botocoreOfBoto3(boto3);
  if (botocore !== undefined) return botocore;
  throw new UsageError(
    `\`${file}\` pins boto3 ${boto3}, and nobody knows which botocore it was made with: name botocore's with --from.`,
  );
}

/** The line with the version of a package: in a lock file it follows the line with the name. */
function pinnedAt(file: string, text: string, { name, version, line: known }: NamedVersion): Position {
  if (known !== undefined) return { file, line: known.number, column: known.column };
  const lines = text.split(/\r?\n/);
  const named = lines.findIndex((line) => isNamed(line, name) && hasVersionBelow(lines, line, version));
  const from = Math.max(named, 0);
  const at = lines.findIndex((line, index) => index >= from && line.includes(version));
  const line = at === -1 ? from : at;
  return { file, line: line + 1, column: Math.max((lines[line] ?? '').search(/\S/), 0) + 1 };
}

/** The greatest number of lines between the name and the version of a package in a lock file. */
const maxBetween = 5;

function hasVersionBelow(lines: readonly string[], line: string, version: string): boolean {
  const at = lines.indexOf(line);
  return lines.slice(at, at + maxBetween).some((below) => below.includes(version));
}

function isNamed(line: string, name: string): boolean {
  return line.toLowerCase().includes(name);
}

/** A text in a lock file, such as the name and version of a package; other values are ignored. */
const words = z.string().optional().catch(undefined);
const lockedPackage = z.object({
  name: z.string(),
  version: z.string(),
  /** The Pythons and systems that it is for: Poetry's, PDM's and uv's. */
  markers: words,
  marker: words,
  'resolution-markers': z.array(z.string()).optional().catch(undefined),
});
const versioned = z.object({ version: z.string(), markers: words });

/** The list `package` of a lock file from uv, Poetry or PDM, or `packages` of the standard's lock file. */
function tomlPins(file: string, text: string): readonly NamedVersion[] {
  const lock = tomlOf(file, text);
  return [...listOf(lock.package), ...listOf(lock.packages)].flatMap((one) => {
    // A package from a folder or a repository has no version, and is not one of ours.
    const { success, data } = lockedPackage.safeParse(one);
    if (!success) return [];
    const marker = data.markers ?? data.marker ?? data['resolution-markers']?.join(' or ');
    return [{ name: data.name.toLowerCase(), version: data.version, marker }];
  });
}

/** What a project pins itself: most projects leave that to a lock file. */
function projectPins(requirements: readonly StatedRequirement[]): readonly NamedVersion[] {
  return requirements.flatMap(({ text, group }) => linePins(text).map(({ line: _, ...pin }) => ({ ...pin, group })));
}

function tomlOf(file: string, text: string): Readonly<Record<string, unknown>> {
  try {
    // A number that is too large for JavaScript concerns nothing that is read here: it is no reason to refuse the file.
    return parse(text, { integersAsBigInt: 'asNeeded' });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n');
    throw new UsageError(`\`${file}\` is no TOML document: line ${error.line}, column ${error.column}: ${what}.`);
  }
}

function pipfilePins(file: string, text: string): readonly NamedVersion[] {
  const lock = jsonOf(file, text);
  // Pipenv has `default`, `develop`, and the categories that a project names itself.
  const groups = Object.keys(lock).filter((name) => name !== '_meta');
  return groups.flatMap((group) =>
    Object.entries(recordOf(lock[group])).flatMap(([name, one]) => {
      const { success, data } = versioned.safeParse(one);
      if (!success) return [];
      return [{ name: name.toLowerCase(), version: data.version.replace(/^=+/, ''), marker: data.markers, group }];
    }),
  );
}

/** The SDK for JavaScript has its own version numbers, but its packages are named after services. */
function javaScriptPins(file: string, text: string): string {
  const { packages } = jsonOf(file, text);
  const clients = Object.keys(recordOf(packages)).flatMap(
    (name) => /(?:^|\/)@aws-sdk\/client-([\w-]+)$/.exec(name)?.[1] ?? [],
  );
  const services = [...new Set(clients)].sort();
  const hint = services.length === 0 ? '' : ` The services in it: ${services.join(', ')}.`;
  return `\`${file}\` pins the SDK for JavaScript, whose numbers say nothing of botocore's: give the version to start from with --from, and services with --service.${hint}`;
}

function jsonOf(file: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return recordOf(value);
  } catch {
    // The error is reported below.
  }
  throw new UsageError(`\`${file}\` is no JSON document.`);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
