/** The choices of a filter by severity: printed by the page, or made by a script. */
export const filterTones = [
  { value: 'breaking', label: 'breaks', sign: '!', tone: 'breaks' },
  { value: 'dangerous', label: 'may break', sign: '?', tone: 'risk' },
  { value: 'safe', label: 'new or looser', sign: '+', tone: 'new' },
  { value: 'docs', label: 'words', sign: '≈', tone: 'words' },
  { value: 'wire', label: 'wire', sign: '·', tone: 'wire' },
] as const;
