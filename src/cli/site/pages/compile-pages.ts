/** Has Astro compile the pages, without making any: a folder with their code, with the assets of the site, and what the code has to be told. */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { enterAstroRoot, type PageOptions } from '../astro-root.ts';
import { moveFolder } from '../move-folder.ts';
import { orSentence } from './or-sentence.ts';

/** The parts of the folder. */
export const compiled = {
  /** The code of the pages, which Astro would throw away. */
  code: 'code',
  /** What goes into the site as it is. */
  assets: 'assets',
  /** What the code is told before it makes a page. */
  facts: 'facts.json',
} as const;

/** What the code of the pages is told. */
export interface CompiledFacts {
  /** The file of the code that all else is reached from. */
  readonly entry: string;
  /** The style sheets of each page, by Astro's key of the page, in Astro's own words. */
  readonly styles: Readonly<Record<string, readonly unknown[]>>;
}

/** Compiles the pages into a folder that is there and empty; `work` is one too, and is of no use afterwards. */
export async function compilePages(work: string, options: PageOptions, to: string): Promise<void> {
  const before = process.cwd();
  const { out, config } = enterAstroRoot(work, options);
  try {
    await runAstro({ ...config, integrations: [keepCode(out, to)] }, work);
  } finally {
    process.chdir(before);
  }
  moveAll(out, join(to, compiled.assets));
}

/** Runs Astro. */
export async function runAstro(config: Record<string, unknown>, work: string): Promise<void> {
  const { build } = await import('astro');
  const before = process.env.NODE_ENV;
  // Vite goes by it: with any other value pages would be compiled as those that are watched, and kept so for later builds.
  process.env.NODE_ENV = 'production';
  try {
    await orSentence(work, () => build(config));
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** In Astro's place a prerenderer that takes the code and has no page to make. */
function keepCode(out: string, to: string): AstroIntegration {
  let pages: ReadonlyMap<string, { readonly styles: readonly unknown[] }> = new Map();
  return {
    name: 'apidelta-keep-code',
    hooks: {
      'astro:build:setup'({ pages: all }) {
        // Astro fills it later on.
        pages = all as typeof pages;
      },
      'astro:build:start'({ setPrerenderer }) {
        setPrerenderer({
          name: 'apidelta-keep-code',
          async setup() {
            const code = join(out, '.prerender');
            const entry = readdirSync(code).find((name) => name.startsWith('prerender-entry'));
            if (entry === undefined) throw new Error('Unexpected code without an entry, expected what Astro compiles');
            cpSync(code, join(to, compiled.code), { recursive: true });
            const styles = Object.fromEntries([...pages].map(([key, page]) => [key, page.styles]));
            const facts: CompiledFacts = { entry, styles };
            writeFileSync(join(to, compiled.facts), JSON.stringify(facts));
          },
          getStaticPaths: async () => [],
          render: async () => new Response(),
        });
      },
    },
  };
}

function moveAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (name !== '.prerender') moveFolder(join(from, name), join(to, name));
}
