/** Prints two versions of a service as the HTML of a changelog page. */
import type { Prose, Service } from '../../src/model/index.ts';
import { type DocumentedNode, documentedMembers } from './document.ts';
import { countWords, type PageEntry } from './print-changelog.ts';
import { wordsOf } from './print-rst.ts';
import { requestSyntax, responseSyntax } from './print-syntax.ts';

/** The whole page. */
export function htmlPage(after: Service, entries: readonly PageEntry[]): string {
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <title>AWS API Changes</title>
  </head>
  <body>
    <section class="section"><div class="container"><h1 class="title has-text-centered">&nbsp; ${after.title}</h1></div></section>
<nav class="breadcrumb"><ul><li><a href="/">API Changes</a></li></ul></nav>
<section class="section"><div class="tile is-child box">
	<p class="title is-5">
	    2025/11/13
	    - ${after.title} -
${countWords(entries, ' ')} 	    api methods
	</p>
	  <p style="margin-bottom: 0.5em">
    <span class="tag is-danger">Changes</span>&nbsp;
    Something was added, see below.</p>
${entries.map((entry) => details(after, entry)).join('\n')}
</div></section>
<footer class="footer"><p>The end</p></footer>
  </body>
</html>
`;
}

function details(after: Service, { operation, added, deltas }: PageEntry): string {
  const { name, request, response } = operation;
  const said =
    deltas.length === 0
      ? ''
      : `<br/>
    <span><em class="is-danger">Changes</em> (${deltas.map(({ direction }) => direction).join(', ')})</span>${
      deltas.length === 2
        ? `<br/>
    Request <pre>${escaped(deltas[0]?.text ?? '')}</pre>
    Response <pre>${escaped(deltas[1]?.text ?? '')}</pre>`
        : `
    <pre>${escaped(deltas[0]?.text ?? '')}</pre>`
    }`;
  const parameters = typeof request === 'string' ? documentedMembers(after, request, 'request') : [];
  const returned =
    typeof response === 'string'
      ? `<dt>rtype<span class="colon">:</span></dt>
<dd><p>dict</p>
</dd>
<dt>returns<span class="colon">:</span></dt>
<dd><p><strong>Response Syntax</strong></p>
<pre class="literal-block">${escaped(responseSyntax(after, operation))}</pre>
<p><strong>Response Structure</strong></p>
<ul>
<li><p><em>(dict) --</em></p>
${list(documentedMembers(after, response, 'response'))}</li>
</ul>
</dd>`
      : `<dt>returns<span class="colon">:</span></dt>
<dd><p>None</p>
</dd>`;
  return `  <details id="${name}">
    <summary><span class="has-text-info">${name}</span>&nbsp;(${added ? 'new' : 'updated'})</summary>
    <span><a href="#${name}">Link ¶</a></span>${said}
    ${prose(operation.documentation ?? [])}
<p>See also: <a class="reference external" href="${operation.seeAlso}">AWS API Documentation</a></p>
<p><strong>Request Syntax</strong></p>
<pre class="literal-block">${escaped(requestSyntax(after, operation))}</pre>
<dl class="field-list">
${parameters.map(parameter).join('\n')}
${returned}
</dl>
  </details>`;
}

function parameter(node: DocumentedNode): string {
  const mark = node.required ? '<p><strong>[REQUIRED]</strong></p>\n' : '';
  return `<dt>type ${node.name}<span class="colon">:</span></dt>
<dd><p>${type(node)}</p>
</dd>
<dt>param ${node.name}<span class="colon">:</span></dt>
<dd>${mark}${prose(node.documentation)}${inside(node)}</dd>`;
}

function list(nodes: readonly DocumentedNode[]): string {
  return nodes.length === 0 ? '' : `<ul>\n${nodes.map(item).join('\n')}\n</ul>\n`;
}

function item(node: DocumentedNode): string {
  const name = node.name === '' ? '' : `<strong>${escaped(node.name)}</strong> `;
  const typed = node.type.startsWith(':') ? `(${type(node)}) --` : `<em>(${type(node)}) --</em>`;
  return `<li><p>${name}${typed}${node.required ? ' <strong>[REQUIRED]</strong>' : ''}</p>\n${prose(node.documentation)}${inside(node)}</li>`;
}

function inside(node: DocumentedNode): string {
  if (node.kind !== 'map' || node.children.length === 0) return list(node.children);
  const [key, value] = node.children as [DocumentedNode, DocumentedNode];
  return `<ul>\n${item(key).replace(/<\/li>$/, `${list([value])}</li>`)}\n</ul>\n`;
}

/** docutils without Sphinx knows no such roles and shows them as they are written. */
function type(node: DocumentedNode): string {
  return node.type.startsWith(':')
    ? `<a href="#system-message-1"><span class="problematic" id="problematic-1">${escaped(node.type)}</span></a>`
    : node.type;
}

function prose(blocks: Prose): string {
  return blocks
    .map((block) =>
      block.type === 'list'
        ? `<ul class="simple">\n${block.children.map(({ children }) => `<li><p>${escaped(wordsOf(children[0]))}</p></li>`).join('\n')}\n</ul>\n`
        : `<p>${escaped(wordsOf(block))}</p>\n`,
    )
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
