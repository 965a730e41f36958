/**
 * Lets Astro compile the pages without making any: the result is a folder with code, assets, and the facts that the
 * code needs.
 */
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { enterAstroRoot, type PageOptions } from '../astro-root.ts';
import { moveFolder } from '../move-folder.ts';
import { orSentence } from './or-sentence.ts';

/** The parts of the folder. */
export const compiled = {
  /** The code of the pages, which Astro would delete. */
  code: 'code',
  /** Files that are copied into the site. */
  assets: 'assets',
  /** The facts that the code needs before it makes a page. */
  facts: 'facts.json',
} as const;

/** The facts that the code of the pages needs. */
export interface CompiledFacts {
  /** The entry file of the code. */
  readonly entry: string;
  /** The style sheets of each page, by Astro's key of the page, in Astro's own form. */
  readonly styles: Readonly<Record<string, readonly unknown[]>>;
}

/** Compiles the pages into `to`; both folders exist and are empty, and `work` is useless afterwards. */
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
  // Vite uses it: with another value the pages would be compiled for development, and later builds would reuse them.
  process.env.NODE_ENV = 'production';
  try {
    await orSentence(work, () => build(config));
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

/** A prerenderer that copies the code and has no page to make. */
function keepCode(out: string, to: string): AstroIntegration {
  let pages: ReadonlyMap<string, { readonly styles: readonly unknown[] }> = new Map();
  return {
    name: 'apidelta-keep-code',
    hooks: {
      'astro:build:setup'({ pages: all }) {
        // Astro fills it later.
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
