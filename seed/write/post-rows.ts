// How the posts that must answer stand on the day of the seed: most were heard of lately, some are silent, a few cannot be reached, one officer is on leave.
import { type Day, addDays, addHours, addMonths, instantAt } from '../../src/kernel/time.ts';
import { offices } from '../offices.ts';
import { type Random, seededRandom } from '../random.ts';
import { seededId } from './ids.ts';
import type { RowBatch } from './row-batch.ts';
import type { World } from './world.ts';

/** The first officer of these roles heads the office. */
const heads: Readonly<Record<string, string>> = {
  'district-nodal': 'district-nodal-officer',
  'state-nodal': 'state-nodal-officer',
  'national-nodal': 'national-nodal-officer',
  'anti-trafficking-unit': 'anti-trafficking-officer',
  'juvenile-police-unit': 'juvenile-police-head',
  cwc: 'cwc-chairperson',
  dcpu: 'child-protection-officer',
  'legal-services': 'legal-services-officer',
};
const officeOf = new Map(offices.map((office) => [office.code, office]));
const SIGNS = ['sign-in', 'alert', 'confirmation'] as const;

type About = {
  id: string;
  officerKey: string;
  officeCode: string;
  fromOn: Day;
  toOn: Day | null;
  seed: string;
  today: Day;
  officerIds: ReadonlyMap<string, string>;
};

/** The appointment behind a posting that heads a watched office, and when its officer was last heard of. Other postings leave nothing. */
export function writeStanding(batch: RowBatch, world: World, about: About): void {
  const { id, officerKey, officeCode, fromOn, toOn, seed, today } = about;
  const office = officeOf.get(officeCode)!;
  if (officerKey !== `${officeCode} ${heads[office.kind]} 1`) return;
  const random = seededRandom(`${seed} post ${officeCode}`);
  const orderedOn = addDays(fromOn, -random.integer(1, 20));
  const order = `${office.stateCode ?? 'MHA'}/WCD/${orderedOn.slice(0, 4)}/${random.integer(100, 4999)}`;
  batch.add('appointment', {
    posting_id: id,
    standing: 'holder',
    order_number: order,
    ordered_on: orderedOn,
    recorded_at: instantAt(fromOn, '10:00'),
  });
  if (toOn) return;
  const daysAgo = unseenDays(random, office.kind);
  const seen = daysAgo === null ? null : addHours(instantAt(addDays(today, -daysAgo), '07:00'), -random.integer(1, 12));
  const kind = seen ? random.pick(SIGNS) : null;
  // The first round of questions goes out over the days to come, not all at once when the demonstration starts.
  batch.add('sign_of_life', {
    posting_id: id,
    kind,
    at: seen,
    ask_at: instantAt(addDays(today, Math.max(1, 24 - ((daysAgo ?? 0) % 24))), '09:00'),
  });
  const row = { office_id: world.office(officeCode).id, posting_id: id };
  const caller = about.officerIds.get(`SNO-${office.stateCode} state-nodal-officer 1`) ?? null;
  const rang = (days: number, answered: boolean) =>
    batch.add('post_call', { ...row, id: seededId(random, instantAt(today)), telephone: office.telephone, answered, called_by: caller, called_at: instantAt(addDays(today, -days), '11:30') }); // prettier-ignore
  if (random.chance(0.6)) rang(random.integer(40, 160), true);
  if (daysAgo !== null && daysAgo > 31 && random.chance(0.2)) {
    if (random.chance(0.5)) rang(random.integer(1, 9), false);
    else writeBounce(batch, random, row, today);
  } else if (daysAgo !== null && daysAgo < 20 && random.chance(0.02)) {
    batch.add('leave_spell', { id: seededId(random, instantAt(today)), posting_id: id, from_on: addDays(today, -3), to_on: addDays(today, 9), recorded_at: instantAt(addDays(today, -4), '16:00') }); // prettier-ignore
  }
}

/** Days since the officer was heard of; null for never. The nation's officer and most States' were heard of this week. */
function unseenDays(random: Random, kind: string): number | null {
  if (kind === 'national-nodal') return 1;
  const draw = random.integer(1, 1000);
  if (draw <= 880) return random.integer(1, kind === 'state-nodal' ? 8 : 30);
  return draw <= 975 ? random.integer(33, 190) : null;
}

function writeBounce(batch: RowBatch, random: Random, row: { office_id: string; posting_id: string }, today: Day): void {
  const month = addMonths(`${today.slice(0, 8)}01` as Day, -1);
  const asked = instantAt(addDays(month, random.integer(1, 24)), '09:00');
  batch.add('confirmation', {
    ...row,
    id: seededId(random, asked),
    month,
    asked_at: asked,
    expires_at: addHours(asked, 7 * 24),
    confirmed_at: null,
    bounced_at: addHours(asked, 1),
  });
}
