/** One result as a row: what kind it is, its name with what was typed marked, where it is, and since when. Texts of sources are only ever texts. */
import type { Group, Hit } from './groups.ts';
import type { HitKind } from './query.ts';

/** What stands for a kind in the gutter; the words are for who does not see it. */
const kinds: Readonly<Record<HitKind, readonly [sign: string, word: string]>> = {
  service: ['§', 'service'],
  operation: ['()', 'operation'],
  field: ['.', 'field'],
  value: ['=', 'value'],
  shape: ['{}', 'shape'],
};

/** The rows of a group under its title. */
export function groupOf({ kind, title, hits, more }: Group, name: string, base: string): HTMLElement {
  const group = make('div', 'search-group');
  const heading = make('div', 'search-title', title);
  heading.id = `${name}-${kind}`;
  heading.setAttribute('role', 'presentation');
  group.setAttribute('role', 'group');
  group.setAttribute('aria-labelledby', heading.id);
  group.append(heading, ...hits.map((hit, index) => rowOf(hit, `${name}-${kind}-${index}`, base)));
  if (more > 0) {
    const rest = make(
      'div',
      'search-more',
      `${more} more: type more letters${hits.length < 20 ? `, or ${prefixes[kind]}` : ''}`,
    );
    rest.setAttribute('role', 'presentation');
    group.append(rest);
  }
  return group;
}

function rowOf({ kind, name, marks, way, since, others, isMine, address }: Hit, id: string, base: string): HTMLElement {
  const row = document.createElement('a');
  row.id = id;
  row.className = 'search-row';
  row.href = base + address;
  row.tabIndex = -1;
  row.setAttribute('role', 'option');
  row.setAttribute('aria-selected', 'false');
  const [sign, word] = kinds[kind];
  const glyph = make('span', 'search-glyph', sign);
  glyph.setAttribute('aria-hidden', 'true');
  const label = make('span', 'search-name');
  let done = 0;
  for (const [from, to] of marks) {
    label.append(name.slice(done, from), make('mark', '', name.slice(from, to)));
    done = to;
  }
  label.append(name.slice(done));
  const steps = way.filter((step) => step !== '' && step !== name);
  const path = make('span', 'search-way', steps.join(' › '));
  row.append(glyph, label, ' ', make('span', 'vh', `${word} `), path);
  const facts = [
    ...(isMine ? ['mine'] : []),
    ...(others > 0 ? [`and ${others} more ${others === 1 ? 'service' : 'services'}`] : []),
    ...(since === null ? [] : [`since ${since}`]),
  ];
  if (facts.length > 0) row.append(' ', make('span', 'search-facts', facts.join(' · ')));
  return row;
}

/** An element with a class and a text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className !== '') element.className = className;
  element.textContent = text;
  return element;
}

const prefixes: Readonly<Record<HitKind, string>> = {
  ...{ service: 'service: for services only', operation: 'op: for operations only', field: 'field: for fields only' },
  ...{ value: 'enum: for values only', shape: 'shape: for shapes only' },
};
