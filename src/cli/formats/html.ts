/** Changes as one HTML file that needs nothing else: no network, no script. */

import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Change, ServiceChanges, Severity } from '../../model/index.ts';
import { sentenceParts } from './code-spans.ts';
import type { Comparison, Side } from './diff-formats.ts';
import { placeOf, sentenceOf, totals, worstFirst } from './sentences.ts';
import { wordPieces } from './word-pieces.ts';

const marks: Readonly<Record<Severity, string>> = { breaking: '✗', dangerous: '!', safe: '+', docs: '·' };
const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem}code{font:0.9em ui-monospace,monospace}
li{margin:.4rem 0}.severity{font-weight:600;white-space:nowrap}.breaking{color:light-dark(#b3261e,#ff8a80)}.dangerous{color:light-dark(#7a5200,#ffc658)}.safe{color:light-dark(#116329,#7ee2a8)}.docs{color:light-dark(#57606a,#9aa4af)}
.places{margin:.2rem 0;padding-left:1.2rem;color:light-dark(#57606a,#9aa4af);overflow-wrap:anywhere}`;

/** The whole page. */
export function printHtml({ old, new: now, services }: Comparison): string {
  const title = `Changes from ${nameOf(old)} to ${nameOf(now)}`;
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: 'en' }, [
        element('head', {}, [
          element('meta', { charSet: 'utf-8' }, []),
          element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }, []),
          element('title', {}, [text(title)]),
          element('style', {}, [text(style)]),
        ]),
        element('body', {}, [
          element('main', {}, [
            element('h1', {}, [text(title)]),
            element('p', {}, [text(totals(services))]),
            ...services.map(sectionOf),
          ]),
        ]),
      ]),
    ],
  };
  return `${toHtml(tree)}\n`;
}

function sectionOf({ id, title, status, changes }: ServiceChanges): Element {
  return element('section', {}, [
    element('h2', { id }, [
      text(`${title} `),
      element('code', {}, [text(id)]),
      text(status === 'changed' ? '' : ` ${status}`),
    ]),
    element(
      'ul',
      {},
      worstFirst(changes).map((change) => itemOf(id, change)),
    ),
  ]);
}

function itemOf(service: string, change: Change): Element {
  const places = change.places
    .filter(({ operation }) => operation !== null)
    .map((place) => element('li', {}, [element('code', {}, [text(placeOf(place, service))])]));
  if (change.unlisted !== undefined) places.push(element('li', {}, [text(`and ${change.unlisted} more places`)]));
  return element('li', { id: `${service}-${change.key}` }, [
    element('span', { className: ['severity', change.severity] }, [
      text(`${marks[change.severity]} ${change.severity}`),
    ]),
    text(' '),
    ...withCode(sentenceOf(change)),
    ...wordsOf(change),
    ...(places.length === 0 ? [] : [element('ul', { className: ['places'] }, places)]),
  ]);
}

/** The words of a description that went and came. */
function wordsOf(change: Change): ElementContent[] {
  const pieces = wordPieces(change).map(({ text: words, change: turn }) =>
    turn === 'same' ? text(words) : element(turn === 'added' ? 'ins' : 'del', {}, [text(words)]),
  );
  return pieces.length === 0 ? [] : [element('p', { className: ['words'] }, pieces)];
}

/** A sentence with its code spans as elements. */
function withCode(sentence: string): ElementContent[] {
  return sentenceParts(sentence).map((part) => (part.code ? element('code', {}, [text(part.text)]) : text(part.text)));
}

function nameOf(side: Side): string {
  return side.version ?? side.date ?? side.source;
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
