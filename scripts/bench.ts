/**
 * `npm run bench`: MB/s of every parser and of JSON.parse, growth with the input, ms per page of the build, the last
 * releases of AWS, a full ingest.
 */
import { scriptArguments, wantPath } from './arguments.ts';
import { benchBuild } from './bench/build.ts';
import { benchGrowth } from './bench/growth.ts';
import { benchHistory } from './bench/history.ts';
import { benchIngest } from './bench/ingest.ts';
import { benchInputs, sharedModels } from './bench/inputs.ts';
import { benchSearch } from './bench/keystrokes.ts';
import { benchPages } from './bench/lighthouse.ts';
import { benchLinearity } from './bench/linearity.ts';
import { jsonFloor, speedOf } from './bench/speed.ts';
import { weighSite } from './bench/weights.ts';

const out = (line: string) => process.stdout.write(`${line}\n`);

// `npm run bench -- --site dist` measures only a built site.
const usage = 'npm run bench -- [--site <folder>]';
const { values } = scriptArguments({ usage, options: { site: { type: 'string' } }, positionals: [0, 0] });
if (values.site !== undefined) {
  wantPath(values.site, usage);
  out(weighSite(values.site));
  out(await benchSearch(values.site));
  out(await benchPages(values.site));
  process.exit(0);
}

const { inputs, models, source } = await benchInputs();
out(`Inputs: ${source}. One core, Node ${process.versions.node}; MB are 10^6 bytes of UTF-8.`);
// Measures in rounds, each with the floor: other work on the machine passes meanwhile, and the best round counts.
let floor = 0;
const speeds = inputs.map(() => 0);
for (let round = 0; round < 2; round++) {
  floor = Math.max(floor, jsonFloor(models));
  for (const [index, input] of inputs.entries()) speeds[index] = Math.max(speeds[index] ?? 0, speedOf(input));
}
out(`${'JSON.parse of the models'.padEnd(40)}${floor.toFixed(1).padStart(8)} MB/s`);
for (const [index, input] of inputs.entries()) {
  const speed = speeds[index] ?? 0;
  const wanted = input.wanted ?? (input.ofFloor === undefined ? undefined : input.ofFloor * floor);
  const verdict = wanted === undefined ? '' : `  wanted ${wanted.toFixed(1)}${speed >= wanted ? '' : ' — MISSED'}`;
  const size = `${(input.bytes / 1e6).toFixed(1)} MB`.padStart(9);
  out(
    `${input.name.padEnd(40)}${speed.toFixed(1).padStart(8)} MB/s${size}  ${(speed / floor).toFixed(2)} of the floor${verdict}`,
  );
}
out('');
out('Ten times the input: how many times the time (10 is linear; small numbers are noise)');
for (const { name, factor, milliseconds } of benchLinearity())
  out(`${name.padEnd(60)}${factor.toFixed(1).padStart(6)}${`${milliseconds.toFixed(0)} ms`.padStart(10)}`);
out('');
out(await benchBuild());
out(benchGrowth(sharedModels));
out(benchHistory(process.env.APIDELTA_BOTOCORE, 200));
out(benchIngest(process.env.APIDELTA_BOTOCORE));
