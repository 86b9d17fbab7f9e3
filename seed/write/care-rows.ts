// The papers behind what the diary says of a child's care: the plan in whichever state it is, its reports, an order of the Committee, visits after restoration.
import { createHash } from 'node:crypto';
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { type Instant, addDays, dayOf, yearOf } from '../../src/kernel/time.ts';
import { type Domain, type Measure, domains, ladder } from '../../src/modules/care-plans/plan.ts';
import type { FoundSide } from '../children.ts';
import { planCourse } from '../children/care.ts';
import { nextHearing, sittingId } from '../children/sittings.ts';
import { entryOf } from './entries.ts';
import { seededId } from './ids.ts';
import type { Paper } from './record-rows.ts';
import type { Telling } from './writing.ts';

type About = { id: string; diary: readonly DiaryFact[] };
type Papers = Map<string, Paper>;

export function writeCareRows(telling: Telling, side: FoundSide, about: About, papers: Papers): void {
  writePlan(telling, side, about, papers);
  writeOrders(telling, side, about, papers);
  writeVisits(telling, side, about, papers);
  writeHearing(telling, side, about, papers);
}

const measureOf: Partial<Record<Domain, Measure>> = {
  education: 'education',
  emotional: 'counselling',
  health: 'health-care',
  'independent-living': 'skill-development',
  other: 'other-support',
};
const wishes = ['I want to go to school again.', 'I want to be with my mother.', 'I want to learn sewing and to play kabaddi.'] as const;

function writePlan({ batch, random, world, seal }: Telling, side: FoundSide, { id: recordId, diary }: About, papers: Papers): void {
  const admitted = entryOf(diary, 'care.admitted');
  const made = entryOf(diary, 'care.planMade');
  if (!admitted || (!made && planCourse(side.number) !== 'draft')) return;
  const [home, worker] = [world.office(side.homeCode).id, world.signer(side.homeCode)];
  const id = seededId(random, made?.recordedAt ?? admitted.recordedAt);
  const begun = addDays(dayOf(admitted.happenedAt), 1);
  const words = {
    wishes: wishes[side.number % wishes.length]!,
    caseWorker: 'the home’s case worker',
    ladderReasons: 'the family is being looked for',
  };
  batch.add('care_plan', {
    id,
    record_id: recordId,
    version: 1,
    office_id: home,
    begun_at: admitted.recordedAt,
    begun_by: worker,
    words_sealed: seal(JSON.stringify(words)),
    wishes_language: 'Hindi',
    heard: 'spoken',
    ladder: ladder[side.number % 2 === 0 ? 0 : 5]!,
    made_at: made?.recordedAt ?? null,
    made_by: made ? worker : null,
  });
  for (const [at, domain] of (made ? domains : domains.slice(0, 4)).entries()) {
    const measure = (side.number + at) % 3 === 0 ? null : (measureOf[domain] ?? null);
    const said = {
      concern: 'as told in the first weeks',
      goal: 'better by the next review',
      intervention: 'twice a week',
      who: 'case worker',
      agency: 'the home',
      success: 'seen in the report',
    };
    const grave = measure !== null;
    const place = { plan_id: id, record_id: recordId, domain, measure, saved_at: admitted.recordedAt, saved_by: worker };
    batch.add('care_need', {
      ...place,
      concern: grave ? 'medium' : 'none',
      starts_on: grave ? begun : null,
      review_on: grave ? addDays(begun, 60) : null,
      words_sealed: grave ? seal(JSON.stringify(said)) : null,
    });
  }
  if (!made) return;
  papers.set(made.entryId, { kind: 'care-plan', id });
  const course = planCourse(side.number);
  if (course !== 'undecided' && course !== 'late') {
    const decided = {
      decision: 'approved',
      office_id: world.office(side.committeeCode).id,
      decided_by: world.signer(side.committeeCode),
      decided_at: made.recordedAt,
    };
    batch.add('care_plan_decision', { id: seededId(random, made.recordedAt), plan_id: id, record_id: recordId, ...decided });
  }
  let from = dayOf(made.happenedAt);
  for (const report of diary.filter(({ happening }) => happening === 'care.progressReported')) {
    const progress = seededId(random, report.recordedAt);
    const to = dayOf(report.happenedAt);
    papers.set(report.entryId, { kind: 'care-progress', id: progress });
    const by = { office_id: home, reported_by: worker, reported_at: report.recordedAt };
    const told = seal(JSON.stringify({ place: 'the home', conduct: 'eats and sleeps well, has friends' }));
    batch.add('care_progress', {
      id: progress,
      plan_id: id,
      record_id: recordId,
      from_on: from,
      to_on: to,
      interviewed_on: to,
      words_sealed: told,
      ...by,
    });
    for (const domain of ['education', 'emotional'] as const)
      batch.add('care_progress_mark', { progress_id: progress, record_id: recordId, domain, mark: 1 + (side.number % 3) });
    from = addDays(to, 1);
  }
}

