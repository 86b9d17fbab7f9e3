// Cases of children in conflict with law as a Board finds them on its first day here: one of yesterday, two under inquiry, one on bail, one whose records are due to be destroyed.
import { createHash } from 'node:crypto';
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import type { ConflictFacts } from '../../src/kernel/happenings/conflict.ts';
import type { OfficeId } from '../../src/kernel/ids.ts';
import { type Day, type Instant, addDays, instantAt, yearOf } from '../../src/kernel/time.ts';
import { newCaseKey, seal, sealUnder } from '../../src/platform/credentials/index.ts';
import { owedIn, versionOfLaw } from '../../src/modules/jjb/duties.ts';
import { isSigned } from '../../src/modules/jjb/step.ts';
import { stepByCode } from '../../src/modules/jjb/steps/all.ts';
import { conflictPlots, type Plot } from '../conflict-cases.ts';
import { drawChildName, drawFamily, writeName } from '../names/names.ts';
import { type SeedOffice, officesIn, offices } from '../offices.ts';
import { stateOf } from '../places/places.ts';
import { draw, type Random, seededRandom, weighted } from '../random.ts';
import { seededId } from './ids.ts';
import type { RowBatch } from './row-batch.ts';
import type { World } from './world.ts';

type Hired = { seed: string; today: Day; officerIds: ReadonlyMap<string, string> };
type Seats = Record<'board' | 'police' | 'probation' | 'home', { officeId: OfficeId; officerId: string }> & { member: string };

function seatsOf(board: SeedOffice, world: World, { officerIds }: Hired): Seats {
  const seat = (code: string, role: string) => ({ officeId: world.office(code).id, officerId: officerIds.get(`${code} ${role} 1`)! });
  const first = (kind: Parameters<typeof officesIn>[1]): string => officesIn(board.districtCode!, kind)[0]!.code;
  return {
    board: seat(board.code, 'jjb-magistrate'),
    member: officerIds.get(`${board.code} jjb-member 1`)!,
    police: seat(first('police-station'), 'child-welfare-police-officer'),
    probation: seat(first('dcpu'), 'probation-officer'),
    home: seat(first('conflict-home'), 'conflict-home-head'),
  };
}

export function writeConflict(batch: RowBatch, world: World, hired: Hired, secret: string): void {
  for (const board of offices.filter(({ kind }) => kind === 'jjb')) {
    const random = seededRandom(`${hired.seed} conflict ${board.code}`);
    const seats = seatsOf(board, world, hired);
    const numbers = new Map<number, number>();
    for (const plot of conflictPlots) {
      const year = yearOf(addDays(hired.today, -plot.daysAgo));
      numbers.set(year, (numbers.get(year) ?? 0) + 1);
      writeCase({ batch, random, seats, board, today: hired.today, secret }, plot, { year, number: numbers.get(year)! });
    }
    for (const [year, last] of numbers) batch.add('conflict.serial', { board_id: seats.board.officeId, year, last });
  }
}

type Writing = { batch: RowBatch; random: Random; seats: Seats; board: SeedOffice; today: Day; secret: string };

function nameFor(random: Random, board: SeedOffice, sex: 'female' | 'male'): { name: string; guardian: string } {
  const family = drawFamily(random, draw(random, weighted(stateOf(board.districtCode!).names)));
  return {
    name: writeName(drawChildName(random, family, sex), 'Latn'),
    guardian: writeName(drawChildName(random, family, 'male'), 'Latn'),
  };
}

