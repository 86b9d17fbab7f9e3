// A record's diary on screen: the sentence of each happening, in the reader's language, with corrections beside what they correct.
import { type DiaryFact, happenings } from '../../../kernel/happenings.ts';
import { type Values, formatDuration, formatMoment } from '../../../platform/i18n/index.ts';
import { Timeline } from '../../../web/components/timeline.tsx';
import type { View } from '../../../web/view.ts';
import { isOfThePast } from '../diary.ts';
import type { TimelineEntry } from '../store.ts';

/** Facts shown as they are: numbers, and what has no words of its own. Candidates, records, receiving offices and what a Committee ordered stay unnamed: no sentence asks for them. */
const plain = new Set([
  'candidate',
  'field',
  'rule',
  'duty',
  'orderNumber',
  'version',
  'offices',
  'duplicateOf',
  'toOffice',
  'records',
  'members',
  'reference',
  'home',
  'dueOn',
  'order',
  'plannedFor',
  'type',
  'step',
  'visit',
  'in',
  'of',
  'who',
  'age',
  'setting',
]);

/** One fact as its sentence needs it: codes become words, spans of minutes become spans in words. */
function inWords(view: View, name: string, value: string | number | boolean): string | number {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (name === 'minutes') return formatDuration(view, Number(value));
  if (name === 'officeKind') return view.t(`officers.office.${value}`);
  return plain.has(name) ? value : view.t(`diary.fact.${name}.${value}`);
}

/** Facts an entry may be without, as its sentence has them then. */
const leftOut = { childOfNotice: 'no' };

/** The sentence of one happening, in the reader's language. */
export function happeningSentence(view: View, entry: Pick<DiaryFact, 'happening' | 'facts'>): string {
  if (!(happenings as readonly string[]).includes(entry.happening)) return entry.happening; // written by a newer version
  const facts = Object.entries(entry.facts as Record<string, string | number | boolean>);
  const values: Values = { ...leftOut, ...Object.fromEntries(facts.map(([name, value]) => [name, inWords(view, name, value)])) };
  return view.t(`diary.${entry.happening}`, values);
}

function byWhom(view: View, entry: TimelineEntry): string {
  if (isOfThePast(entry)) return view.t('diary.past');
  if (entry.enteredAt) return view.t('diary.told', { office: entry.byOfficeName ?? '' });
  if (entry.byOfficerName) return [entry.byOfficerName, entry.byOfficeName].filter(Boolean).join(', ');
  return entry.byOfficeName ?? view.t(`diary.door.${entry.door}`);
}

type What = { view: View; entry: TimelineEntry; corrects: TimelineEntry | undefined; corrected: boolean };

function Happening({ view, entry, corrects, corrected }: What) {
  const sentence = happeningSentence(view, entry);
  if (corrects) return <>{view.t('diary.correction', { when: formatMoment(view, corrects.recordedAt), sentence })}</>;
  if (!corrected) return <>{sentence}</>;
  return (
    <>
      <s>{sentence}</s> <span class="hint">{view.t('diary.corrected')}</span>
    </>
  );
}

/** `entries` in the order they were recorded (`readTimeline`). A corrected entry stays, struck through, beside its correction. */
export function DiaryTimeline({ view, entries }: { view: View; entries: readonly TimelineEntry[] }) {
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  const corrected = new Set(entries.map((entry) => entry.corrects));
  const rows = entries.map((entry) => ({
    happenedAt: entry.happenedAt,
    enteredAt: entry.enteredAt,
    recordedAt: entry.recordedAt,
    what: <Happening view={view} entry={entry} corrects={byId.get(entry.corrects ?? '')} corrected={corrected.has(entry.entryId)} />,
    by: byWhom(view, entry),
  }));
  return <Timeline view={view} entries={rows} caption={view.t('diary.title')} />;
}
