// The door of care plans: the Individual Care Plan of a child (Form 7), made, approved, followed and ended.
export { deskRoutes } from './desk.ts';
export { endFirstMonths } from './jobs.ts';
export { panels } from './panels.ts';
export { plansCounted } from './bulk-store.ts';
export { type Measure, measures } from './plan.ts';
