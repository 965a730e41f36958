/** Changes as one self-contained HTML file: no network, no script. */

import type { Element, ElementContent, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { counted, sentenceParts, severityWords, wireWords } from '../../diff/index.ts';
import type { Change, Severity } from '../../model/index.ts';
import { wordPieces } from '../../view/prose/word-pieces.ts';
import type { SyntaxLine } from '../../view/syntax/syntax-line.ts';
import type { Comparison, Side } from './diff-formats.ts';
import { placeOf, type ShownCard, type ShownService, shownServices, totals, wireRemark } from './shown.ts';
import type { SyntaxOf } from './syntax.ts';

const marks: Readonly<Record<Severity, string>> = { breaking: '✗', dangerous: '!', safe: '+', docs: '·' };
const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:60rem;margin:2rem auto;padding:0 1rem}code{font:0.9em ui-monospace,monospace}
li{margin:.4rem 0}.severity{font-weight:600;white-space:nowrap}.breaking{color:light-dark(#b3261e,#ff8a80)}.dangerous{color:light-dark(#7a5200,#ffc658)}.safe{color:light-dark(#116329,#7ee2a8)}.docs{color:light-dark(#57606a,#9aa4af)}
.places{margin:.2rem 0;padding-left:1.2rem;color:light-dark(#57606a,#9aa4af);overflow-wrap:anywhere}
summary{cursor:pointer;font-size:.9em;color:light-dark(#57606a,#9aa4af)}pre{overflow-x:auto;margin:.4rem 0;padding:.6rem 0;border:1px solid light-dark(#d0d7de,#3d444d);border-radius:6px;line-height:1.45}
pre code{display:block;width:max-content;min-width:100%;padding:0 .8rem;box-sizing:border-box}pre ins,pre del{display:block;margin:0 -.8rem;padding:0 .8rem;text-decoration:none}pre ins{background:light-dark(#e7f5ec,#16301f)}pre del{background:light-dark(#fdecec,#3b1b1f)}`;

const printer = unified().use(rehypeStringify).freeze();

/** The whole page. */
export function printHtml(comparison: Comparison): string {
  const { old, new: now, syntax, hidden = 0 } = comparison;
  const shown = shownServices(comparison);
  const remark = wireRemark(hidden);
  const title = `Changes from ${sideTitle(old)} to ${sideTitle(now)}`;
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
            element('p', {}, [text(totals(shown))]),
            ...shown.map((service) => sectionOf(service, syntax)),
            ...(remark === null ? [] : [element('p', {}, [text(remark)])]),
          ]),
        ]),
      ]),
    ],
  };
  return `${printer.stringify(tree)}\n`;
}

function sectionOf({ id, title, status, cards }: ShownService, syntax: SyntaxOf | null): Element {
  return element('section', {}, [
    element('h2', { id }, [
      text(`${title} `),
      element('code', {}, [text(id)]),
      text(status === 'changed' ? '' : ` ${status}`),
    ]),
    element(
      'ul',
      {},
      cards.map((card) => itemOf(id, card, syntax?.(card.changes[0]) ?? null)),
    ),
  ]);
}

function itemOf(service: string, card: ShownCard, syntax: readonly SyntaxLine[] | null): Element {
  const { changes, severity, audience, unlisted } = card;
  const [first, ...others] = changes;
  const places = card.places
    .filter(({ operation }) => operation !== null)
    .map((place) => element('li', {}, [element('code', {}, [text(placeOf(place, service))])]));
  if (unlisted > 0) places.push(element('li', {}, [text(`and ${counted(unlisted, 'more place')}`)]));
  return element('li', { id: `${service}-${first.key}` }, [
    ...others.map(({ key }) => element('span', { id: `${service}-${key}` }, [])),
    element('span', { className: ['severity', severity] }, [
      text(`${marks[severity]} ${audience === 'wire' ? wireWords : severityWords[severity]}`),
    ]),
    text(' '),
    ...withCode(card.sentence),
    ...changeElements(first),
    ...(places.length === 0 ? [] : [element('ul', { className: ['places'] }, places)]),
    ...(syntax === null ? [] : [syntaxOf(syntax)]),
  ]);
}

/** The syntax around a change. Marks stand beside the colours, because not every reader can see those. */
function syntaxOf(lines: readonly SyntaxLine[]): Element {
  const children = lines.map(({ op, text: line }) => {
    const whole = text(`${op} ${line}\n`);
    return op === ' ' ? whole : element(op === '+' ? 'ins' : 'del', {}, [whole]);
  });
  return element('details', {}, [
    element('summary', {}, [text('Syntax')]),
    element('pre', { tabIndex: 0 }, [element('code', {}, children)]),
  ]);
}

/** The removed and the added words of a description. */
function changeElements(change: Change): ElementContent[] {
  const pieces = wordPieces(change).map(({ text: words, change: turn }) =>
    turn === 'same' ? text(words) : element(turn === 'added' ? 'ins' : 'del', {}, [text(words)]),
  );
  return pieces.length === 0 ? [] : [element('p', { className: ['words'] }, pieces)];
}

/** A sentence with its code spans as elements. */
function withCode(sentence: string): ElementContent[] {
  return sentenceParts(sentence).map((part) => (part.code ? element('code', {}, [text(part.text)]) : text(part.text)));
}

function sideTitle(side: Side): string {
  return side.version ?? side.date ?? side.source;
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
