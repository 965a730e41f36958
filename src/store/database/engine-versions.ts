/** Which version of our own parsers and rules made the store's content: after a fix, outdated content is made again. */

/** Raise it when a parser reads something differently than before. */
export const parserVersion = 8;

/**
 * Raise it when the differ finds, joins or judges something differently, or notes are placed differently. Keys of
 * changes stay.
 */
export const rulesVersion = 8;
