/** Wheels of botocore, by their versions: what `pip download` leaves in a folder. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compareVersions, isSameVersion, isVersion } from '../../model/versions.ts';
import { listed } from '../../view/site/words.ts';
import { UsageError } from '../io.ts';

/** Finds the wheels among files and in folders; other packages from pip are ignored. */
export class Wheels {
  readonly #named: string;
  readonly #byVersion = new Map<string, string>();

  constructor(paths: readonly string[]) {
    this.#named = listed(paths);
    for (const path of paths) {
      if (!existsSync(path))
        throw new UsageError(`\`${path}\` does not exist: name wheels of botocore, or a folder of them.`);
      const files = statSync(path).isDirectory()
        ? readdirSync(path)
            .sort()
            .map((name) => join(path, name))
        : [path];
      for (const file of files) {
        const version = wheelVersion(file);
        if (version !== null && !this.#byVersion.has(version)) this.#byVersion.set(version, file);
      }
    }
    if (this.#byVersion.size === 0)
      throw new UsageError(
        `\`${this.#named}\` holds no wheel of botocore, as botocore-1.40.73-py3-none-any.whl: \`pip download --no-deps botocore==<version>\` gets one.`,
      );
  }

  /** All versions, oldest first. */
  get versions(): readonly string[] {
    return [...this.#byVersion.keys()].sort(compareVersions);
  }

  /** The file of a version. Throws a `UsageError` if there is none. */
  fileOf(version: string): string {
    const [, file] = [...this.#byVersion].find(([one]) => isSameVersion(one, version)) ?? [];
    if (file !== undefined) return file;
    const { versions } = this;
    const known = versions.length <= maxNamed ? listed(versions) : `${versions.slice(0, maxNamed).join(', ')}, …`;
    throw new UsageError(
      `There is no wheel of botocore ${version} in \`${this.#named}\`, only of ${known}: \`pip download --no-deps botocore==${version}\` gets it.`,
    );
  }
}

/** The version in the name of a wheel: the format fixes its place. */
function wheelVersion(file: string): string | null {
  const version = /^botocore-([^-]+)(?:-[^-]+){3,4}\.whl$/i.exec(basename(file))?.[1];
  return version !== undefined && isVersion(version) ? version : null;
}

const maxNamed = 12;
