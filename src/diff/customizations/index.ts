/** Where the SDK, or its documentation, shows something else than the model says. */
export { customized } from './customized.ts';
export { isServiceAlias } from './service-aliases.ts';
