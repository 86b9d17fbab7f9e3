// Care in families as rows: sponsorships of children who went home, and families of each district that are ready to take a child in.
import { createHash } from 'node:crypto';
import type { DiaryFact } from '../../src/kernel/happenings.ts';
import { paiseOf } from '../../src/kernel/money.ts';
import { type Day, addDays, addMonths, dayOf, instantAt, yearOf } from '../../src/kernel/time.ts';
import { seal } from '../../src/platform/credentials/index.ts';
import type { FoundSide } from '../children.ts';
import { officesIn, offices } from '../offices.ts';
import { seededRandom } from '../random.ts';
import { entryOf } from './entries.ts';
import { seededId } from './ids.ts';
import type { Paper } from './record-rows.ts';
import type { RowBatch } from './row-batch.ts';
import type { World } from './world.ts';
import type { Telling } from './writing.ts';

const MONTHLY = paiseOf(4000);
const approvers = [['Meenakshi Nair', 'chairperson'], ['Farhan Ali', 'agency'], ['Rosy Tirkey', 'organisation']] as const; // prettier-ignore

/** Granted in the diary; its paper. Months until the last are paid, of one child in three held back. */
export function writeSponsorship(
  telling: Telling,
  side: FoundSide,
  { id: recordId, diary }: { id: string; diary: readonly DiaryFact[] },
  papers: Map<string, Paper>,
): void {
  const granted = entryOf(diary, 'care.sponsorshipGranted');
  if (!granted) return;
  const { batch, world, random } = telling;
  const sealed = (value: object) => telling.seal(JSON.stringify(value));
  const [id, orderId, approval] = [1, 2, 3].map(() => seededId(random, granted.recordedAt)) as [string, string, string];
  papers.set(granted.entryId, { kind: 'placing', id });
  const cwc = world.office(side.committeeCode);
  const dcpu = world.office(officesIn(side.foundDistrict, 'dcpu')[0]!.code);
  const [signer, worker] = [world.signer(side.committeeCode), world.signer(dcpu.code)];
  const from = dayOf(granted.happenedAt);
  const applied = addDays(from, -5);
  const text =
    'On the approval of the Sponsorship and Foster Care Approval Committee the child is supported by sponsorship for school and food.';
  const [year, number] = [yearOf(from), 3 * side.number + 3];
  batch.add('committee_order', {
    id: orderId, record_id: recordId, cwc_id: cwc.id, year, number, type: 'sponsorship', language: 'en', text, least_signers: 3, placed_with: null, drafted_by: signer, drafted_at: granted.happenedAt,
    made_at: granted.happenedAt,
  }); // prettier-ignore
  for (const officer_id of world.bench(side.committeeCode))
    batch.add('order_signer', { order_id: orderId, officer_id, signed_at: granted.happenedAt, method: 'typed-consent', consent: '–', text_hash: createHash('sha256').update(text).digest() }); // prettier-ignore
  const carer = side.description.names.find(({ bearer }) => bearer === 'mother')?.text ?? 'the mother';
  batch.add('care_arrangement', {
    id,
    record_id: recordId,
    kind: 'sponsorship',
    form: 'rehabilitative',
    hardships: ['missing-or-runaway'],
    area: 'rural',
    words_sealed: sealed({
      carerName: carer,
      relation: 'mother',
      income: 36_000 + (side.number % 30) * 1000,
      incomeProof: 'certificate',
      why: 'Goes to school again.',
    }),
    office_id: dcpu.id,
    applied_on: applied,
    applied_by: worker,
    applied_at: instantAt(applied, '11:00'),
    order_id: orderId,
    order_number: `${number}/${year}`,
    from_on: from,
    pays: 'monthly',
    amount: MONTHLY,
    purposes: ['education', 'nutrition'],
    order_sealed: sealed({ holder: 'the child', account: String(10_000_000_000 + side.number), branch: 'VTSL0000001', operator: carer }),
    placed_by: signer,
    placed_at: granted.recordedAt,
  });
  batch.add('care_approval', {
    id: approval, arrangement_id: id, record_id: recordId, met_on: addDays(from, -2), decision: 'approved', reasons_sealed: sealed({ reasons: 'Income below the ceiling; the child wants to stay.' }),
    recorded_by: worker, recorded_at: instantAt(addDays(from, -2), '16:00'),
  }); // prettier-ignore
  for (const [position, [name, standing]] of approvers.entries())
    batch.add('care_approver', { approval_id: approval, record_id: recordId, position, name, standing });
  writePayments(telling, side, { id, recordId, worker, from });
}

