/** Reads the values of options that several commands share; an invalid value is refused with a sentence. */
import { statSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { versionNamed } from './config/version-named.ts';
import { type Io, UsageError } from './io.ts';

/** A day that exists, as 2025-11-13. */
export function parseDay(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // The 30th of February would become the 2nd of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value)
    throw new InvalidArgumentError('It must be a day that exists, as 2025-11-13.');
  return value;
}

/**
 * A version, `boto3:` with a version of boto3, or a plain name. It becomes the name of a release, and thus a part of
 * addresses.
 */
export function parseVersionName(value: string): string {
  const isPlain = value.length <= 100 && /^[A-Za-z0-9][A-Za-z0-9._+-]*$/.test(value);
  const named = versionNamed(value);
  if (named !== undefined && 'unknownBoto3' in named)
    throw new InvalidArgumentError(
      `It must be a version of boto3 that is known: there is no boto3 \`${named.unknownBoto3}\`.`,
    );
  // Tags have a `v` before the version, and a release has none: with it, it would be another release.
  if (named !== undefined) return named.version;
  if (isPlain) return value;
  throw new InvalidArgumentError(
    'It must be a version as 1.40.73, boto3: and a version, or a name of letters, digits and - . _ + that begins with a letter or a digit.',
  );
}

/** Gives a check of a name, most often of a version: it must not be empty, as that of an unset variable is. */
export function namedBy(option: string, what = 'version'): (value: string) => string {
  return (value) => {
    if (value.trim() === '') throw new UsageError(`${option} names no ${what}.`);
    return value;
  };
}

/**
 * Gives the reader of a version that must not be empty. A version of boto3 becomes the botocore that belongs to it, and
 * is told if that has another number; a text that is no version is left to the command.
 */
export function versionFor(option: string, io: Pick<Io, 'stderr'>): (value: string) => string {
  const check = namedBy(option);
  return (value) => {
    const named = versionNamed(check(value));
    if (named === undefined) return value;
    if ('unknownBoto3' in named)
      throw new UsageError(
        `${option} ${value}: nobody knows which botocore belongs to this boto3. Name botocore's version.`,
      );
    if (named.isOther) io.stderr.write(`${option} ${value} is botocore ${named.version}.\n`);
    return named.version;
  };
}

/** The name of a file or a folder: not empty. */
export function parsePath(value: string): string {
  if (value.trim() === '' || value.includes('\0')) throw new InvalidArgumentError('It must name a file or a folder.');
  return value;
}

/** The name of a store. A pipe or a device is refused, because reading it would wait forever. */
export function parseStore(value: string): string {
  const found = statSync(parsePath(value), { throwIfNoEntry: false });
  if (found === undefined || found.isFile() || found.isDirectory()) return value;
  throw new InvalidArgumentError('It must name a file, and not a device or a pipe.');
}

/** Collects names of hosts. They have no port, because every port is allowed. */
export function collectHost(value: string, before: readonly string[] | undefined): readonly string[] {
  if (!/^(?:\[[0-9a-f:.]+\]|[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/i.test(value))
    throw new InvalidArgumentError('It must be the name of a host without a port, as docs.example.org.');
  return [...(before ?? []), value];
}

/** A number of workers. */
export function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 64)
    throw new InvalidArgumentError('It must be a number from 1 to 64.');
  return count;
}

/** A port; 0 means any free port. */
export function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}
