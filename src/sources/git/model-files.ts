/**
 * The models in the trees of a repository, at the places of its dialect: all of one tree, or the changes between two
 * trees.
 */
import type { ModelPath, RepositoryLayout } from '../../parse/dialects/index.ts';
import type { Skipped } from '../tree.ts';
import { SourceError } from '../types.ts';
import { type Repository, runGit } from './run-git.ts';

/** The mode of a symbolic link. */
const linkMode = '120000';

/**
 * A file of a service model in a tree. `service`, `apiVersion` and `role` come from its layout, today's or an older
 * one.
 */
export interface ModelFile extends ModelPath {
  /** Its path in the repository. */
  readonly file: string;
  readonly blob: string;
}

/** A file of a service model that differs between two trees. */
export interface ChangedModelFile extends ModelPath {
  readonly file: string;
  /** Null if the file is new. */
  readonly before: string | null;
  /** Null if the file was removed. */
  readonly after: string | null;
}

/** Files in the folder of models: those that are read, and those that are not. */
export interface ModelFiles {
  readonly files: readonly ModelFile[];
  readonly skipped: readonly Skipped[];
}

/** A blob in a tree. */
export interface TreeFile {
  readonly path: string;
  readonly blob: string;
}

/** Lists all files of a tree, or those below a path. Links and submodules are left out. */
export async function listTree(repository: Repository, tree: string, below?: string): Promise<TreeFile[]> {
  const output = await runGit(repository, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    objectId(tree),
    ...(below ? ['--', below] : []),
  ]);
  const files: TreeFile[] = [];
  for (const line of records(output)) {
    const [, mode, blob, path] = /^(\d+) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    if (mode !== undefined && mode !== linkMode && blob && path) files.push({ path, blob });
  }
  return files;
}

/** The models of a tree. */
export async function modelFilesAt(
  repository: Repository,
  layout: RepositoryLayout,
  tree: string,
): Promise<ModelFiles> {
  const files: ModelFile[] = [];
  const skipped: Skipped[] = [];
  for (const { path, blob } of await listTree(repository, tree, layout.folder)) {
    const model = layout.modelPathOf(path);
    if (model) files.push({ ...model, file: path, blob });
    else skipped.push({ name: path, reason: layout.reasonNotRead(path) });
  }
  return { files, skipped };
}

/** The changes in the service models from one tree to another; if `from` is null, all files are new. */
export async function changedModelFiles(
  repository: Repository,
  layout: RepositoryLayout,
  from: string | null,
  to: string,
): Promise<ChangedModelFile[]> {
  const [changed = []] = await changedModelFilesInRow(repository, layout, from === null ? [to] : [from, to]).then(
    (all) => all.slice(-1),
  );
  return changed;
}

/**
 * Compares a list of trees with one git process, which takes a second for all of botocore's releases. Gives the changes
 * of each tree from the one before it; the first tree is compared with nothing.
 */
export async function changedModelFilesInRow(
  repository: Repository,
  layout: RepositoryLayout,
  trees: readonly string[],
): Promise<ChangedModelFile[][]> {
  const pairs = trees.map((tree, index) => `${trees[index - 1] ?? emptyTree(tree)} ${tree}\n`);
  for (const tree of trees) objectId(tree);
  const parameters = ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-renames', '--no-abbrev', '--', layout.folder];
  const output = await runGit(repository, parameters, pairs.join(''));
  const row: ChangedModelFile[][] = [];
  let meta: string | undefined;
  for (const record of records(output)) {
    if (meta === undefined) {
      // Each pair begins with its own line, without a NUL at its end; the lines of pairs without changes stand before
      // the next pair.
      const lines = record.split('\n');
      for (let count = 1; count < lines.length; count++) row.push([]);
      meta = lines.at(-1) || undefined;
      continue;
    }
    const changed = changeIn(layout, meta, record);
    if (changed) row.at(-1)?.push(changed);
    meta = undefined;
  }
  if (row.length !== trees.length)
    throw new SourceError(
      `\`${repository.name}\` cannot be read: git compared ${row.length} of ${trees.length} releases`,
    );
  return row;
}

/** Parses `:100644 100644 <before> <after> M` and its path. */
function changeIn(layout: RepositoryLayout, meta: string, path: string): ChangedModelFile | undefined {
  const [, afterMode, before = '', after = ''] = meta.slice(1).split(' ');
  const model = layout.modelPathOf(path);
  if (!model) return undefined;
  const isRemoved = /^0+$/.test(after) || afterMode === linkMode;
  return { ...model, file: path, before: /^0+$/.test(before) ? null : before, after: isRemoved ? null : after };
}

function* records(output: Buffer): Generator<string> {
  let from = 0;
  while (from < output.length) {
    const end = output.indexOf(0, from);
    yield output.toString('utf8', from, end < 0 ? output.length : end);
    if (end < 0) return;
    from = end + 1;
  }
}

/** Only ids are allowed: a name could begin with a dash, and git would read it as an option. */
function objectId(id: string): string {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id))
    throw new TypeError(`Unexpected \`${id}\`, expected the id of an object`);
  return id;
}

/** The id of the empty tree, which every repository knows, with SHA-1 or SHA-256. */
function emptyTree({ length }: string): string {
  return length === 64
    ? '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321'
    : '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
}
