/** Two models in, changes out. */
export * from './catalogue.ts';
export { compareApis, comparedServices } from './compare/compare-apis.ts';
export { compareServices } from './compare/compare-services.ts';
export { type CompareOptions, type Locate, maxListed } from './compare/compare-states.ts';
export { type ProseReader, proseReader } from './compare/prose-reader.ts';
export { formerNames } from './compare/renamed-operations.ts';
export { type ApiIdentity, findSameApi } from './compare/same-api.ts';
export { Unchanged } from './compare/unchanged.ts';
export { changeKey } from './findings/change-key.ts';
export { judgeStated } from './findings/judge-stated.ts';
export { tsvLines } from './tsv.ts';
export { firstSentence } from './wording/telling.ts';
