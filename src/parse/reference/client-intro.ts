/** The opening of a client's documentation: “A low-level client representing …”, and the service's own words behind it. */
import type { Block, Prose } from '../../model/index.ts';

const opening = /^A low-level client representing (.+?)(?: \(([^)]*)\))?:*$/;

/** The title of the service, if the opening is there, and its description without the opening and without code that makes a client. */
export function titleFromIntro(blocks: Prose): { readonly title?: string; readonly documentation: Prose } {
  const first = blocks[0];
  const text = first?.type === 'paragraph' && first.children[0]?.type === 'text' ? first.children[0].value : '';
  // The opening stands in one paragraph with the first words of the service only where the service's are not a paragraph.
  const line = opening.exec(text.trim().replace(/::?$/, ''));
  const documentation = (line === null ? blocks : blocks.slice(1)).filter((block) => !makesClient(block));
  return line === null ? { documentation } : { title: line[1] as string, documentation };
}

function makesClient(block: Block): boolean {
  return block.type === 'code' && /\b(?:create_client|boto3\.client)\(/.test(block.value);
}