function writePayments(
  { batch, now }: Telling,
  side: FoundSide,
  { id, recordId, worker, from }: { id: string; recordId: string; worker: string; from: Day },
): void {
  for (let month = `${from.slice(0, 7)}-01` as Day; ; month = addMonths(month, 1)) {
    const paidOn = addDays(addMonths(month, 1), -3);
    if (paidOn >= dayOf(now)) return;
    const last = addDays(addMonths(month, 2), -3) >= dayOf(now);
    const held = last && side.number % 3 === 0;
    if (last && side.number % 3 === 1) return; // overdue, and nobody said why
    batch.add('care_payment', {
      arrangement_id: id, record_id: recordId, period: month.slice(0, 7), amount: held ? null : MONTHLY, paid_on: held ? null : paidOn < from ? from : paidOn,
      voucher: held ? null : `V/${side.number}`, held_because: held ? 'no-funds' : null, recorded_by: worker, recorded_at: instantAt(paidOn, '15:00'),
    }); // prettier-ignore
  }
}

const couples = ['Thomas and Leela', 'Ramesh and Sunita', 'Anwar and Shabnam', 'Gurmeet and Harjit', 'Budhan and Phulo'];
const study: Record<string, string> = {
  languages: 'as the neighbourhood', health: 'good', income: '240000', members: 'both, and one child of their own', homeAndStreet: 'three rooms, school near by', motivation: 'room for a child',
  rearing: 'as their own', papersVerified: 'yes', interviews: 'both, apart and together', capacity: 'good', recommend: 'yes', recommendReasons: 'a calm home',
}; // prettier-ignore

/** One family in each district, studied and recommended. */
export function writeFamilies(batch: RowBatch, world: World, { seed, today }: { seed: string; today: Day }, secret: string): void {
  const sealed = (text: string) => Buffer.from(seal({ secret, purpose: 'field', boundTo: '' }, text));
  for (const [at, office] of offices.filter(({ kind }) => kind === 'dcpu').entries()) {
    const random = seededRandom(`${seed} families ${office.code}`);
    const on = addDays(today, -40 - (at % 60));
    const [begun, handedIn] = [instantAt(on, '11:00'), instantAt(addDays(on, 9), '15:00')];
    const [id, paper] = [seededId(random, begun), seededId(random, begun)];
    const worker = world.signer(office.code);
    const name = couples[at % couples.length]!;
    const common = { office_id: world.office(office.code).id, begun_by: worker, begun_at: begun };
    const words = sealed(JSON.stringify({ name, address: `Ward ${(at % 20) + 1}` }));
    batch.add('foster_family', { id, kind: 'family', office_id: common.office_id, district_code: office.districtCode, own_children: 1, words_sealed: words, registered_by: worker, registered_at: begun }); // prettier-ignore
    batch.add('care_paper', {
      id: paper,
      kind: 'home-study',
      family_id: id,
      version: 1,
      submitted_by: worker,
      submitted_at: handedIn,
      ...common,
    });
    for (const [field, said] of Object.entries({ ...study, firstName: name, visitedOn: addDays(on, 7) }))
      batch.add('care_paper_answer', { paper_id: paper, field, version: 1, sealed: sealed(said), by_officer: worker, at: handedIn });
  }
}
