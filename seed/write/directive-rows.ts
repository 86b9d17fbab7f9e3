// Directives as a demonstration finds them: issued two days after their date, reached, mostly acknowledged, answered by most and late with some.
import { type Day, type Instant, addDays, addHours, dayOf, instantAt } from '../../src/kernel/time.ts';
import { isAsked } from '../../src/modules/directives/law-duty.ts';
import { lateAfter, periodsBetween } from '../../src/modules/directives/term.ts';
import { type SeedDirective, type SeedPoint, seedDirectives } from '../directives.ts';
import { type SeedOffice, offices } from '../offices.ts';
import { type Random, seededRandom } from '../random.ts';
import { seededId } from './ids.ts';
import type { RowBatch } from './row-batch.ts';
import type { World } from './world.ts';

type Writing = { batch: RowBatch; world: World; random: Random; today: Day };

export function writeDirectives(batch: RowBatch, world: World, { seed, today }: { seed: string; today: Day }): void {
  const random = seededRandom(`${seed} directives`);
  for (const directive of seedDirectives.filter(({ dated }) => addDays(dated, 2) < today))
    writeDirective({ batch, world, random, today }, directive);
}

function writeDirective(writing: Writing, directive: SeedDirective): void {
  const { batch, world, random } = writing;
  const { enteredIn, points, officeKinds, stateCode, dated } = directive;
  const issuedAt = instantAt(addDays(dated, 2), '10:00');
  const id = seededId(random, issuedAt);
  const officer = world.signer(enteredIn);
  const { kind, title, authority, number, text, original, confidence, audience } = directive;
  batch.add('directive', { id, kind, title, authority, dated, number, text, original, confidence, audience, state_code: stateCode, office_kinds: officeKinds,
    in_states: [], in_districts: [], entered_in: world.office(enteredIn).id, entered_by: officer, entered_at: addHours(issuedAt, -2), issued_by: officer,
    issued_at: issuedAt }); // prettier-ignore
  const reached = offices.filter(
    (office) => (officeKinds as readonly string[]).includes(office.kind) && (stateCode === null || office.stateCode === stateCode),
  );
  const silent = new Set(reached.filter((office) => isSilent(writing, id, office, issuedAt)).map(({ code }) => code));
  points.forEach((point, at) => writePoint(writing, { id, dated, issuedAt, point, position: at + 1, reached, silent }));
}

/** Writes the receipt; true for an office that has not acknowledged. */
function isSilent({ batch, world, random, today }: Writing, directiveId: string, office: SeedOffice, issuedAt: Instant): boolean {
  const at = addHours(issuedAt, random.integer(2, 24 * 20));
  const by = random.chance(0.86) && at < instantAt(today) ? world.signer(office.code) : null;
  batch.add('directive_receipt', {
    directive_id: directiveId,
    office_id: world.office(office.code).id,
    reached_at: issuedAt,
    acknowledged_at: by ? at : null,
    acknowledged_by: by,
  });
  return by === null;
}

type Pointed = {
  id: string;
  dated: Day;
  issuedAt: Instant;
  point: SeedPoint;
  position: number;
  reached: readonly SeedOffice[];
  silent: ReadonlySet<string>;
};

function writePoint(writing: Writing, { id, dated, issuedAt, point, position, reached, silent }: Pointed): void {
  const { batch, random, today } = writing;
  const pointId = seededId(random, issuedAt);
  const { what, officeKind, dueKind, dueOn, dueCount, dueFrom, dueBasis, repeats, figure, setsDuty } = point;
  batch.add('directive_point', { id: pointId, directive_id: id, position, what, office_kind: officeKind, due_kind: dueKind, due_on: dueOn, due_count: dueCount,
    due_from: dueFrom, due_basis: dueBasis, repeats, figure, sets_duty: setsDuty }); // prettier-ignore
  if (!isAsked(point)) return;
  const periods = repeats === 'once' ? [dated] : periodsBetween(repeats, dayOf(issuedAt), today);
  for (const period of periods) {
    const end = lateAfter(point, { dated, reachedAt: issuedAt, period });
    for (const office of reached.filter(({ kind }) => officeKind === null || officeKind === kind))
      writeDuty(writing, {
        pointId,
        period,
        end,
        office,
        figure,
        setsDuty,
        isSilent: silent.has(office.code),
        from: repeats === 'once' ? issuedAt : instantAt(period, '10:00'),
      });
  }
}

type Owed = {
  pointId: string;
  period: Day;
  end: Instant | null;
  office: SeedOffice;
  figure: string | null;
  setsDuty: string | null;
  isSilent: boolean;
  from: Instant;
};

/** Anti-trafficking units of a State: so many can be functional. */
const unitsIn = (stateCode: string | null): number =>
  offices.filter((office) => office.kind === 'anti-trafficking-unit' && office.stateCode === stateCode).length;

const REASONS = ['Two posts are vacant.', 'No vehicle has been sanctioned yet.', 'The figures of one district are still awaited.'] as const;

/** Most did it, a few of them late; some say why not yet; who never acknowledged says nothing. */
function writeDuty(
  { batch, world, random, today }: Writing,
  { pointId, period, end, office, figure, setsDuty, isSilent: silent, from }: Owed,
): void {
  const officeId = world.office(office.code).id;
  const draw = random.next();
  const doneOn = addDays(dayOf(from), random.integer(3, 40));
  const at = instantAt(addDays(doneOn, random.integer(0, 3)), '15:00');
  const past = at < instantAt(today);
  const answer = silent || !past ? null : draw < 0.68 ? 'done' : draw < 0.78 ? 'not-yet' : draw < 0.81 ? 'not-applicable' : null;
  const given = answer === 'done' && figure ? random.integer(0, setsDuty === 'M14' ? unitsIn(office.stateCode) : 900) : null;
  const row = { point_id: pointId, period, office_id: officeId, answer, done_on: answer === 'done' ? doneOn : null, figure: given };
  batch.add('directive_duty', { ...row, late_after: end, answered_at: answer ? at : null });
  if (answer === null) return;
  const sentence = answer === 'not-yet' ? random.pick(REASONS) : answer === 'not-applicable' ? 'There is none in our area.' : null;
  batch.add('directive_answer', {
    ...row,
    answer,
    id: seededId(random, at),
    sentence,
    answered_by: world.signer(office.code),
    answered_at: at,
  });
}