function writeCase(writing: Writing, plot: Plot, numbered: { year: number; number: number }): void {
  const { batch, random, seats, board, today, secret } = writing;
  const on = (daysAfter: number): Day => addDays(today, -plot.daysAgo + daysAfter);
  const at = (daysAfter: number, time: string): Instant => instantAt(on(daysAfter), time);
  const apprehendedAt = at(0, '15:10');
  const id = seededId(random, apprehendedAt);
  const key = newCaseKey();
  const sealedKey = seal({ secret, purpose: 'field', boundTo: '' }, key.toString('base64'));
  const identity = { ...nameFor(random, board, plot.sex), sex: plot.sex, age: String(plot.age) };
  const moment = (of: [number, string] | null): Instant | null => of && at(...of);
  batch.add('conflict.proceeding', {
    id, ...numbered, board_id: seats.board.officeId, police_id: seats.police.officeId, unit_id: seats.probation.officeId,
    home_id: plot.inHome ? seats.home.officeId : null, state_code: board.stateCode!, identity_sealed: sealUnder(key, id, JSON.stringify(identity)),
    gravity: plot.gravity, sixteen_at_offence: plot.gravity && plot.age >= 16, apprehended_at: apprehendedAt, produced_at: moment(plot.produced),
    next_on: plot.nextIn === null ? null : addDays(today, plot.nextIn), ended_at: moment(plot.ended), ended_by: plot.ended && 'probation',
    appeal_over_at: moment(plot.appealOver), opened_at: at(0, '16:00'), opened_by: seats.police.officerId, law_version: versionOfLaw,
  }); // prettier-ignore
  batch.add('conflict.case_key', { proceeding_id: id, key_sealed: Buffer.from(sealedKey) });
  const diary: DiaryFact<keyof ConflictFacts>[] = [];
  for (const { side, after, time, kind, said, entries = [], bench } of plot.papers) {
    const happenedAt = at(after, time);
    const paperId = seededId(random, happenedAt);
    const by = seats[side];
    if (kind) {
      const words = sealUnder(key, paperId, JSON.stringify({ ...said, ...(said?.['home'] ? { home: seats.home.officeId } : {}) }));
      batch.add('conflict.paper', { id: paperId, proceeding_id: id, kind, side, happened_at: happenedAt, recorded_at: happenedAt, by_officer: by.officerId,
        by_office: by.officeId, words_sealed: words, made_at: happenedAt }); // prettier-ignore
      for (const sat of bench === 'two' ? [seats.board.officerId, seats.member] : bench ? [seats.board.officerId] : [])
        batch.add('conflict.paper_bench', { paper_id: paperId, proceeding_id: id, officer_id: sat, ...signed(kind, words, happenedAt) });
    }
    for (const [happening, facts] of entries) {
      const entryId = seededId(random, happenedAt);
      const told = 'order' in facts ? { order: facts.order === '' ? paperId : orderOf(diary) } : facts;
      diary.push({
        entryId,
        happening,
        facts: told,
        happenedAt,
        enteredAt: null,
        recordedAt: happenedAt,
        byOffice: by.officeId,
        corrects: null,
      } as DiaryFact<keyof ConflictFacts>);
      batch.add('conflict.entry', { id: entryId, proceeding_id: id, happening, facts: JSON.stringify(told), happened_at: happenedAt, recorded_at: happenedAt,
        by_officer: by.officerId, by_office: by.officeId, paper_id: kind ? paperId : null }); // prettier-ignore
    }
  }
  const place = { id, boardId: seats.board.officeId, policeId: seats.police.officeId, unitId: seats.probation.officeId,
    homeId: plot.inHome ? seats.home.officeId : null, stateCode: board.stateCode! }; // prettier-ignore
  for (const { officeId, stored } of owedIn(diary, place))
    batch.add('conflict.duty', { proceeding_id: id, rule_id: stored.ruleId, trigger_entry_id: stored.triggerEntryId, office_id: officeId,
      stored: JSON.stringify(stored), late_after: stored.lateAfter, ended_at: stored.endedAt }); // prettier-ignore
}

/** Of an order everybody named has signed it. */
function signed(kind: string, words: Buffer, at: Instant) {
  const isOrder = isSigned(stepByCode(kind)!);
  return {
    signed_at: isOrder ? at : null,
    consent: isOrder ? '…' : null,
    text_hash: isOrder ? createHash('sha256').update(words).digest() : null,
  };
}

/** Of the last order a later entry answers. */
function orderOf(diary: readonly DiaryFact<keyof ConflictFacts>[]): string {
  return String((diary.findLast(({ facts }) => 'order' in facts)!.facts as { order: string }).order);
}
