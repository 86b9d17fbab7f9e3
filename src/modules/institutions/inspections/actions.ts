// The verbs of visits: the Committee and the child protection unit write one down, the home says what it mended.
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { type Instant, dayOf, instantAt } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { periodOf, writeJournal } from '../../journals/index.ts';
import { type Office, readOffice } from '../../officers/index.ts';
import type { MendDraft, VisitDraft } from './form.ts';
import type { Visitor } from './inspection.ts';
import { findingsOf, insertVisit, mend } from './store.ts';

/** Who writes down whose visit: each office its own; that of the Inspection Committee, which has no desk, the unit that serves it (s.54). */
const writes: Record<string, readonly Visitor[]> = { cwc: ['committee'], dcpu: ['protection-unit', 'inspection-committee', 'other'] };

export function visitorsFor(officeKind: string): readonly Visitor[] {
  return writes[officeKind] ?? [];
}

export async function recordVisit(context: Context, officeId: string, draft: VisitDraft): Promise<Office | Refusal> {
  const { actor } = context;
  const home = await readOffice(context, officeId);
  if (actor.kind !== 'officer' || home?.kind !== 'children-home' || home.districtCode !== actor.districtCode)
    return refuse('web.error.notFound');
  if (!visitorsFor(actor.officeKind).includes(draft.visitedBy)) return refuse('institutions.error.visitedBy', {}, 'visitedBy');
  if (draft.visitedOn > dayOf(context.now)) return refuse('web.error.inFuture', {}, 'visitedOn');
  const id = await insertVisit(context, officeId, draft);
  if (draft.visitedBy === 'inspection-committee') {
    const period = periodOf('quarter', draft.visitedOn);
    const at = earlier(instantAt(draft.visitedOn, '12:00'), context.now);
    const paper = { kind: 'inspection', id };
    await writeJournal(context, home.id, {
      happening: 'office.returnMade',
      facts: { what: 'inspection-of-home', period },
      happenedAt: at,
      paper,
    });
  }
  return home;
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

export async function recordMended(context: Context, officeId: string, draft: MendDraft): Promise<true | Refusal> {
  const { actor } = context;
  const found = (await findingsOf(context, officeId)).find(({ id }) => id === draft.finding);
  if (actor.kind !== 'officer' || actor.officeId !== officeId || !found) return refuse('web.error.notFound');
  if (draft.mendedOn > dayOf(context.now)) return refuse('web.error.inFuture', {}, 'mendedOn');
  if (draft.mendedOn < found.visitedOn) return refuse('institutions.error.mendedBefore', {}, 'mendedOn');
  return (await mend(context, draft)) ? true : refuse('institutions.error.mendedAlready', {}, 'finding');
}
