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

export const disagreements: readonly Disagreement[] = [
  {
    reason: 'point 8, "s3 `ContentMD5` hidden in 13 operations": SDK callers are shown it',
    lines: /^(?:differ|oracle): field-(?:un)?deprecated \S+ request ContentMD5 /,
    before: 'service id=s3\nPutBucketAcl request ContentMD5 string optional',
    after: 'service id=s3\nPutBucketAcl request ContentMD5 string optional deprecated=old',
  },
];
