/** A copy of the work tree for mutants: the tree itself is only read. */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  makeTemporaryFolder,
  removeAbandonedFolders,
  removeTemporaryFolder,
} from '../../src/sources/temporary/temporary-folder.ts';
import { type Mutant, mutated } from './mutant.ts';

export interface TreeCopy {
  readonly root: string;
  /** The original tree. */
  readonly original: string;
  /** A folder for the temporary files of tests; it is removed with the copy. */
  readonly scratch: string;
  /** Every file that was copied, from the root. */
  readonly files: readonly string[];
  /** Runs an action while a mutant is in the copy. */
  readonly withMutant: <T>(mutant: Mutant, work: () => Promise<T>) => Promise<T>;
  readonly remove: () => void;
}

/** Copies the files that git tracks or would track. The packages are linked. */
export function copyTree(root: string): TreeCopy {
  removeAbandonedFolders();
  const folder = makeTemporaryFolder('mutants');
  // Some tests run as another user, who must be able to read the copy.
  chmodSync(folder, 0o755);
  const [copy, scratch] = [path.join(folder, 'tree'), path.join(folder, 'scratch')];
  mkdirSync(scratch, { recursive: true });
  const files = filesOf(root);
  for (const file of files) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    copyFileSync(path.join(root, file), path.join(copy, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');
  return {
    ...{ root: copy, original: root, scratch, files },
    async withMutant(mutant, work) {
      const file = path.join(copy, mutant.file);
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, mutated(text, mutant));
      try {
        return await work();
      } finally {
        writeFileSync(file, text);
      }
    },
    remove: () => removeTemporaryFolder(folder),
  };
}

function filesOf(root: string): readonly string[] {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const names = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }).split('\0');
  const gone = execFileSync('git', ['ls-files', '-z', '--deleted'], { cwd: root, encoding: 'utf8' }).split('\0');
  return names.filter((name) => name !== '' && !gone.includes(name)).sort();
}
