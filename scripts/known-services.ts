/** Makes the table of known services (`src/parse/known/services.json`) from a folder of botocore's service models. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inferName, sdkNameOf } from '../src/model/index.ts';
import { scriptArguments, wantPath } from './arguments.ts';

interface Row {
  id: string;
  title: string;
  uid: string;
  prefix: string;
  operations?: string[];
  names?: string[];
}

const usage = 'node scripts/known-services.ts <folder of service models>';
const [folder = ''] = scriptArguments({ usage, options: {}, positionals: [1, 1] }).positionals;
wantPath(folder, usage);

const rows: (Row & { all: string[] })[] = [];
for (const id of readdirSync(folder).sort()) {
  const newest = readdirSync(join(folder, id)).sort().at(-1) as string;
  const model = JSON.parse(readFileSync(join(folder, id, newest, 'service-2.json'), 'utf8')) as {
    metadata: Record<string, string>;
    operations: Record<string, unknown>;
  };
  const { metadata } = model;
  const all = Object.keys(model.operations).sort();
  rows.push({
    id,
    title: metadata.serviceFullName ?? id,
    uid: (metadata.uid ?? '').replace(/-\d{4}-\d{2}-\d{2}$/, ''),
    prefix: metadata.endpointPrefix ?? '',
    all,
  });
}

// Operations are listed only if titles are not unique; names are listed only if the rule gives a wrong name.
const titles = new Map<string, number>();
for (const row of rows) titles.set(row.title, (titles.get(row.title) ?? 0) + 1);
const table = rows.map(({ all, ...row }) => {
  const names = all.filter((name) => inferName(sdkNameOf(name)) !== name);
  return {
    ...row,
    ...((titles.get(row.title) ?? 0) > 1 ? { operations: all } : {}),
    ...(names.length > 0 ? { names } : {}),
  };
});
const out = new URL('../src/parse/known/services.json', import.meta.url);
writeFileSync(out, `[\n${table.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
