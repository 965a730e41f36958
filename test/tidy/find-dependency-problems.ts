/** Holds the dependencies of package.json against what the code imports. */
import { builtinModules } from 'node:module';
import { importsOf } from './find-import-problems.ts';
import { codeOf, type SourceFile } from './source-file.ts';

/** The part of package.json that this is about. */
export interface Manifest {
  readonly name: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Packages that no file imports, each with what it is for. */
export const tools: Readonly<Record<string, string>> = {
  '@astrojs/check': 'checks the types of .astro files',
  '@biomejs/biome': 'lints and formats',
  '@microsoft/jest-sarif': 'brings the JSON schema of SARIF, which a test reads',
  '@types/node': 'the types of Node',
  '@typescript/native': 'TypeScript 7, which checks and emits',
  'axe-core': 'what @axe-core/playwright runs in the page',
  node: 'Node 24, for who has an older one',
};

/** Says which packages nobody imports, and which imports no package stands for, one sentence each. */
export function findDependencyProblems(manifest: Manifest, files: readonly SourceFile[], known = tools): string[] {
  const { dependencies, devDependencies } = manifest;
  const shipped = packagesOf(files.filter(({ path }) => isShipped(path)));
  const all = packagesOf(files);
  // The example of README.md imports the package itself.
  all.delete(manifest.name);
  return [
    ...Object.keys(dependencies)
      .filter((name) => !isIn(shipped, name) && !(name in known))
      .map((name) => `package.json: Unexpected dependency \`${name}\`, expected src to import it`),
    ...Object.keys(devDependencies)
      .filter((name) => !isIn(all, name) && !(name in known))
      .map((name) => `package.json: Unexpected devDependency \`${name}\`, expected a file to import it, or a reason`),
    ...Object.keys(known)
      .filter((name) => all.has(name) || !(name in dependencies || name in devDependencies))
      .map((name) => `Unexpected tool \`${name}\`, expected a package of package.json that no file imports`),
    ...[...shipped]
      .filter(([name, typesOnly]) => !(name in dependencies) && !typesOnly)
      .map(([name]) => `src: Unexpected import of \`${name}\`, expected a dependency`),
    ...[...all.keys()]
      .filter((name) => ![name, `@types/${name}`].some((one) => one in dependencies || one in devDependencies))
      .map((name) => `Unexpected import of \`${name}\`, expected a package of package.json`),
  ];
}

function isShipped(path: string): boolean {
  return path.startsWith('src/') || path === 'astro.config.mjs';
}

/** Whether a package is imported, or has the types of one that is. */
function isIn(imported: ReadonlyMap<string, boolean>, name: string): boolean {
  return imported.has(name) || imported.has(name.replace(/^@types\//u, ''));
}

/** The packages that files import, and whether all that they import of each is types. */
function packagesOf(files: readonly SourceFile[]): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (const file of files)
    for (const { tree } of codeOf(file))
      for (const { target, typesOnly } of importsOf(tree)) {
        const name = packageOf(target);
        if (name !== undefined) found.set(name, typesOnly && (found.get(name) ?? true));
      }
  return found;
}

function packageOf(target: string): string | undefined {
  if (/^[./]|^(?:node|astro|data|file):/u.test(target)) return undefined;
  const [scope = '', name = ''] = target.split('/');
  if (builtinModules.includes(scope)) return undefined;
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
