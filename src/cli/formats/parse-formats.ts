/** The formats that `parse` prints, by name: what prints them is loaded by the command alone. */

export const parseFormats = ['json', 'paths', 'changes'] as const;
