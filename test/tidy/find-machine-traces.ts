/** Looks for traces of one machine or one network in a file: hosts of package registries, absolute paths. */
import type { SourceFile } from './source-file.ts';

const registryHost =
  /\b(?:registry\.(?:npmjs|yarnpkg|npmmirror)\.[a-z]+|npm\.pkg\.github\.com|registry-ur[l]|_authToke[n])\b/u;
const machinePath = /(?<=^|[\s'"`(=:,[])\/(?:work|root|home|Users|tmp)\/[\w.-]+/mu;

/** Says which traces of a machine a file holds, one sentence each. */
export function findMachineTraces({ path, text }: SourceFile): string[] {
  const problems: string[] = [];
  const host = registryHost.exec(text)?.[0];
  const absolute = machinePath.exec(text)?.[0];
  if (host) problems.push(`${path}: Unexpected \`${host}\`, expected no registry to be named`);
  if (absolute) problems.push(`${path}: Unexpected \`${absolute}\`, expected a path that holds on every machine`);
  return problems;
}

/** Says which packages of a lock file name the place they came from. */
export function findResolvedPackages(lock: string): string[] {
  const { packages } = JSON.parse(lock) as { packages: Record<string, { resolved?: string }> };
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(([name, { resolved }]) => `${name}: Unexpected \`${resolved}\`, expected a lock file without addresses`);
}
