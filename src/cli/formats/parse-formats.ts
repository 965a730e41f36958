/** The formats that `parse` prints, by name; only the command loads the code that prints them. */

export const parseFormats = ['json', 'paths', 'changes'] as const;
