// The door of missing reports: taking one, what is done on it, its public notice, and who was told.
export { type Station, openComplaint, registerComplaint, registerFir } from './actions.ts';
export { acknowledgeAlert } from './alerts.ts';
export { type Alert, alertsOfRecord } from './alert-store.ts';
export { reportByCitizen } from './citizen-action.ts';
export { addMissingPhotograph, describeMissingChild } from './description-actions.ts';
export {
  type CitizenReportDraft,
  type ComplaintDraft,
  type PaperDraft,
  citizenReportSchema,
  complaintSchema,
  paperSchema,
} from './form.ts';
export {
  assessRisk,
  barFromPublication,
  forwardToJuvenilePoliceUnit,
  issueHueAndCry,
  sendCopyToLegalServices,
  suspectTrafficking,
  transferToAntiTrafficking,
} from './investigation.ts';
export { expireNotices } from './jobs.ts';
export {
  type Complaint,
  type MissingReport,
  type MissingStatus,
  circumstances,
  isStillMissing,
  missingStatus,
  papers,
  riskSigns,
  sources,
} from './missing-report.ts';
export { publishNotice, withdrawLiveNotice, withdrawNotice } from './notice.ts';
export { closeReport, markTraced, reopenReport } from './outcome.ts';
export { projectMissingReport } from './projection.ts';
export { readComplaint, readMissingReport } from './store.ts';
export { type DutiesOf } from './citizen-follow.ts';
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
export { type DutyShown } from './pages/my-report-page.tsx';
