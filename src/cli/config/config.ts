/** Finds and reads the configuration file of a project. */
import { existsSync } from 'node:fs';
import { UsageError } from '../io.ts';
import type { Config } from './config-schema.ts';

/** The file if the user names no other. */
export const defaultConfig = 'apidelta.config.json';

/** Reads the named file, or the default one; undefined if there is none. */
export async function loadConfig(named: string | undefined): Promise<Config | undefined> {
  const file = named ?? defaultConfig;
  if (!existsSync(file)) {
    if (named === undefined) return undefined;
    throw new UsageError(`There is no configuration at \`${file}\`.`);
  }
  // What reads, decodes and checks is loaded only if there is a configuration.
  const { readWhole } = await import('./read-whole.ts');
  const bytes = readWhole(file, 'has the configuration');
  let value: unknown;
  try {
    const { decodeText } = await import('../../sources/index.ts');
    value = JSON.parse(decodeText(bytes));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`\`${file}\` is no JSON: ${error.message}.`);
  }
  const { checkConfig } = await import('./config-schema.ts');
  return checkConfig(value, file);
}
