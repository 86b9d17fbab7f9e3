// A State's list: planned against the directory as it is, and done only as it was shown.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import type { Context } from '../../platform/context.ts';
import { hashToken } from '../../platform/credentials/index.ts';
import type { OfficerId } from '../../kernel/ids.ts';
import { allDistricts } from '../places/index.ts';
import { appointmentBar, endPosting, enrolOfficer, insertAppointment, officersByEmail, setTelephone } from './appointment-store.ts';
import { type Change, type PlannedRow, planImport, planText } from './import-plan.ts';
import { type WaitingList, markApplied } from './import-store.ts';
import { watchedKinds } from './posts.ts';
import { readPosts } from './store.ts';

export type Plan = { rows: PlannedRow[]; fingerprint: string };

export async function planList(context: Context, { stateCode, rows }: WaitingList): Promise<Plan> {
  const districts = (await allDistricts(context)).filter((district) => district.stateCode === stateCode);
  const posts = await readPosts(context, { kinds: watchedKinds, stateCode });
  const officers = await officersByEmail(context, rows.map(({ email }) => email.toLowerCase())); // prettier-ignore
  const planned = planImport(rows, { districts, posts, officers, today: dayOf(context.now) });
  return { rows: planned, fingerprint: hashToken(planText(planned)) };
}

/** All or nothing. `shown` is the fingerprint of the plan the officer said yes to. */
export async function applyList(context: Context, list: WaitingList, shown: string): Promise<Refusal | null> {
  const plan = await planList(context, list);
  if (plan.fingerprint !== shown) return refuse('nodal-officers.error.planChanged', {}, 'plan');
  if (!(await markApplied(context, list.id))) return refuse('nodal-officers.error.planChanged', {}, 'plan');
  await audit(context, 'write');
  const added = new Map<string, OfficerId>();
  for (const planned of plan.rows) {
    if (planned.outcome !== 'change') continue;
    const refusal = await applyChange(context, planned.post!.officeId, planned.change, added);
    if (refusal) return { ...refusal, facts: { ...refusal.facts, line: planned.row.line } };
  }
  return null;
}

/** `added`: officers entered by earlier rows of the same list, who may hold two posts. */
async function applyChange(
  context: Context,
  officeId: string,
  { appoint, ends, telephone }: Change,
  added: Map<string, OfficerId>,
): Promise<Refusal | null> {
  if (telephone) await setTelephone(context, officeId, telephone);
  if (!appoint) return null;
  if (ends && !(await endPosting(context, officeId, { ...ends, orderNumber: appoint.orderNumber, reason: 'replaced' })))
    return refuse('nodal-officers.error.planChanged', {}, 'plan');
  const { email } = appoint;
  const known = added.get(email) ?? (await officersByEmail(context, [email])).get(email)?.officerId;
  const bar = await appointmentBar(context, officeId, known ?? null, appoint.fromOn);
  if (bar) return refuse(`nodal-officers.error.${bar}`, { name: appoint.name }, 'plan');
  const officerId = known ?? (await enrolOfficer(context, officeId, appoint));
  added.set(email, officerId);
  const taken = await insertAppointment(context, officeId, { ...appoint, officerId });
  return taken ? refuse('nodal-officers.error.importTaken', { name: taken.name }, 'plan') : null;
}
