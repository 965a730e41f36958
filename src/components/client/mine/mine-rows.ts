/** Rows of changes like those of the first page, made in the browser from the news of months. */
import { isSince, weekdayWords } from '../../../view/site/days.ts';

/** The news of one month: `/api/v1/months/<month>.json`. */
export interface MonthNews {
  readonly releases: readonly ReleaseNews[];
}

interface ReleaseNews {
  readonly id: string;
  readonly date: string | null;
  readonly url: string;
  readonly services: readonly ServiceNews[];
}

interface ServiceNews {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>>;
  /** The number of changed descriptions; absent for none. */
  readonly descriptions?: number;
  readonly note: string;
  readonly url: string;
  readonly lines: readonly {
    readonly severity: string;
    readonly kind: string;
    readonly sentence: string;
    readonly key: string;
  }[];
  readonly more: number;
}

/** One section for each release since a day that changed one of these services, newest first. */
export function rowsOf(months: readonly MonthNews[], ids: ReadonlySet<string>, from: string): readonly HTMLElement[] {
  return months
    .flatMap(({ releases }) => releases)
    .filter(({ date }) => date !== null && isSince(date, from))
    .flatMap((release) => {
      const rows = release.services.filter(({ id }) => ids.has(id));
      return rows.length === 0 ? [] : [dayOf(release, rows)];
    });
}

function dayOf({ id, date, url }: ReleaseNews, services: readonly ServiceNews[]): HTMLElement {
  const section = element('section', 'day');
  section.dataset.group = '';
  const title = element('h2');
  const time = document.createElement('time');
  time.dateTime = date ?? '';
  time.textContent = weekdayWords(date ?? '');
  const release = document.createElement('a');
  release.href = url;
  release.textContent = id;
  title.append(time, ' · ', release);
  const list = element('ul', 'entries by-service');
  const worst = [...services].sort((a, b) => rank(a) - rank(b));
  list.append(...worst.map(rowOf));
  section.append(title, list);
  return section;
}

function rowOf(service: ServiceNews): HTMLElement {
  const row = element('li');
  const tones = tonesOf(countsOf(service));
  row.dataset.row = '';
  row.dataset.s = service.id;
  row.dataset.t = tones.map(({ tone }) => tone).join(' ');
  row.dataset.k = [...new Set(service.lines.map(({ kind }) => subjectOf(kind)))].join(' ');
  const name = document.createElement('a');
  name.className = 'entry-name';
  name.href = service.url;
  name.textContent = service.id;
  name.title = service.title;
  const counts = element('span', 'counts');
  for (const { tone, sign, words, count } of tones) {
    const glyph = element('span', `glyph ${tone}`);
    glyph.title = words;
    glyph.append(hidden(sign), ` ${count}`, spoken(` ${words}`));
    counts.append(glyph);
  }
  const lead = element('div', 'entry-lead');
  const [first, ...rest] = service.lines;
  if (first === undefined) {
    const note = element('p', 'muted');
    note.textContent =
      service.note === '' ? (statusWords[service.status] ?? 'no changes found') : `Note: ${service.note}`;
    lead.append(note);
  } else if (rest.length + service.more === 0) {
    const line = element('p');
    line.append(...lineOf(first, service.url));
    lead.append(line);
  } else {
    const details = document.createElement('details');
    const summary = document.createElement('summary');
    summary.append(signOf(first), ...codeSpans(first.sentence));
    const lines = element('ul', 'lines');
    for (const line of rest) {
      const item = element('li');
      item.append(...lineOf(line, service.url));
      lines.append(item);
    }
    const all = document.createElement('a');
    all.href = service.url;
    all.textContent = service.more > 0 ? `${service.more} more, and all details` : 'All details';
    details.append(summary, lines, all);
    lead.append(details);
  }
  row.append(name, counts, lead);
  return row;
}

type Line = ServiceNews['lines'][number];

function lineOf(line: Line, url: string): readonly Node[] {
  const link = document.createElement('a');
  link.className = 'plain';
  link.href = `${url}#${line.key}`;
  link.append(...codeSpans(line.sentence));
  return [signOf(line), link];
}

function signOf({ severity }: Line): HTMLElement {
  const { tone, sign, words } = signs[severity] ?? signs.safe ?? { tone: 'new', sign: '+', words: 'new' };
  const glyph = element('span', `glyph ${tone}`);
  glyph.append(hidden(sign), spoken(` ${words}: `));
  return glyph;
}

/** Sentences have names between backticks. */
function codeSpans(sentence: string): readonly (Node | string)[] {
  return sentence.split('`').map((text, at) => {
    if (at % 2 === 0) return text;
    const code = document.createElement('code');
    code.textContent = text;
    return code;
  });
}

interface Sign {
  readonly tone: string;
  readonly sign: string;
  readonly words: string;
}

const signs: Readonly<Record<string, Sign>> = {
  breaking: { tone: 'breaks', sign: '!', words: 'break callers' },
  dangerous: { tone: 'risk', sign: '?', words: 'may break' },
  safe: { tone: 'new', sign: '+', words: 'new or looser' },
  docs: { tone: 'words', sign: '≈', words: 'words only' },
  wire: { tone: 'wire', sign: '·', words: 'on the wire only' },
};

const statusWords: Readonly<Record<string, string>> = { added: 'new service', removed: 'service removed' };

function tonesOf(counts: ServiceNews['counts']): readonly (Sign & { readonly count: number })[] {
  return Object.entries(signs).flatMap(([name, sign]) => {
    const count = counts[name] ?? 0;
    return count === 0 ? [] : [{ ...sign, count }];
  });
}

/** The counts as pages show them: changed descriptions count as words. */
function countsOf({ counts, descriptions = 0 }: ServiceNews): ServiceNews['counts'] {
  return { ...counts, docs: (counts.docs ?? 0) + descriptions };
}

function rank(service: ServiceNews): number {
  const { status } = service;
  const counts = countsOf(service);
  if (status === 'added' || status === 'removed') return -1;
  const at = Object.keys(signs).findIndex((name) => (counts[name] ?? 0) > 0);
  return at < 0 ? 9 : at;
}

/** The filter's name for the subject of a kind. The pages ask the rule; here only its name is known. */
function subjectOf(kind: string): string {
  if (kind.endsWith('-deprecated')) return 'deprecated';
  return ['service', 'operation', 'enum', 'error'].find((subject) => kind.startsWith(subject)) ?? 'field';
}

function element(name: string, className = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  return made;
}

function hidden(sign: string): HTMLElement {
  const made = element('span');
  made.setAttribute('aria-hidden', 'true');
  made.textContent = sign;
  return made;
}

function spoken(words: string): HTMLElement {
  const made = element('span', 'vh');
  made.textContent = words;
  return made;
}