/** One made by a member, as Form 18 lets one make it; of some children a further one waits for its signatures. */
function writeOrders({ batch, random, world }: Telling, side: FoundSide, { id: recordId, diary }: About, papers: Papers): void {
  const ordered = entryOf(diary, 'inquiry.orderMade');
  const member = world.signer(side.committeeCode);
  const add = (at: Instant, type: string, text: string, made: boolean): string => {
    const id = seededId(random, at);
    const about = {
      record_id: recordId,
      cwc_id: world.office(side.committeeCode).id,
      year: yearOf(dayOf(at)),
      number: 3 * side.number + (made ? 1 : 2),
    };
    batch.add('committee_order', { id, ...about, type, language: 'en', text, least_signers: made ? 1 : 3, placed_with: made ? 'children-home' : null, drafted_by: member, drafted_at: at, made_at: made ? at : null }); // prettier-ignore
    const signed = made ? { signed_at: at, method: 'typed-consent', consent: 'as signed', text_hash: createHash('sha256').update(text).digest() } : { signed_at: null, method: null, consent: null, text_hash: null }; // prettier-ignore
    batch.add('order_signer', { order_id: id, officer_id: member, ...signed });
    return id;
  };
  if (ordered)
    papers.set(ordered.entryId, {
      kind: 'committee-order',
      id: add(ordered.recordedAt, 'interim-custody', 'The child stays in the home until the inquiry ends.', true),
    });
  const placed = entryOf(diary, 'found.placed');
  const open = !entryOf(diary, 'found.restored') && !entryOf(diary, 'found.closed');
  if (placed && open && side.number % 4 === 1)
    add(placed.recordedAt, 'case-worker', 'The case worker of the home follows the child’s care plan.', false);
}

/** Words of what was heard; every third was adjourned because the police had not come. */
function writeHearing({ batch, random, world, now }: Telling, side: FoundSide, { id: recordId, diary }: About, papers: Papers): void {
  const heard = entryOf(diary, 'inquiry.hearingHeld');
  if (!heard) return;
  const id = seededId(random, heard.recordedAt);
  papers.set(heard.entryId, { kind: 'hearing', id });
  const about = { sitting_id: sittingId(side.committeeCode, dayOf(heard.happenedAt)), cwc_id: world.office(side.committeeCode).id };
  const put = side.number % 3 === 0 ? { adjourned_for: 'police', adjourned_because: 'the investigating officer had not come' } : { adjourned_for: null, adjourned_because: null }; // prettier-ignore
  const said = { present: ['child', 'home'], said: 'The child was heard alone and asks to be taken to the mother.' };
  const by = { recorded_by: world.signer(side.committeeCode), recorded_at: heard.recordedAt };
  batch.add('hearing', { id, record_id: recordId, ...about, heard_at: heard.happenedAt, ...said, ...put, next_on: nextHearing(side.number, dayOf(now)), ...by }); // prettier-ignore
}

function writeVisits({ batch, random, world }: Telling, side: FoundSide, { id: recordId, diary }: About, papers: Papers): void {
  const restored = entryOf(diary, 'found.restored');
  for (const entry of diary) {
    if (entry.happening !== 'inquiry.followedUp' || !restored) continue;
    const id = seededId(random, entry.recordedAt);
    const unit = side.committeeCode.replace('CWC-', 'DCPU-');
    papers.set(entry.entryId, { kind: 'follow-up', id });
    const about = {
      office_id: world.office(unit).id,
      restored_on: dayOf(restored.happenedAt),
      visit: entry.facts.visit,
      visited_on: dayOf(entry.happenedAt),
    };
    batch.add('follow_up', {
      id,
      record_id: recordId,
      ...about,
      found: 'at home, goes to school',
      recorded_by: world.signer(unit),
      recorded_at: entry.recordedAt,
    });
  }
}
