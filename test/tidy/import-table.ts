/** The import table of the design as data: which folder of src may import what. */

/** What a folder may import from another one. `types` allows `import type` only; names limit it to these files or folders. */
export type Permission = 'all' | 'types' | { readonly only: readonly string[]; readonly typesOnly?: boolean };

export interface FolderRule {
  /** Our own folders; a folder may always import from itself. */
  readonly from: Readonly<Record<string, Permission>>;
  /** May touch files, processes, threads and the clock. */
  readonly touchesMachine: boolean;
  /** May import Astro's virtual modules, `astro:*`. */
  readonly astroModules: boolean;
}

/** The read door of `store`: pages see no other. */
const readDoor = ['read.ts', 'types.ts'];
/** The doors of `store`. */
const doors = [...readDoor, 'find.ts', 'write.ts'];
/** The doors of `diff` to what the rules say, which compares nothing, and to what compares inside a page. */
const rulesDoor = ['catalogue.ts', 'net.ts'];

const pure = { touchesMachine: false, astroModules: false };
const machine = { touchesMachine: true, astroModules: false };
const site = { touchesMachine: false, astroModules: true };

const shown = { view: 'all', feed: 'all', styles: 'all' } satisfies FolderRule['from'];

const door = { only: ['index.ts'] } as const;

export const importTable: Readonly<Record<string, FolderRule>> = {
  /** What other programs get is what stands in a folder's door, and needs no machine. */
  'index.ts': { from: { model: door, parse: door, diff: door }, ...pure },
  model: { from: {}, ...pure },
  parse: { from: { model: 'all' }, ...pure },
  sources: { from: { model: 'all', parse: 'all' }, ...machine },
  diff: { from: { model: 'all' }, ...pure },
  store: { from: { model: 'all', parse: 'all', sources: 'all', diff: 'all' }, ...machine },
  view: { from: { model: 'all', diff: { only: rulesDoor }, store: 'types' }, ...pure },
  feed: { from: { model: 'all', view: 'all' }, ...pure },
  pages: { from: { ...shown, components: 'all', layouts: 'all', store: { only: readDoor } }, ...site },
  layouts: { from: { ...shown, components: 'all' }, ...site },
  components: { from: shown, ...site },
  styles: { from: {}, ...site },
  cli: {
    from: { model: 'all', parse: 'all', sources: 'all', diff: 'all', store: { only: doors }, view: 'all', feed: 'all' },
    ...machine,
  },
};

/** Modules of Node that reach files, processes, threads, the network or the clock. */
export const machineModules = new Set(
  `fs fs/promises child_process worker_threads cluster process os net http https http2 tls dgram dns sqlite inspector
  timers timers/promises perf_hooks readline repl`.split(/\s+/u),
);
