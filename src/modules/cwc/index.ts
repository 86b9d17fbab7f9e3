// The door of the Child Welfare Committee's module.
export { listeners } from './jobs.ts';
export { type ProductionRequest, type Restoration } from './identity.ts';
export { productionsOf, requestsOf, restorationOf } from './store.ts';
export { deskRoutes } from './desk.ts';
export { panels } from './panels.ts';
