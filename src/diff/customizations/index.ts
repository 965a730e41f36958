/** Where the SDK, or its documentation, shows something else than the model says. */
export { customized } from './customized.ts';
export { isServiceAlias } from './service-aliases.ts';
export { shownPath, withRawNames } from './shown-names.ts';
