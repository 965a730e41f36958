/** The parts of XML that feeds and reports need: elements, attributes, text. */

/** Escapes text for XML 1.0, in content and in attributes, and removes characters that XML 1.0 does not allow. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(illegal, '')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '');
}

/** Escapes the value of an attribute: a reader would read line breaks and tabs in it as spaces. */
export function xmlAttribute(value: string): string {
  return xmlText(value).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An element with text; attributes in the order given. */
export function xmlElement(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string {
  return `<${name}${attributeList(attributes)}>${xmlText(text)}</${name}>`;
}

/**
 * An element with HTML as its text. The HTML is not escaped, but in a CDATA section: escaped, it would take a third
 * more.
 */
export function xmlHtml(name: string, html: string, attributes: Readonly<Record<string, string>> = {}): string {
  const text = html.toWellFormed().replace(illegal, '').replaceAll(']]>', ']]]]><![CDATA[>');
  return `<${name}${attributeList(attributes)}><![CDATA[${text}]]></${name}>`;
}

/** An element without content. */
export function xmlEmpty(name: string, attributes: Readonly<Record<string, string>>): string {
  return `<${name}${attributeList(attributes)}/>`;
}

/** A document: the declaration, then the lines. */
export function xmlDocument(lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${lines.join('\n')}\n`;
}

// https://www.w3.org/TR/xml/#charsets: everything outside Char, half surrogates aside, which `toWellFormed` replaces.
const illegal = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function attributeList(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`)
    .join('');
}
