/** Which version of our own parsers and rules made what the store holds: after a fix, what is stale is made again. */

/** Raised whenever a parser reads something in another way than before. */
export const parserVersion = 5;

/** Raised whenever the differ finds, joins or judges something in another way than before, or notes are placed in another way. Keys of changes stay. */
export const rulesVersion = 6;
