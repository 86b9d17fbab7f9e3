// The stay of a found child in a home, as the diary tells it; one child in many is on leave today.
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { addDays, addHours, dayOf } from '../../src/kernel/time.ts';
import type { FoundSide } from '../children.ts';
import { unitFor } from '../homes.ts';
import { entryOf } from './entries.ts';
import { unitIds } from './home-rows.ts';
import { seededId } from './ids.ts';
import type { Paper } from './record-rows.ts';
import type { Telling } from './writing.ts';

export function writeResidence(
  telling: Telling,
  side: FoundSide,
  { id: recordId, diary }: { id: string; diary: readonly DiaryFact[] },
  papers: Map<string, Paper>,
): void {
  const admitted = entryOf(diary, 'care.admitted');
  if (!admitted) return;
  const { batch, world, random } = telling;
  const id = seededId(random, admitted.recordedAt);
  const released = entryOf(diary, 'care.released');
  for (const entry of [admitted, released]) if (entry) papers.set(entry.entryId, { kind: 'residence', id });
  const { sex, age } = side.description;
  const on = dayOf(admitted.happenedAt);
  batch.add('residence', {
    id,
    record_id: recordId,
    office_id: world.office(side.homeCode).id,
    unit_id: unitIds(side.homeCode)[unitFor(side.homeCode, sex ?? 'third') ?? 0]!,
    admission_number: `${side.number + 1}/${on.slice(2, 4)}`,
    admitted_at: admitted.happenedAt,
    ordered_by: entryOf(diary, 'found.produced')?.facts.sitting ?? 'committee',
    order_number: `P/${(side.number % 900) + 1}/${on.slice(0, 4)}`,
    ordered_on: on,
    sex,
    born_about: age && addDays(age.on, -Math.round(((age.lowMonths + age.highMonths) / 2) * 30.44)),
    left_at: released?.happenedAt ?? null,
    left_how: released ? 'restored' : null,
    left_to: null,
    recorded_by: world.signer(side.homeCode),
    recorded_at: admitted.recordedAt,
  });
  const away = entryOf(diary, 'care.wentAway');
  if (!away) return;
  const absence = seededId(random, away.recordedAt);
  papers.set(away.entryId, { kind: 'home-absence', id: absence });
  batch.add('home_absence', {
    id: absence,
    residence_id: id,
    record_id: recordId,
    office_id: world.office(side.homeCode).id,
    kind: 'leave',
    from_at: away.happenedAt,
    due_back_at: addHours(away.happenedAt, 6 * 24),
    place: 'the family of an aunt',
    with_whom: 'the aunt',
    order_number: `L/${(side.number % 900) + 1}`,
    recorded_by: world.signer(side.homeCode),
    recorded_at: away.recordedAt,
  });
}
