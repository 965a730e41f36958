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
    reason:
      'point 2, "a protocol stated now that was the default before … listed … as `noEffect`": it is dropped and not listed',
    lines: /^oracle, no effect: protocol-changed /,
    before: 'service protocol=json',
    after: 'service protocol=json protocols=["json"]',
  },
  {
    reason:
      'point 2, "a trait that moves between a shape and the member … What was dropped is listed": what the field says once more is not listed',
    lines: /^oracle, no effect: (?:nullability|xml)-changed /,
    before: 'Op request Port integer optional box=true',
    after: 'Op request Port integer optional box=true of=box=true',
  },
  {
    reason: 'point 2, limits that limit nothing: inside errors they are told as changes',
    lines:
      /^(?:differ: error-field-changed .* constraint-\w+ pattern .* docs sdk|oracle, no effect: error-field-changed .* constraint-\w+ pattern .*)$/,
    before: 'Op error TooMany Reason string pattern=^a+$',
    after: 'Op error TooMany Reason string pattern=a+',
  },
  {
    reason: 'point 2, a trait that moves: inside errors it is told as a change, and breaking',
    before: 'Op error TooMany Reason string timestampFormat=iso8601',
    after: 'Op error TooMany Reason string of=timestampFormat=iso8601',
  },
  {
    reason:
      'point 2, "`min` 1 set on a host label": the mark of a host label is looked for at the shape, and models have it at the field',
    before: 'Op request Name string required of=hostLabel=true',
    after: 'Op request Name string required of=hostLabel=true min=1',
  },
  {
    reason: 'point 9, "one change, one count": a pattern that accepts everything and loses an anchor is listed twice',
    lines: /^differ, twice: constraint-tightened .* pattern /,
    before: 'Op request Name string optional pattern=^.*$',
    after: 'Op request Name string optional pattern=.*',
  },
  {
    reason:
      'point 9, "one change, one count": a name on the wire that a field and its shape both state, and lose, is two changes',
    lines: /^differ, twice: wire-name-changed /,
    before: 'Op request Name string optional locationName=a of=locationName=a',
    after: 'Op request Name string optional',
  },
  {
    reason: 'words, "idempotent-added/readonly-added → wire/info": they have the audience `sdk`',
    lines: /^(?:differ: (?:readonly|idempotent)-\w+ .* docs sdk|oracle: (?:readonly|idempotent)-\w+ .* docs wire)$/,
    before: 'Op http={"method":"GET","requestUri":"/"}',
    after: 'Op http={"method":"GET","requestUri":"/"} readonly=true',
  },
  {
    reason: 'point 8, "s3 `ContentMD5` hidden in 13 operations": SDK callers are shown it',
    lines: /^(?:differ|oracle): field-(?:un)?deprecated \S+ request ContentMD5 /,
    before: 'service id=s3\nPutBucketAcl request ContentMD5 string optional',
    after: 'service id=s3\nPutBucketAcl request ContentMD5 string optional deprecated=old',
  },
  {
    reason: 'point 4, "so is what the customizations of point 8 fill in": a field that the SDK fills in breaks callers',
    before: 'service id=s3\nCopyObject request SSECustomerKeyMD5 string optional',
    after: 'service id=s3\nCopyObject request SSECustomerKeyMD5 string required',
  },
  {
    reason: 'words, "names that start with `__` are no waiters: no change": a change of one is told',
    before: 'waiter __Ready delay=1',
    after: 'waiter __Ready delay=2',
  },
];
