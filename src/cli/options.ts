/** The command-line options that several commands share. */
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { severityWords } from '../diff/wording/severity-words.ts';
import { severities } from '../model/change.ts';
import { parseDay, parsePath, parseStore, parseVersionName, versionFor } from './arguments.ts';
import { diffFormats, failLevels } from './formats/diff-formats.ts';
import type { Io } from './io.ts';
import { parseBase } from './site/address.ts';

export const storeOption = () =>
  new Option('--store <file>', 'the store (default: .apidelta/store.db)').argParser(parseStore);
export const outOption = () => new Option('--out <dir>', 'folder of the site').default('dist').argParser(parsePath);
export const baseOption = () =>
  new Option('--base <path>', 'path that the site is served under, as /docs (default: /)').argParser(parseBase);
/** What the help says of a version that may be named by boto3's number. */
const orBoto3s = 'boto3:1.26.27 is the botocore of that boto3';
export const asOption = () =>
  new Option('--as <version>', `version of the source, where only one is given; ${orBoto3s}`).argParser(
    parseVersionName,
  );
/** A release that there is already. */
export const versionOption = (option: string, what: string, io: Io) =>
  new Option(`${option} <version>`, `${what}; ${orBoto3s}`).argParser(versionFor(option, io));
export const versionArgument = (name: string, what: string, io: Io) =>
  new Argument(`<${name}>`, `${what}; ${orBoto3s}`).argParser(versionFor(`<${name}>`, io));
export const dateOption = () =>
  new Option('--date <day>', 'day of the source, where only one is given, as 2025-11-13').argParser(parseDay);
export const completeOption = () =>
  new Option('--complete', 'each source shows every service that there is, so one that is missing was removed');
export const syntaxOption = () =>
  new Option(
    '--syntax',
    'the request or response around each change as a small diff (default: in markdown, html, json)',
  );
export const noSyntaxOption = () => new Option('--no-syntax', 'no syntax around changes');

export const serviceOption = () =>
  new Option('--service <id>', 'only this service (may be given several times)').argParser(collect);

/** The former spelling in `ingest` and `parse`: existing scripts still work. */
export const servicesOption = () => new Option('--services <ids>').argParser(parseList).hideHelp();

export const formatOption = () => new Option('--format <format>', 'how to print').choices(diffFormats).default('text');

export const severityOption = () =>
  new Option('--severity <level>', `only changes of this level or worse; the output says ${levelsInWords}`).choices(
    severities,
  );

/** The values of options with the words of the output: `breaking: breaks callers`. */
const levelsInWords = severities.map((level) => `"${severityWords[level]}" for ${level}`).join(', ');

export const audienceOption = () =>
  new Option(
    '--audience <who>',
    'changes that concern callers of the SDK (sdk), those who send requests by hand (wire), or all (default: sdk; all for json and tsv)',
  ).choices(['sdk', 'wire', 'all']);

export const configOption = () =>
  new Option(
    '--config <file>',
    'severities and ignores of this project (default: apidelta.config.json, where it exists)',
  ).argParser(parsePath);

export const failOnOption = (usual: (typeof failLevels)[number] = 'none') =>
  new Option(
    '--fail-on <level>',
    'end with exit code 1 where there is a change of this level or worse; levels are those of --severity, any is every change',
  )
    .choices(failLevels)
    .default(usual);

/** The options of all commands that compare and print. */
export function comparing(command: Command): Command {
  return command
    .addOption(formatOption())
    .addOption(serviceOption())
    .option('--operation <name>', 'only this operation (may be given several times)', collect)
    .option('--kind <kind>', 'only changes of this kind (may be given several times)', collect)
    .addOption(severityOption())
    .addOption(audienceOption())
    .option('--docs', 'compare descriptions too, word by word')
    .option('--no-docs', 'compare no descriptions (the default)')
    .addOption(syntaxOption())
    .addOption(noSyntaxOption())
    .addOption(configOption())
    .addOption(completeOption());
}

/** Joins the services of both spellings. */
export function withServices<T extends { readonly service?: readonly string[]; readonly services?: readonly string[] }>(
  options: T,
): T {
  const all = [...(options.service ?? []), ...(options.services ?? [])];
  return all.length === 0 ? options : { ...options, services: all };
}

export function collect(value: string, before: string[] | undefined): string[] {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return [...(before ?? []), value];
}

function parseList(value: string): string[] {
  const parts = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new InvalidArgumentError('It must not be empty.');
  return parts;
}
