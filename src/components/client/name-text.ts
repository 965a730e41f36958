/** A name as text that may go on in the next line between its words only. */
import { namePieces } from '../../view/site/name-pieces.ts';

/** The text of a name, with places between its words where a line may end; a short one has none. */
export function nameText(name: string): readonly (Node | string)[] {
  return namePieces(name, 24).flatMap((piece, at) => (at === 0 ? [piece] : [document.createElement('wbr'), piece]));
}
