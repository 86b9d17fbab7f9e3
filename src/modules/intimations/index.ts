// The door of intimations: telling an office of a matter, who is on duty there, what was tried and who answered.
export { intimate, intimateAll, tellTogether } from './actions.ts';
export { deskRoutes } from './desk.ts';
export { tellDigest, tellNext } from './jobs.ts';
export type { Intimated, NewIntimation } from './intimation.ts';
export { Chain } from './pages/chain.tsx';
export { acknowledgeIntimation, intimationsOfOffice, intimationsOfRecord, noteSeen, settleIntimations } from './store.ts';
