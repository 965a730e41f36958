/** llms.txt: describes the site, or one service of it, to language models (https://llmstxt.org). */
import { serviceOf } from '../pages/service-page.ts';
import { proseSummary, withoutTitle } from '../prose/prose-text.ts';
import { shortTitle } from '../site/service-names.ts';
import type { Site } from '../site/site.ts';
import { counted } from '../site/words.ts';
import { address, document, entry, plain } from './markdown.ts';

/** The file of the whole site. */
export function siteLlmsText(site: Site): string {
  const { store, urls } = site;
  const hasTwins = site.hasTwins !== false;
  // Without twins, services have no llms.txt. Their JSON has the same content.
  const fileOf = (id: string) =>
    hasTwins ? `${urls.service(id)}llms.txt` : urls.api('services', urls.serviceSlug(id));
  const { subject, product, texts } = store.about();
  const services = store.services().filter(({ removedIn }) => removedIn === null);
  const link = (title: string, url: string, words: string) =>
    entry(0, `[${plain(title)}](${address(site, url)}): ${words}`);
  return document([
    `# What changed in ${plain(subject)}’s APIs`,
    `> Every operation, field and value of ${counted(services.length, 'service')}, since when it exists, and what each release of ${plain(product)} changed, with what breaks callers first.`,
    `Descriptions are by ${plain(texts.owner)} (${plain(texts.licence)}).${hasTwins ? ' Pages of operations, releases and rules have a Markdown twin: `index.md` in their folder; that of an operation has its whole history.' : ''} “breaks callers” means that a program that worked before fails or misreads after the upgrade.`,
    '## Data',
    [
      link('All services as JSON', urls.api('services'), 'ids, titles, sizes'),
      link('All releases as JSON', urls.api('releases'), 'days, and the services that each changed'),
      link('Schemas', urls.api('schema', 'service'), 'JSON Schema of each kind of file beside it'),
      link('Rules', urls.rules(), 'what is called breaking, and why'),
    ].join('\n'),
    '## Services',
    services
      .map(({ id, title, operations }) =>
        link(id, fileOf(id), `${plain(shortTitle(title))}, ${counted(operations, 'operation')}`),
      )
      .join('\n'),
  ]);
}

/** The file of one service: a line for each operation, with the address of its Markdown twin. */
export function serviceLlmsText(site: Site, id: string): string {
  const { urls, store } = site;
  const service = serviceOf(site, id);
  const { removedIn: gone } = service;
  // A removed service has the operations that were removed with it.
  const operations = service.operations.filter(({ removedIn }) => removedIn === null || removedIn.id === gone?.id);
  return document([
    `# ${plain(service.title)} (${plain(id)})`,
    `> ${plain(proseSummary(withoutTitle(service.documentation)) || `${counted(operations.length, 'operation')}.`)}`,
    gone === null ? null : `Removed in ${plain(gone.id)}. This is how it looked last.`,
    '## Operations',
    operations
      .map(({ operation }) => {
        const words = proseSummary(store.read(operation.documentation));
        const twin = address(site, `${urls.operation(id, operation.name)}index.md`);
        return entry(0, `[${plain(operation.name)}](${twin})${words === '' ? '' : `: ${plain(words)}`}`);
      })
      .join('\n'),
    '## Optional',
    [
      entry(
        0,
        `[Everything as JSON](${address(site, urls.api('services', urls.serviceSlug(id)))}): operations and shapes`,
      ),
      entry(0, `[Changes](${address(site, urls.serviceChanges(id))}): every release that changed it`),
    ].join('\n'),
  ]);
}
