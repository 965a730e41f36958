/** Facts that the SDK, or its documentation, shows differently than the model. */
export { customized } from './customized.ts';
export { isServiceAlias } from './service-aliases.ts';
export { shownPath, withRawNames } from './shown-names.ts';
