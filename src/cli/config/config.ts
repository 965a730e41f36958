/** The configuration file of a project: where it is, and how it is read. */
import { existsSync, readFileSync } from 'node:fs';
import { UsageError } from '../io.ts';
import type { Config } from './config-schema.ts';

/** The file that is read where no other is named. */
export const defaultConfig = 'apidelta.config.json';

/** Reads the file that is named, or the one that is there; undefined where there is none. */
export async function loadConfig(named: string | undefined): Promise<Config | undefined> {
  const file = named ?? defaultConfig;
  if (!existsSync(file)) {
    if (named === undefined) return undefined;
    throw new UsageError(`There is no configuration at \`${file}\`.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`\`${file}\` is no JSON: ${error.message}.`);
  }
  // What checks it is loaded where there is something to check.
  const { checkConfig } = await import('./config-schema.ts');
  return checkConfig(value, file);
}
