/** What of the Teams library is used: by name, so that the rest stays out of the bundle. */
export { app, authentication } from '@microsoft/teams-js';
