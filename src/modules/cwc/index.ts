// The door of the Child Welfare Committee's module.
export { listeners } from './jobs.ts';
export { deskRoutes } from './desk.ts';
export { panels } from './panels.ts';
export { sittingDaysIn } from './sittings/sitting-store.ts';
export { type FollowUp, followUpsOf } from './transfers/transfer-store.ts';
