/** Resolves every address inside a built site against its files and anchors. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const attribute = /\s(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu;
const anchor = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gu;

/** The addresses in the given pages that do not resolve; addresses of other sites are not checked. */
export function findDeadLinks(site: string, pages: readonly string[], base: string): string[] {
  const anchors = new Map<string, Set<string>>();
  const known = new Map<string, string | undefined>();
  const problems: string[] = [];
  for (const page of pages) {
    const at = `https://site.invalid${base}${page.replace(/(^|\/)index\.html$/u, '$1')}`;
    for (const address of new Set(valuesOf(withoutCode(readPage(site, page)), attribute))) {
      const problem = judge(address, at);
      if (problem) problems.push(`${page}: ${problem}`);
    }
  }
  return problems;

  function judge(address: string, at: string): string | undefined {
    if (!URL.canParse(address, at)) return `Unexpected address \`${address}\`, expected a URL`;
    const { protocol, host, pathname, hash } = new URL(address, at);
    if (protocol === 'javascript:') return `Unexpected \`${address}\`, expected an address`;
    if (host !== 'site.invalid') return undefined;
    if (!pathname.startsWith(base)) return `Unexpected \`${address}\`, expected an address under \`${base}\``;
    const file = fileOf(decode(pathname.slice(base.length)));
    if (!file) return `Unexpected \`${address}\`, expected a file of the site`;
    if (hash.length < 2 || !file.endsWith('.html')) return undefined;
    return anchorsOf(file).has(decode(hash.slice(1)))
      ? undefined
      : `Unexpected \`${address}\`, expected an anchor of \`${file}\``;
  }

  function fileOf(name: string): string | undefined {
    if (!known.has(name))
      known.set(
        name,
        [name, path.posix.join(name, 'index.html')].find((file) => isFile(site, file)),
      );
    return known.get(name);
  }

  function anchorsOf(file: string): Set<string> {
    const found = anchors.get(file) ?? new Set(valuesOf(withoutCode(readPage(site, file)), anchor));
    anchors.set(file, found);
    return found;
  }
}

function readPage(site: string, page: string): string {
  return readFileSync(path.join(site, page), 'utf8');
}

function isFile(site: string, name: string): boolean {
  const file = path.join(site, name);
  return existsSync(file) && statSync(file).isFile();
}

function withoutCode(html: string): string {
  return html.replace(/<!--.*?-->/gsu, '').replace(/(<(script|style)\b[^>]*>).*?<\/\2>/gsu, '$1');
}

function valuesOf(html: string, pattern: RegExp): string[] {
  const tags = html.match(/<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>/gu) ?? [];
  return tags.flatMap((tag) => [...tag.matchAll(pattern)].map(([, a, b, c]) => readEntities(a ?? b ?? c ?? '')));
}

function readEntities(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/giu, (_, hex, decimal) =>
      String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/&(amp|lt|gt|quot);/gu, (whole, name: string) => names[name] ?? whole);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
