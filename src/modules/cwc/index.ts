// The door of the Child Welfare Committee's module.
export { listeners } from './jobs.ts';
export { deskRoutes } from './desk.ts';
export { certificateOf } from './adoption/adoption-store.ts';
export { numberOf } from './orders/order.ts';
export { ordersOf } from './orders/order-store.ts';
export { merged } from './social-reports/social-report.ts';
export { panels } from './panels.ts';
export { sittingDaysIn } from './sittings/sitting-store.ts';
export { type FollowUp, followUpsOf } from './transfers/transfer-store.ts';
