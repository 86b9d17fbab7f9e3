// The duties that follow from a record's diary, and the word of them that went out as their moments passed: a nation that has stood for years starts
// with nothing untold, or its first tick would send every office the lateness of years at once.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import type { RecordKind } from '../../src/kernel/reference.ts';
import { runningLaw } from '../../src/law/index.ts';
import { storedObligationsOf } from '../../src/modules/obligations/obligations-of.ts';
import { nextMoment, wordMoments } from '../../src/modules/obligations/word-moments.ts';
import type { Office } from '../../src/modules/officers/office.ts';
import { seededId } from './ids.ts';
import type { Telling } from './writing.ts';

type OfRecord = { id: string; kind: RecordKind; office: Office; districtCode: string; stateCode: string; diary: readonly DiaryFact[] };

export function writeObligations(telling: Telling, { id, kind, office, districtCode, stateCode, diary }: OfRecord): void {
  const { batch, world, now } = telling;
  const bearer = world.bearer({ districtCode, stateCode, own: office });
  for (const one of storedObligationsOf(diary, runningLaw, { stateCode, record: kind })) {
    const told = wordMoments(one).filter((moment) => moment.at < now);
    for (const { kind: word, step, at, to } of told) {
      batch.add('duty_word', {
        id: seededId(telling.random, at),
        record_id: id,
        rule_id: one.ruleId,
        trigger_entry_id: one.triggerEntryId,
        kind: word,
        step,
        moment: at,
        office_id: bearer(to ?? one.actor).id,
        told_at: at,
        not_before: at,
        sent_at: at,
      });
    }
    batch.add('obligation', {
      record_id: id,
      rule_id: one.ruleId,
      trigger_entry_id: one.triggerEntryId,
      trigger: one.trigger,
      actor: one.actor,
      office_id: bearer(one.actor).id,
      started_at: one.startedAt,
      due_at: one.dueAt,
      warn_at: one.warnAt,
      late_after: one.lateAfter,
      escalates_at: one.escalatesAt,
      escalates_to: one.escalatesTo,
      variant: one.variant,
      journey_minutes: one.journeyMinutes,
      extended_months: one.extendedMonths,
      extended_to: one.extendedTo,
      suspended_minutes: one.suspendedMinutes,
      suspended_at: one.suspendedAt,
      ending: one.ending,
      ended_at: one.endedAt,
      ended_by_entry_id: one.endedByEntryId,
      next_at: nextMoment(one, told),
    });
  }
}
