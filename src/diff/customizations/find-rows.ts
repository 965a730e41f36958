/** Finds the customizations of a place. */
import { type Direction, lastName, splitPath, stepName } from '../../model/index.ts';
import { compareVersions } from '../../model/versions.ts';
import type { Customization } from './customization.ts';
import { customizations } from './table.ts';

const none: readonly Customization[] = [];
const byService: ReadonlyMap<string, readonly Customization[]> = new Map(
  [...new Set(customizations.flatMap(({ services }) => services))].map((service) => [
    service,
    customizations.filter(({ services }) => services.includes(service)),
  ]),
);

/** The rows of a service that hold in a version; without a version, in the newest one. */
export function rowsOf(service: string, version?: string): readonly Customization[] {
  const rows = byService.get(service);
  if (rows === undefined) return none;
  return version === undefined ? rows : rows.filter(({ since }) => compareVersions(since, version) <= 0);
}

/** Whether a row is about the member at the end of a path, or about its items or values. */
export function isAbout(row: Customization, operation: string, direction: Direction, path: string): boolean {
  if (row.direction !== direction || row.operations?.includes(operation) === false) return false;
  if (row.anywhere === true) return lastName(path) === row.member;
  return isFirstStep(row, path) && splitPath(path).length === 1;
}

/** Whether a path ends at the member that a row is about, or inside it. */
export function leadsThrough(row: Customization, operation: string, direction: Direction, path: string): boolean {
  if (row.direction !== direction || row.operations?.includes(operation) === false) return false;
  return isFirstStep(row, path);
}

function isFirstStep({ member }: Customization, path: string): boolean {
  const [first] = splitPath(path);
  return first !== undefined && stepName(first) === member;
}
