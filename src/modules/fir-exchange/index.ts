// The door of the FIR exchange: what the door of machines, the desk and the worker mount of it.
export { deskRoutes } from './desk.ts';
export { panels } from './panels.ts';
export { mountExchange } from './exchange.ts';
export { portalKeys } from './trust/portal-key.ts';
export { countExchange, keepDigests, keepLists, kept, settleDue } from './jobs.ts';
export { type Summary, bringHistory } from './history/bring-history.ts';
export { eraseSettled } from './inbox/erasing.ts';
export { openCaller } from './outbox/call.ts';
export { sendOutgoing } from './outbox/sending.ts';
export { listeners } from './outbox/telling.ts';
export { toldPanels } from './outbox/told-panel.ts';
