// The door of obligations: what the law asks of whom for one child, how it stands at a moment, and why in a sentence.
export { type StoredObligation, obligationAt } from './obligation.ts';
export { obligationsOf, storedObligationsOf } from './obligations-of.ts';
export { sentenceOf } from './sentence.ts';
export { deskRoutes } from './desk.ts';
export { dutiesOf } from './duties-of.ts';
export { tellOffices, tickDuties } from './tick.ts';
export { followLaw, lawVersion, projectNextPage, serveLaw } from './law-change.ts';
export { projectNextJournals, projectOfficeObligations } from './office-projection.ts';
export { dutiesOfJournal, dutiesOfJournals } from './office-duty-store.ts';
export { officeDutyRows } from './office-duty-row.ts';
export { DutiesPanel } from './pages/duties-panel.tsx';
export type { DutyRow } from './duty-row.ts';
export { panels } from './panels.ts';
export { ownedObligations, projectObligations } from './projection.ts';
export { type OfficeDuty, obligationsOfRecord } from './store.ts';
