/**
 * Makes pages with the code that Astro compiled, without Astro's own loop over all of them. It needs some private parts
 * of Astro (`BuildApp`, `RouteCache`, as of Astro 7): a test compares the result with Astro's own.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Unit, UnitKind, Wanted } from '../../../view/site/units.ts';
import { type CompiledFacts, compiled } from './compile-pages.ts';

/** A file of the site. */
export interface RenderedFile {
  /** Its path in the site, `services/s3/index.html`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Route {
  readonly route: string;
  readonly component: string;
  /** For a page without parameters. */
  readonly pathname?: string;
  readonly type: string;
  readonly params: readonly string[];
  readonly prerender: boolean;
  readonly origin: string;
}

type Params = Readonly<Record<string, string | undefined>>;

interface StaticPath {
  readonly params: Params;
  readonly props?: Readonly<Record<string, unknown>>;
}

/** Pages of one unit, never of all units. */
type WantedUnit = Wanted & { readonly unit: Unit };

interface PageModule {
  /** The unit of a page without parameters, where it is not that of the pages that exist once. */
  readonly unitKind?: UnitKind;
  getStaticPaths?(wanted: WantedUnit): readonly StaticPath[] | Promise<readonly StaticPath[]>;
  GET?(context: { readonly params: Params; readonly props: object }): Response | Promise<Response>;
}

interface App {
  readonly manifest: { readonly base: string; readonly routes: readonly { readonly routeData: Route }[] };
  readonly routeCache: { set(route: Route, entry: unknown): void; clearAll(): void };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  getComponentByRoute(route: Route): Promise<PageModule | { readonly page: unknown }>;
  render(request: Request, options: { readonly routeData: Route }): Promise<Response>;
}

interface Page {
  readonly route: Route;
  readonly module: PageModule;
  readonly path: StaticPath;
}

/** The pages of one site, in one thread. */
export class PageRenderer {
  readonly #app: App;
  readonly #modules: ReadonlyMap<Route, PageModule>;
  /** The page that is being made: Astro would search for it among all pages of its route, but we know it. */
  #path: StaticPath | undefined;

  private constructor(app: App, modules: ReadonlyMap<Route, PageModule>) {
    this.#app = app;
    this.#modules = modules;
    for (const [route, mod] of modules) {
      const staticPaths = Object.assign([], { keyed: { get: () => this.#path } });
      if (mod.getStaticPaths !== undefined) app.routeCache.set(route, { mod, staticPaths });
    }
  }

  /** Loads the code. The environment names its store. */
  static async open(folder: string): Promise<PageRenderer> {
    const { entry, styles } = JSON.parse(readFileSync(join(folder, compiled.facts), 'utf8')) as CompiledFacts;
    // Astro's own output, whose form its version fixes.
    const { app } = (await import(pathToFileURL(join(folder, compiled.code, entry)).href)) as { app: App };
    const pagesByKeys = new Map(Object.entries(styles).map(([key, sheets]) => [key, { styles: [...sheets] }]));
    app.setInternals({ pagesByKeys, entrySpecifierToBundleMap: new Map() });
    app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
    app.routeCache.clearAll();
    const modules = new Map<Route, PageModule>();
    const routes = app.manifest.routes.map(({ routeData }) => routeData);
    // Pages with parameters are told what is kept from earlier builds. Their views remember it for pages without.
    for (const routeData of routes.toSorted((a, b) => b.params.length - a.params.length))
      if (routeData.prerender && routeData.origin !== 'internal')
        // Every route that Astro lists is a page.
        modules.set(routeData, (await app.getComponentByRoute(routeData)) as PageModule);
    return new PageRenderer(app, modules);
  }

  /**
   * Makes the files of a unit one after the other; with `count`, only the part at `index` of `count` equal parts. All
   * files of an operation follow each other, whatever their routes: their views share what they make of it.
   */
  async *render(wanted: WantedUnit, index = 0, count = 1): AsyncGenerator<RenderedFile> {
    const pages: Page[] = [];
    for (const [route, module] of this.#modules)
      for (const path of await pathsOf(module, wanted)) pages.push({ route, module, path });
    const groups = Map.groupBy(pages, (page) => page.path.params.operation ?? page);
    for (const [at, group] of [...groups.values()].entries())
      if (at % count === index) for (const page of group) yield await this.#file(page);
  }

  async #file({ route, module, path }: Page): Promise<RenderedFile> {
    const address = addressOf(route, path.params);
    const { props = {}, params } = path;
    if (route.type === 'endpoint') {
      if (module.GET === undefined) throw new Error(`Unexpected endpoint ${route.component}, expected one with GET`);
      return { name: address, bytes: await (await module.GET({ params, props })).bytes() };
    }
    this.#path = path;
    const { base } = this.#app.manifest;
    const url = new URL(`${base.replace(/\/$/, '')}/${address}${address === '' ? '' : '/'}`, origin);
    const response = await this.#app.render(new Request(url), { routeData: route });
    if (response.status >= 300 && response.status !== 404)
      throw new Error(`Unexpected status ${response.status} of ${url.pathname}, expected a page`);
    return { name: fileOf(address), bytes: await response.bytes() };
  }
}

/** Only pages that ask for their own address would see it, and none of them does. */
const origin = 'http://localhost';

/** A page without parameters has one path; a page with parameters gives its own paths for a unit. */
async function pathsOf(module: PageModule, wanted: WantedUnit): Promise<readonly StaticPath[]> {
  if (module.getStaticPaths !== undefined) return await module.getStaticPaths(wanted);
  return wanted.unit.kind === (module.unitKind ?? 'site') ? [{ params: {} }] : [];
}

/**
 * The address below the base path, without slashes at its ends: `services/s3`, `feed.xml`; empty for the first page.
 */
function addressOf({ route }: Route, params: Params): string {
  return route.replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => params[name] ?? '').slice(1);
}

/** Astro's `build.format: 'directory'`. */
function fileOf(address: string): string {
  if (address === '404') return '404.html';
  return address === '' ? 'index.html' : `${address}/index.html`;
}
