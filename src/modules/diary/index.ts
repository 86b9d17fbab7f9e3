// The diary's door: append facts, derive the rest.
export { writeDiaries, writeDiary } from './actions.ts';
export { type HappeningNews, type Listener, newsFor, takeNews, withoutNews } from './listening.ts';
export { effectiveEntries, enteredWhen, has, isOfThePast, lastOf } from './diary.ts';
export {
  type DiaryEntry,
  type LastHappening,
  type NewEntry,
  type TimelineEntry,
  holdDiaries,
  lastHappenings,
  readDiaries,
  readDiary,
  readSlowEntries,
  readTimeline,
} from './store.ts';
export { DiaryTimeline } from './pages/timeline.tsx';
export { lastEntryBefore, recordsWrittenSince } from './since-store.ts';
