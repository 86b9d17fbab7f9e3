// The door of the children module: records of children, what they say of the child, photographs, search.
export { type ChildRecord, type RecordStatus, foundStatuses, missingStatuses, recordPath, sightingStatuses } from './record.ts';
export * from './description.ts';
export { type DescriptionDraft, checkDescription, descriptionFields, toDescription, toFormValues } from './description-form.ts';
export { changeDescription, readDescription, readDescriptions, writeDescription } from './description-store.ts';
export { type DrawnPanels, type RecordPanel, drawPanels } from './panels.ts';
export { type Photograph, addPhotograph, findPhotograph, photographPath, photographsOf } from './photographs.ts';
export { retrievalKeysOf } from './retrieval-keys.ts';
export { type SearchHit, searchRecords } from './search.ts';
export {
  type RecordFilter,
  type RecordListItem,
  auditWrite,
  listRecords,
  moveRecord,
  openRecord,
  peekRecord,
  peekRecords,
  readRecord,
  setStatus,
  shareRecord,
} from './store.ts';
