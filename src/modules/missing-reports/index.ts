// The door of missing reports: taking one, what is done on it, whether it may be public, how it ends.
export { registerComplaint } from './actions.ts';
export { chainRoutes } from './citizen-chain.ts';
export { barFromPublication } from './investigation.ts';
export type { CitizenReportDraft } from './form.ts';
export { type Paper, isStillMissing, stillMissing, missingStatus } from './missing-report.ts';
export { handToStation } from './move.ts';
export { type Opening, type OpeningChild, type Told, openReports } from './opening.ts';
export { missingStanding, projectTakedown } from './projection.ts';
export { askersOfReport, papersLike, readComplaint, readMissingReport, recordsOfComplaints, withdrawComplaints } from './store.ts';
export { type LastSeen, chargeAsTold, retellComplaint, retellReports, suspectAsTold } from './told.ts';
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
export { listeners } from './jobs.ts';
