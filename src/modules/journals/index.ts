// The door of journals: what happened to an office itself, and which periods are over for it.
export { openPeriods, writeJournal } from './actions.ts';
export { periodOf, spanOf } from './period.ts';
export { type JournalEntry, holdJournals, readJournal, readJournals } from './store.ts';
export { periodInWords } from './words.ts';
