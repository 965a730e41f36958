/** Adds optional packages for other platforms to the lock file, if the registry in use left them out. */
import { readFileSync, writeFileSync } from 'node:fs';
import { scriptArguments } from './arguments.ts';

/*
 * `npm ci` of npm 11 needs every optional dependency of the tree in the lock file, even those for other platforms. A
 * registry mirror with only some platforms leaves the others out. Run this after a change of the lock file.
 */

interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  packages: Record<string, LockedPackage>;
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** The lock's packages, with an entry for each optional dependency. */
export function completeLock(packages: Lock['packages']): Lock['packages'] {
  const added: Lock['packages'] = {};
  for (const [place, owner] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      const known = `${place}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
      if (known || !exactVersion.test(version)) continue;
      added[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(owner.dev ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  const entries = Object.entries({ ...packages, ...added });
  return Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split('/').at(-1)?.split('-') ?? [];
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (cpu.length === 0) throw new Error(`Unexpected package \`${name}\`, expected a processor in its name`);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return { ...(os.length > 0 ? { os } : {}), cpu, ...(libc.length > 0 ? { libc } : {}) };
}

if (import.meta.main) {
  scriptArguments({ usage: 'node scripts/complete-lock.ts', options: {}, positionals: [0, 0] });
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8')) as Lock;
  const packages = completeLock(lock.packages);
  const count = Object.keys(packages).length - Object.keys(lock.packages).length;
  writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  process.stderr.write(`${count} packages of other platforms added to the lock file\n`);
}
