// The door of the children module: records of children, what they say of the child, photographs, search.
export { type ChildRecord, type RecordStatus, missingStatuses, purposeSuffix, recordPath } from './record.ts';
export * from './description.ts';
export { descriptionLines } from './description-lines.ts';
export { checkHomeDistrict } from './home-district.ts';
export { checkDescription, descriptionFields, toDescription, toFormValues } from './description-form.ts';
export {
  changeDescription,
  changeDescriptions,
  readDescription,
  readDescriptions,
  writeDescription,
  writeDescriptions,
} from './description-store.ts';
export { mayChange, openForChange, readToChange } from './change.ts';
export { type DrawnPanels, type RecordPanel, drawPanels } from './panels.ts';
export { panels } from './photographs/panel.tsx';
export { type Photograph, addCrop, addPhotograph, photographPath, photographsOf } from './photographs/photograph-store.ts';
export { retrievalKeysOf } from './retrieval-keys.ts';
export { searchRecords } from './search.ts';
export { deskRoutes } from './desk.ts';
export { type Scope, inScope, scopeOf } from './scope-store.ts';
export { namedHits } from './desk-search.tsx';
export { DescriptionFields } from './pages/description-fields.tsx';
export { DescriptionSummary } from './pages/description-summary.tsx';
export { RecordTable } from './pages/list-page.tsx';
export { NextSteps, type Step } from './pages/next-steps.tsx';
export { RecordPhotograph } from './pages/photograph.tsx';
export { RecordHeader, type RecordHeaderProps, childName } from './pages/record-header.tsx';
export { type NamedHit, SearchHits } from './pages/search-page.tsx';
export {
  type Access,
  type RecordListItem,
  auditWrite,
  auditWrites,
  isOpenReport,
  childNameText,
  endAccess,
  endAccesses,
  listRecords,
  markMatched,
  matchAllAgain,
  moveRecord,
  openRecord,
  openRecords,
  peekRecord,
  peekRecords,
  openFilesAmong,
  readPaired,
  readRecord,
  readRecords,
  setStatuses,
  shareRecord,
  shareRecords,
  writeHappenedAt,
} from './store.ts';
