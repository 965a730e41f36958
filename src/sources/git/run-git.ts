/**
 * Runs the `git` program so that the settings of the repository and of the user have no effect, and nothing is fetched.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { explainError } from '../explain-error.ts';
import { SourceError } from '../types.ts';

/** An opened repository: its folder, and its name in messages. */
export interface Repository {
  readonly name: string;
  readonly folder: string;
}

/** All tags of botocore with their files take 30 MB; a longer output is not a list of names. */
const longestOutput = 512 * 2 ** 20;

/** Finds the repository of a folder: a working copy, a bare repository, or a `.git`. */
export async function openRepository(name: string): Promise<Repository> {
  const folder = await realpath(name).catch((error: unknown) => {
    throw explainError(name, error);
  });
  if (!(await stat(folder)).isDirectory())
    throw new SourceError(
      `\`${name}\` is a file, no git repository. A bundle has to be cloned first: git clone ${path.basename(name)} <folder>`,
    );
  const repository = { name, folder };
  try {
    await runGit(repository, ['rev-parse', '--git-dir']);
  } catch (error) {
    if (error instanceof SourceError && /not a git repository/.test(error.message))
      throw new SourceError(`\`${name}\` is no git repository. Name the folder of a clone`);
    throw error;
  }
  return repository;
}

/** Runs git and returns its output. */
export async function runGit(repository: Repository, parameters: readonly string[], input?: string): Promise<Buffer> {
  const child = startGit(repository, parameters);
  const chunks: Buffer[] = [];
  let length = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestOutput) child.kill();
  });
  const ended = endOf(child, repository);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  await ended;
  return Buffer.concat(chunks, length);
}

/** Starts git with open pipes. */
export function startGit({ folder }: Repository, parameters: readonly string[]): ChildProcessWithoutNullStreams {
  // The repository may belong to another user, for instance on a mounted disk. The danger is only in programs that a
  // repository's settings name, and none of these commands runs any.
  const settings = ['-c', 'safe.directory=*', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
  return spawn('git', ['--no-pager', '--no-replace-objects', ...settings, ...parameters], {
    cwd: folder,
    env: environment(folder),
    stdio: 'pipe',
    windowsHide: true,
  });
}

/** Resolves when git has ended without an error; else rejects with git's message. */
export function endOf(child: ChildProcessWithoutNullStreams, repository: Repository): Promise<void> {
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    if (said.length < 10_000) said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'ENOENT' ? 'the program `git` is not there. Install git' : error.message;
      reject(new SourceError(`\`${repository.name}\` cannot be read: ${reason}`, { cause: error }));
    });
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else
        reject(
          new SourceError(
            `\`${repository.name}\` cannot be read: git says ${reasonIn(said) ?? `nothing and ends with ${signal ?? code}`}`,
          ),
        );
    });
  });
}

function reasonIn(said: string): string | undefined {
  const lines = said.trim().split('\n');
  const fatal = lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines.at(-1);
  return fatal ? `"${fatal.replace(/^(?:fatal|error): /, '')}"` : undefined;
}

/** Git's own variables are removed: inside a hook `GIT_DIR` names another repository. */
function environment(folder: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return {
    ...Object.fromEntries(own),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // A partial clone would fetch missing objects: no transport is allowed, whatever the repository's settings say.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    // The named folder must be the repository itself, not a folder inside another one.
    GIT_CEILING_DIRECTORIES: path.dirname(folder),
  };
}
