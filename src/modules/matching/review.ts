// What the review page shows: both records side by side with only what was compared, where the pair stands among its neighbours, and who judged it before.
import type { RecordId } from '../../kernel/ids.ts';
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import {
  type ChildRecord,
  type Description,
  type Photograph,
  emptyDescription,
  openFilesAmong,
  photographsOf,
  readDescriptions,
} from '../children/index.ts';
import { readComplaint, readMissingReport } from '../missing-reports/index.ts';
import { type Office, officeForPlace, readOffice } from '../officers/index.ts';
import { type District, districtOf } from '../places/index.ts';
import { readTimeline } from '../diary/index.ts';
import { type OpenedPair, openPair } from './actions.ts';
import { type SecondPerson, secondPersonOf } from './judging/second-person.ts';
import { type Rival, rivalsOf } from './beside.ts';
import type { Candidate, Judgement } from './candidate.ts';
import { closedBeside } from './contradictions/closed-sharing.ts';
import type { ClosedSharing } from './contradictions/contradiction-store.ts';
import { type AskedAgain, type ChangedSince, askedAgainOf, changedSinceJudged } from './judging/asked-again.ts';
import { printKeyOf } from './judging/cited.ts';
import { type TakenBack, judgementsOf, takenBackByCommittee } from './judging/judgement-store.ts';
import { openableOf, sameAsAnother, waitingFor } from './store.ts';
import { watchedBy } from './watched.ts';

export type Side = {
  record: ChildRecord;
  description: Description;
  photograph: Photograph | null;
  office: Office | undefined;
  district: District | undefined;
  /** Number and year of the FIR, for a missing child. */
  fir: string | null;
  /** Whether the officer may open the record's own page: of the other office's only what was compared is theirs to see. */
  opens: boolean;
};

/** Where the pair stands in the list of its anchor: the missing child, unless only the found one is the officer's own. */
export type Place = { anchor: ChildRecord; index: number; total: number; previous: string | null; next: string | null };

export type Review = {
  candidate: Candidate;
  missing: Side;
  found: Side;
  place: Place;
  judgements: Judgement[];
  askedAgain: AskedAgain | null;
  /** What the page shows that was not there when the pair was judged. */
  changedSince: ChangedSince | null;
  second: Second | null;
  /** Closed cases that share something to the letter with one of the two. */
  closed: ClosedSharing[];
  /** Pairs beside this one: twins of one FIR, or simply the right child. */
  rivals: Rival[];
  /** The Committee had confirmed this and took it back, and nobody judged since. */
  takenBack: TakenBack | null;
  /** Of the place where the child is. */
  committee: Office | null;
  /** A pair in which the found child is already judged the same as another missing child; it may be one the officer cannot open. */
  another: string | null;
  /** Once this one is judged: the likeliest pair that waits for the officer. */
  nextWaiting: string | null;
};
/** `committee`: the Committee that is to answer, of the place where the child is. */
export type Second = SecondPerson & { first: Judgement; committee: string | null };

export async function loadReview(context: Context, candidateId: string): Promise<Review | Refusal> {
  const pair = await openPair(context, candidateId);
  if (isRefusal(pair)) return pair;
  const ids = [pair.missing.id, pair.found.id];
  const descriptions = await readDescriptions(context, ids);
  const photographs = await photographsOf(context, ids);
  const opened = await openFilesAmong(context, [pair.missing, pair.found]);
  const side = async (record: ChildRecord): Promise<Side> => ({
    record,
    description: descriptions.get(record.id) ?? emptyDescription,
    photograph: photographs.get(record.id)?.[0] ?? null,
    office: await readOffice(context, record.officeId),
    district: await districtOf(context, record.districtCode),
    fir: record.kind === 'missing' ? await firOf(context, record.id) : null,
    opens: opened.has(record.id),
  });
  const [missing, found] = [await side(pair.missing), await side(pair.found)];
  const judgements = await judgementsOf(context, candidateId);
  const askedAgain = askedAgainOf(printKeyOf(context.tools), pair.candidate, judgements, { missing, found });
  return {
    candidate: pair.candidate,
    missing,
    found,
    place: await placeOf(context, pair),
    judgements,
    askedAgain,
    changedSince: changedSinceJudged(printKeyOf(context.tools), pair.candidate, judgements, { missing, found }),
    second: await secondOf(context, pair, judgements),
    closed: await closedBeside(context, ids),
    rivals: (await rivalsOf(context, [pair.candidate], { likelyOnly: false })).get(candidateId) ?? [],
    takenBack: (await takenBackByCommittee(context, [candidateId])).get(candidateId) ?? null,
    committee: (await officeForPlace(context, 'cwc', pair.found.districtCode)) ?? null,
    another: await sameAsAnother(context, pair.candidate),
    nextWaiting: await nextWaiting(context, pair.candidate),
  };
}

/** Only of a pair judged the same: who said so first, and who is to say it second. */
async function secondOf(context: Context, { candidate, found }: OpenedPair, judgements: readonly Judgement[]): Promise<Second | null> {
  const first = judgements.findLast(({ verdict }) => verdict === 'same');
  if (candidate.standing !== 'same' || !first) return null;
  const committee = await officeForPlace(context, 'cwc', found.districtCode);
  return { ...secondPersonOf(first, await readTimeline(context, found.id)), first, committee: committee?.name ?? null };
}

async function nextWaiting(context: Context, { id, standing }: Candidate): Promise<string | null> {
  if (standing === 'open' || context.actor.kind !== 'officer') return null;
  return (
    (await waitingFor(context, watchedBy(context.actor), { standing: 'open', atMost: 2 })).find((other) => other.id !== id)?.id ?? null
  );
}

async function firOf(context: Context, recordId: RecordId): Promise<string | null> {
  const report = await readMissingReport(context, recordId);
  const complaint = report && (await readComplaint(context, report.complaintId));
  return complaint?.paperNumber ? [complaint.paperNumber, complaint.paperYear].filter(Boolean).join('/') : null;
}

async function placeOf(context: Context, pair: { candidate: Candidate; missing: ChildRecord; found: ChildRecord }): Promise<Place> {
  const mine = context.actor.kind === 'officer' ? context.actor.officeId : null;
  const anchor = pair.found.officeId === mine && pair.missing.officeId !== mine ? pair.found : pair.missing;
  const shown = (await openableOf(context, anchor.id)).map(({ id }) => id);
  const all = shown.includes(pair.candidate.id) ? shown : [...shown, pair.candidate.id];
  const at = all.indexOf(pair.candidate.id);
  return { anchor, index: at + 1, total: all.length, previous: all[at - 1] ?? null, next: all[at + 1] ?? null };
}
