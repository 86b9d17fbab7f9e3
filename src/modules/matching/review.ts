// What the review page shows: both records side by side with only what was compared, where the pair stands among its neighbours, and who judged it before.
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { RecordId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import {
  type ChildRecord,
  type Description,
  type Photograph,
  emptyDescription,
  photographsOf,
  readDescriptions,
} from '../children/index.ts';
import { readComplaint, readMissingReport } from '../missing-reports/index.ts';
import { type Office, officeForPlace, readOffice } from '../officers/index.ts';
import { type District, districtOf } from '../places/index.ts';
import { readTimeline } from '../diary/index.ts';
import { type OpenedPair, openPair } from './actions.ts';
import { type SecondPerson, secondPersonOf } from './judging/second-person.ts';
import type { Candidate, Judgement } from './candidate.ts';
import { type AskedAgain, askedAgainOf } from './judging/asked-again.ts';
import { printKeyOf } from './judging/cited.ts';
import { judgementsOf } from './judging/judgement-store.ts';
import { candidatesOf, sameAsAnother } from './store.ts';

export type Side = {
  record: ChildRecord;
  description: Description;
  photograph: Photograph | null;
  office: Office | undefined;
  district: District | undefined;
  /** Number and year of the FIR, for a missing child. */
  fir: string | null;
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
  second: Second | null;
  rival: Rival | null;
  /** A pair in which the found child is already judged the same as another missing child. */
  another: string | null;
};
/** A pair of one of the two records that fits better: twins of one FIR, or simply the right child. `of`: which side it shares. */
export type Rival = { id: string; probability: number; of: 'missing' | 'found' };
/** `committee`: the Committee that is to answer, of the place where the child is. */
export type Second = SecondPerson & { first: Judgement; committee: string | null };

/** Bits: twice as likely. */
const CLEARLY_BETTER = 1;

export async function loadReview(context: Context, candidateId: string): Promise<Review | Refusal> {
  const pair = await openPair(context, candidateId);
  if (isRefusal(pair)) return pair;
  const ids = [pair.missing.id, pair.found.id];
  const descriptions = await readDescriptions(context, ids);
  const photographs = await photographsOf(context, ids);
  const side = async (record: ChildRecord): Promise<Side> => ({
    record,
    description: descriptions.get(record.id) ?? emptyDescription,
    photograph: photographs.get(record.id)?.[0] ?? null,
    office: await readOffice(context, record.officeId),
    district: await districtOf(context, record.districtCode),
    fir: record.kind === 'missing' ? await firOf(context, record.id) : null,
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
    second: await secondOf(context, pair, judgements),
    rival: await rivalOf(context, pair.candidate),
    another: await sameAsAnother(context, pair.candidate),
  };
}

/** Pairs nobody refused count, whatever the officer may see of the other record: the page behind the link says no more than it may. */
async function rivalOf(context: Context, { id, missingId, foundId, comparison }: Candidate): Promise<Rival | null> {
  const better = async (recordId: RecordId, of: Rival['of']) =>
    (await candidatesOf(context, recordId, { shown: true }))
      .filter((other) => other.id !== id && (other.standing === 'open' || other.standing === 'same'))
      .filter((other) => other.comparison.totalBits >= comparison.totalBits + CLEARLY_BETTER)
      .map((other) => ({ id: other.id, probability: other.probability, of, bits: other.comparison.totalBits }));
  const all = [...(await better(foundId, 'found')), ...(await better(missingId, 'missing'))];
  const best = all.toSorted((one, other) => other.bits - one.bits)[0];
  return best ? { id: best.id, probability: best.probability, of: best.of } : null;
}

/** Only of a pair judged the same: who said so first, and who is to say it second. */
async function secondOf(context: Context, { candidate, found }: OpenedPair, judgements: readonly Judgement[]): Promise<Second | null> {
  const first = judgements.findLast(({ verdict }) => verdict === 'same');
  if (candidate.standing !== 'same' || !first) return null;
  const committee = await officeForPlace(context, 'cwc', found.districtCode);
  return { ...secondPersonOf(first, await readTimeline(context, found.id)), first, committee: committee?.name ?? null };
}

async function firOf(context: Context, recordId: RecordId): Promise<string | null> {
  const report = await readMissingReport(context, recordId);
  const complaint = report && (await readComplaint(context, report.complaintId));
  return complaint?.paperNumber ? [complaint.paperNumber, complaint.paperYear].filter(Boolean).join('/') : null;
}

async function placeOf(context: Context, pair: { candidate: Candidate; missing: ChildRecord; found: ChildRecord }): Promise<Place> {
  const mine = context.actor.kind === 'officer' ? context.actor.officeId : null;
  const anchor = pair.found.officeId === mine && pair.missing.officeId !== mine ? pair.found : pair.missing;
  const shown = (await candidatesOf(context, anchor.id, { shown: true })).map(({ id }) => id);
  const all = shown.includes(pair.candidate.id) ? shown : [...shown, pair.candidate.id];
  const at = all.indexOf(pair.candidate.id);
  return { anchor, index: at + 1, total: all.length, previous: all[at - 1] ?? null, next: all[at + 1] ?? null };
}
