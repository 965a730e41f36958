/** The sentence of a change for those who go back to an older version: nobody upgrades there. */
export function sentenceOfWayBack(sentence: string, to: string): string {
  return sentence.replace(' after the upgrade', ` in ${to}`);
}
