// The door of contact bars: whom a child is kept from, and what happens when that person asks.
export { alarmIfBarred, tellBars } from './actions.ts';
export { deskRoutes } from './desk.ts';
export { listeners } from './jobs.ts';
export { panels } from './panel.tsx';
