/** The requirements that a pyproject.toml states, as lines of a requirements.txt: by the standard, and Poetry's. */

/** A requirement, with the group of the project that it belongs to. */
export interface StatedRequirement {
  readonly text: string;
  readonly group: string;
}

/** All requirements of a project, whatever they pin. Values of other kinds are ignored: other tools own the file too. */
export function requirementsOf(project: Readonly<Record<string, unknown>>): readonly StatedRequirement[] {
  const { project: own, tool, 'dependency-groups': groups } = project;
  const { dependencies, 'optional-dependencies': extras } = recordOf(own);
  const { dependencies: main, 'dev-dependencies': dev, group } = recordOf(recordOf(tool).poetry);
  return [
    ...stated(dependencies, 'dependencies'),
    ...[...Object.entries(recordOf(extras)), ...Object.entries(recordOf(groups))].flatMap(([name, list]) =>
      stated(list, name),
    ),
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

/** Poetry's table of packages. A version without a sign before it is that version alone. */
function poetryOnes(table: unknown, group: string): readonly StatedRequirement[] {
  return Object.entries(recordOf(table)).flatMap(([name, value]) => {
    const version = typeof value === 'string' ? value : recordOf(value).version;
    if (typeof version !== 'string') return [];
    const { markers } = recordOf(value);
    const when = typeof markers === 'string' ? ` ; ${markers}` : '';
    return [{ text: `${name}${/^\s*\d/.test(version) ? '==' : ''}${version.trim()}${when}`, group }];
  });
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
