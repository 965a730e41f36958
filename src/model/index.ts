/** The normalized model: plain data that imports nothing from the rest of the project. */
export * from './append.ts';
export * from './boto3-versions.ts';
export * from './canonical.ts';
export * from './change.ts';
export * from './fact-history.ts';
export * from './fields.ts';
export * from './limit.ts';
export * from './path.ts';
export * from './path-lines.ts';
export * from './prose.ts';
export * from './sdk-names.ts';
export * from './sentence-bits.ts';
export * from './service.ts';
export * from './shape.ts';
export * from './traits.ts';
export * from './visible-text.ts';
