/** Reads the arguments of a script: what it does not know is answered with its usage, and never with a stack. */
import { existsSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a script takes. */
export interface Spec<T extends Options> {
  /** `node scripts/x.ts [--site <folder>]` */
  readonly usage: string;
  readonly options: T;
  /** The least and the greatest number of arguments that are no options. */
  readonly positionals: readonly [least: number, most: number];
}

type Read<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T & { help: { type: 'boolean'; short: 'h' } }; allowPositionals: true; args: string[] }>
>;

/** The arguments; or the answer to them, with its exit code. */
export function readArguments<T extends Options>(
  args: readonly string[],
  { usage, options, positionals: [least, most] }: Spec<T>,
): Read<T> | { readonly code: 0 | 2; readonly text: string } {
  const text = `Usage: ${usage}\n`;
  try {
    const help = { type: 'boolean', short: 'h' } as const;
    const read = parseArgs({ args: [...args], options: { ...options, help }, allowPositionals: true });
    if ('help' in read.values && read.values.help === true) return { code: 0, text };
    const { length } = read.positionals;
    return length < least || length > most ? { code: 2, text } : read;
  } catch (error) {
    // Node's sentence goes on with a hint at a program that takes such arguments.
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    return { code: 2, text: `${what.replace(/\.$/, '').replaceAll('\n', ' ')}.\n${text}` };
  }
}

/** The arguments of this script; ends it for help or a mistake. */
export function scriptArguments<T extends Options>(spec: Spec<T>): Read<T> {
  const read = readArguments(process.argv.slice(2), spec);
  if (!('code' in read)) return read;
  (read.code === 0 ? process.stdout : process.stderr).write(read.text);
  process.exit(read.code);
}

/** Ends the script if a named file or folder does not exist. */
export function wantPath(name: string, usage: string): void {
  if (existsSync(name)) return;
  process.stderr.write(`\`${name}\` does not exist.\nUsage: ${usage}\n`);
  process.exit(2);
}
