/** Where the rules say another thing than the judgement: each with its sentence, until the rules are mended. */

export interface Disagreement {
  /** The sentence of the judgement that the rules do not keep, and what they do. */
  readonly reason: string;
  /** What the bundle shows of it: lines that one of both has alone, as the test prints them. Absent where it shows none. */
  readonly lines?: RegExp;
  /** Two sides, in the notation of rules, that are not agreed on. */
  readonly before: string;
  readonly after: string;
}

export const disagreements: readonly Disagreement[] = [];
