// The door of missing reports: taking one, what is done on it, whether it may be public, how it ends.
export { type Station, openComplaint, registerComplaint, registerFir } from './actions.ts';
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
export { closeReport, markTraced, reopenReport } from './outcome.ts';
export { projectMissingReport } from './projection.ts';
export { publishNotice, withdrawNotice } from './publication.ts';
export { readComplaint, readMissingReport } from './store.ts';
export { type DutiesOf } from './citizen-follow.ts';
export { citizenRoutes } from './citizen.ts';
export { deskRoutes } from './desk.ts';
export { type DutyShown } from './pages/my-report-page.tsx';
