/**
 * The opening of a client's documentation: “A low-level client representing …”, and the service's own words after it.
 */
import type { Block, Prose } from '../../model/index.ts';

const opening = 'A low-level client representing ';

/**
 * The title of the service, if the opening is there, and its description without the opening and without code that
 * creates a client.
 */
export function titleFromIntro(blocks: Prose): { readonly title?: string; readonly documentation: Prose } {
  const first = blocks[0];
  const text = first?.type === 'paragraph' && first.children[0]?.type === 'text' ? first.children[0].value : '';
  // The opening shares a paragraph with the first words of the service only if those words are not a paragraph
  // themselves.
  const title = titleIn(text.trim());
  const documentation = (title === undefined ? blocks : blocks.slice(1)).filter((block) => !makesClient(block));
  return title === undefined ? { documentation } : { title, documentation };
}

/** The name in the opening, without colons and abbreviation: `Amazon Simple Queue Service (SQS):`. */
function titleIn(text: string): string | undefined {
  let end = text.length;
  while (text[end - 1] === ':') end--;
  if (!text.startsWith(opening) || end === opening.length) return undefined;
  if (text[end - 1] === ')') {
    // The last brackets contain no closing bracket: they start at the first opening bracket after the one that was
    // closed before.
    const open = text.indexOf(' (', Math.max(text.lastIndexOf(')', end - 2), opening.length + 1));
    if (open !== -1) end = open;
  }
  const title = text.slice(opening.length, end);
  return title === '' || /[\n\r]/.test(title) ? undefined : title;
}

function makesClient(block: Block): boolean {
  return block.type === 'code' && /\b(?:create_client|boto3\.client)\(/.test(block.value);
}
