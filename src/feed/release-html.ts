/** The body of an item about a whole release: every changed service, worst changes first. */
import type { FeedRelease, FeedService, SharedLine } from '../view/changes/feed-release.ts';
import { escapeHtml } from '../view/prose/prose-html.ts';
import { bytesOf, codeHtml, linkHtml, maxBody, moreHtml, notesHtml, spansHtml, wireHtml } from './body.ts';

/** The HTML of an item. All services are in it, each with as many lines as fit. */
export function releaseHtml(release: FeedRelease): string {
  const head = notesHtml(release.notes, release.summary);
  const tail = wireHtml(release.wire);
  const room = maxBody - bytesOf(head) - bytesOf(tail) - roomForMore;
  for (const lines of linesEach) {
    const shared = sharedHtml(release.shared);
    const services = release.services.map((service) => serviceHtml(service, lines)).join('');
    if (bytesOf(shared) + bytesOf(services) <= room)
      return head + shared + services + tail || '<p>No changes were found.</p>';
  }
  return head + namesHtml(release, room) + tail;
}

/** The possible numbers of lines for each service: the first one that fits is used. */
const linesEach = [8, 5, 3, 2, 1, 0];
/** The room for the line with the number of further changes, in bytes. */
const roomForMore = 400;
/** The most services that a shared sentence names. */
const namedServices = 400;

function serviceHtml({ id, title, url, counts, status, note, lines }: FeedService, shown: number): string {
  const name = `${linkHtml(url, codeHtml(id))} ${escapeHtml(title)}`;
  const count = [status ?? [], counts.map(({ count, words }) => `${count.toLocaleString('en')} ${words}`)].flat();
  const said = note === '' || shown === 0 ? '' : `<p>${escapeHtml(note)}</p>`;
  const items = lines.slice(0, shown).map((line) => `<li>${linkHtml(line.url, spansHtml(line.text))}</li>`);
  const more = lines.length - items.length;
  if (more > 0 && shown > 0) items.push(`<li>${linkHtml(url, `And ${more.toLocaleString('en')} more`)}</li>`);
  const list = items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
  return `<h3>${name}</h3>${count.length === 0 ? '' : `<p>${escapeHtml(count.join(', '))}</p>`}${said}${list}`;
}

/** A sentence that several services share, printed once. */
function sharedHtml(shared: readonly SharedLine[]): string {
  if (shared.length === 0) return '';
  const items = shared.map(({ text, services }) => {
    const names = services.slice(0, namedServices).map(({ id, url }) => linkHtml(url, codeHtml(id)));
    return `<li>${spansHtml(text)} (${services.length.toLocaleString('en')} services: ${names.join(', ')})</li>`;
  });
  return `<h3>In several services</h3><ul>${items.join('')}</ul>`;
}

/** If not even one line for each service fits: as many names of services as fit. */
function namesHtml({ services, url }: FeedRelease, room: number): string {
  const names: string[] = [];
  let left = room;
  for (const service of services) {
    const name = linkHtml(service.url, codeHtml(service.id));
    left -= bytesOf(name) + 2;
    if (left < 0) break;
    names.push(name);
  }
  const more = services.slice(names.length).reduce((sum, { lines }) => sum + lines.length, 0);
  return `<p>${names.join(', ')}</p>${moreHtml(more, url)}`;
}
