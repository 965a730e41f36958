/** Makes small git repositories of service models for tests. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A model: fields of one operation's request, by name, with their types or values. */
export type TinyModel = Readonly<Record<string, string | readonly string[]>>;

/** The JSON of a service model with one operation, `PutThing`. */
export function modelJson(fields: TinyModel, uid = 'thing-2020-01-01'): string {
  const shapes: Record<string, unknown> = {
    PutThingRequest: {
      type: 'structure',
      members: Object.fromEntries(Object.keys(fields).map((name) => [name, { shape: `${name}Type` }])),
    },
  };
  for (const [name, type] of Object.entries(fields))
    shapes[`${name}Type`] = typeof type === 'string' ? { type } : { type: 'string', enum: type };
  return JSON.stringify({
    version: '2.0',
    metadata: { apiVersion: '2020-01-01', endpointPrefix: 'thing', protocol: 'json', serviceFullName: 'Thing', uid },
    operations: {
      PutThing: { name: 'PutThing', http: { method: 'POST', requestUri: '/' }, input: { shape: 'PutThingRequest' } },
    },
    shapes,
  });
}

/** A repository; every call of `release` commits files (null removes one) and tags the commit. */
export class TinyRepository {
  readonly folder: string;
  #day = 1;
  #isStopped = false;

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.git('init', '-q', '-b', 'main');
  }

  release(tag: string, files: Readonly<Record<string, string | null>>, annotated = false): void {
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, path);
      if (text === null) rmSync(file, { force: true, recursive: true });
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
    this.git('add', '-A');
    this.git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-q', '--allow-empty', '-m', tag);
    if (annotated) this.git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'tag', '-a', tag, '-m', tag);
    else this.git('tag', tag);
    if (!this.#isStopped) this.#day++;
  }

  /** All commits from now on have one time, as in repositories that were imported. */
  stopClock(): void {
    this.#isStopped = true;
  }

  /** Goes on from a release, beside what came after it. */
  goBackTo(tag: string): void {
    this.git('checkout', '-q', '--detach', tag);
  }

  /** Runs git in the repository, on the day that it is there. */
  git(...args: string[]): void {
    const day = `2024-01-${String(this.#day).padStart(2, '0')}T12:00:00Z`;
    execFileSync('git', args, {
      cwd: this.folder,
      stdio: 'pipe',
      env: { ...process.env, GIT_COMMITTER_DATE: day, GIT_AUTHOR_DATE: day, GIT_CONFIG_GLOBAL: '/dev/null' },
    });
  }
}
