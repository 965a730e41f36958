/** Versions for which two sources show different models. */
import { wholeDialects } from '../../parse/dialects/index.ts';
import type { Database } from '../database/database.ts';

/** A version of a service for which two sources show different models: one of them has the wrong version. */
export interface Contradiction {
  readonly service: string;
  readonly version: string;
  /** The sources of the models. */
  readonly specs: readonly string[];
}

/** The versions for which sources that are not walked show more than one model. */
export function contradictions(database: Database): readonly Contradiction[] {
  const whole = wholeDialects.map(() => '?').join(', ');
  const found = database.all<{ service: string; version: string; specs: string }>(
    `SELECT service, version, json_group_array(spec) AS specs FROM input WHERE dialect IN (${whole}) AND version IS NOT NULL AND snapshot <> '' GROUP BY service, version HAVING count(DISTINCT snapshot) > 1 ORDER BY service, version`,
    ...wholeDialects,
  );
  return found.map(({ service, version, specs }) => ({ service, version, specs: JSON.parse(specs) as string[] }));
}
