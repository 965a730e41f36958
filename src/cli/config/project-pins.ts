/** The requirements that a pyproject.toml or Pipfile states, as lines of a requirements.txt: by the standard, and tools'. */

/** A requirement, with the group of the project that it belongs to. */
export interface StatedRequirement {
  readonly text: string;
  readonly group: string;
}

/** All requirements of a project, whatever they pin. Values of other kinds are ignored: other tools own the file too. */
export function requirementsOf(project: Readonly<Record<string, unknown>>): readonly StatedRequirement[] {
  const { project: own, tool, 'dependency-groups': groups } = project;
  const { dependencies, 'optional-dependencies': extras } = recordOf(own);
  const { poetry, pdm, uv } = recordOf(tool);
  const { dependencies: main, 'dev-dependencies': dev, group } = recordOf(poetry);
  return [
    ...stated(dependencies, 'dependencies'),
    ...[extras, groups, recordOf(pdm)['dev-dependencies']].flatMap((lists) =>
      Object.entries(recordOf(lists)).flatMap(([name, list]) => stated(list, name)),
    ),
    ...uvLists.flatMap((name) => stated(recordOf(uv)[name], name)),
    ...poetryOnes(main, 'dependencies'),
    ...poetryOnes(dev, 'dev'),
    ...Object.entries(recordOf(group)).flatMap(([name, one]) => poetryOnes(recordOf(one).dependencies, name)),
  ];
}

function stated(list: unknown, group: string): readonly StatedRequirement[] {
  return Array.isArray(list)
    ? list.flatMap((text: unknown) => (typeof text === 'string' ? [{ text, group }] : []))
    : [];
}

/** The lists of uv beside those of the standard. */
const uvLists = ['dev-dependencies', 'constraint-dependencies', 'override-dependencies'] as const;

/** All requirements of a Pipfile: every table but Pipenv's own is a group of packages. */
export function pipfileRequirements(file: Readonly<Record<string, unknown>>): readonly StatedRequirement[] {
  const groups = Object.entries(file).filter(([name]) => !pipenvTables.has(name));
  return groups.flatMap(([name, table]) => poetryOnes(table, name));
}

const pipenvTables: ReadonlySet<string> = new Set(['source', 'requires', 'scripts', 'pipenv', 'pipfile']);

/**
 * Poetry's table of packages. A version without a sign before it is that version alone. A package may have several
 * entries, each for other Pythons.
 */
function poetryOnes(table: unknown, group: string): readonly StatedRequirement[] {
  return Object.entries(recordOf(table)).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
      const version = typeof one === 'string' ? one : recordOf(one).version;
      if (typeof version !== 'string') return [];
      const { markers, python } = recordOf(one);
      const when = typeof markers === 'string' ? markers : typeof python === 'string' ? `python ${python}` : '';
      const exact = version.trim().replace(/^(?:=(?!=)\s*)?(?=v?\d)/, '==');
      return [{ text: `${name}${exact}${when === '' ? '' : ` ; ${when}`}`, group }];
    }),
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
