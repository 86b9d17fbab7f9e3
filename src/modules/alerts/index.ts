// The door of alerts: which offices were told of a missing child, and how far each of them has come.
export { type Telling, acknowledgeAlert, alertNodalOfficers, alertTogether, lookOutAgain, markRead } from './actions.ts';
export { deskRoutes } from './desk.ts';
export { listeners } from './jobs.ts';
export { AlertsOfRecord } from './pages/alerts-of-record.tsx';
export { type Alert, type AlertsWaiting, alertsOfOffice, alertsOfRecord, alertsWaiting } from './store.ts';
export { alertState } from './words.ts';
