// Guarded records (an offence of POCSO or BNS 64-71, a person barred from contact, an alleged offence): a score opens them to no other office. Their own
// office sees the pair and may let the other in; the other learns that there is a pair, and whom to ask.
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { type ChildRecord, auditWrite, mayChange, peekRecords } from '../../children/index.ts';
import { holdDiaries, writeDiary } from '../../diary/index.ts';
import { type Office, officeForPlace, readOffice } from '../../officers/index.ts';
import type { Candidate } from '../candidate.ts';
import { type Header, headersOf } from '../contradictions/contradiction-store.ts';
import { candidatesOf, readCandidate } from '../store.ts';
import { guardedAmong, insertOpening, openingsOf, pairedUnseen } from './guarded-store.ts';

/**
 * `other` is null where the officer may not see that record: if it is guarded too, which office holds it must not be learnt by a guarded look-alike.
 * `holder`: the office that holds `own`, for a Committee that is to decide and holds nothing itself.
 */
export type HeldBack = { candidate: Candidate; own: ChildRecord; other: Header | null; holder: Office | null };

const mayAct = { missing: 'missingReport.act', found: 'foundChild.act', sighting: 'sighting.answer' } as const;

function mayOpen({ actor, tools }: Context, record: ChildRecord): boolean {
  return actor.kind === 'officer' && record.closedAt === null && mayChange(actor, record) && tools.may(actor, mayAct[record.kind]);
}

const actsFor = ({ actor }: Context, { officeId }: ChildRecord): boolean => actor.kind === 'officer' && actor.officeId === officeId;
const waits = ({ standing }: Candidate): boolean => standing === 'open' || standing === 'unsure';
const otherOf = ({ missingId, foundId }: Candidate, own: RecordId): RecordId => (missingId === own ? foundId : missingId);

/** Pairs of a guarded record whose other office may not look, likeliest first; none for who may not let it in. */
export async function heldBackOf(context: Context, own: ChildRecord): Promise<HeldBack[]> {
  if (!mayOpen(context, own) || !(await guardedAmong(context, [own.id])).has(own.id)) return [];
  const candidates = (await candidatesOf(context, own.id, { shown: true })).filter(waits);
  const ids = candidates.map(({ id }) => id);
  const opened = new Set(
    (await openingsOf(context, ids)).filter(({ recordId }) => recordId === own.id).map(({ candidateId }) => candidateId),
  );
  const headers = await headersOf(
    context,
    candidates.map((candidate) => otherOf(candidate, own.id)),
  );
  const holds = actsFor(context, own) ? null : ((await readOffice(context, own.officeId)) ?? null);
  return candidates.flatMap((candidate) => {
    const other = headers.get(otherOf(candidate, own.id));
    if (!other || other.status === 'closed' || other.officeId === own.officeId || opened.has(candidate.id)) return [];
    return [{ candidate, own, other: other.visible ? other : null, holder: holds }];
  });
}

/** Of a pair, the sides the officer may open to the other office. */
export async function heldBackIn(context: Context, candidateId: string): Promise<HeldBack[] | Refusal> {
  const candidate = await readCandidate(context, candidateId);
  const own = candidate ? await peekRecords(context, [candidate.missingId, candidate.foundId]) : [];
  const held = (await Promise.all(own.map((record) => heldBackOf(context, record))))
    .flat()
    .filter((one) => one.candidate.id === candidateId);
  return held.length > 0 ? held : refuse('web.error.notFound');
}

/** The record's own office lets the other in, for this pair, with its reason. What the other sees is the comparison, never the file. */
export async function openToOther(context: Context, candidateId: string, reason: string): Promise<HeldBack[] | Refusal> {
  if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
  const held = await heldBackIn(context, candidateId);
  if (isRefusal(held)) return held;
  await holdDiaries(
    context,
    held.map(({ own }) => own.id),
  );
  for (const { own } of held) {
    await auditWrite(context, own.id);
    await writeDiary(context, own.id, { happening: 'match.opened', facts: { candidate: candidateId } }); // the database lets in nobody untold
    await insertOpening(context, { candidateId, recordId: own.id }, reason, context.actor);
  }
  return held;
}

/**
 * A record that stands in a pair with one the officer may not open. Of the officer's own office: the other is held back, and `ask` is who watches over it and
 * tells no place. Of another office of the area (`elsewhere`): a score opens the other to that office alone, which `ask` is.
 */
export type Unseen = { own: ChildRecord; elsewhere: boolean; ask: Office | null };

const MOST_UNSEEN = 30;

/**
 * Of the officer's own office, or of one record: each once, however many the pairs. Of the other offices of an area no list is made: there is nothing to do
 * about those pairs for whoever only watches. A guarded one of theirs has a panel of its own.
 */
export async function unseenFor(context: Context, officer: OfficerActor, record?: ChildRecord): Promise<Unseen[]> {
  const paired = await pairedUnseen(context, record ? { recordId: record.id } : { officeId: officer.officeId }, MOST_UNSEEN);
  const headers = await headersOf(context, [...new Set(paired.map(({ otherId }) => otherId))]);
  const open = paired.filter(({ otherId }) => headers.get(otherId)?.status !== 'closed');
  const own = await peekRecords(context, [...new Set(open.map(({ ownId }) => ownId))]);
  const guarded = await guardedAmong(
    context,
    own.filter((one) => !actsFor(context, one)).map(({ id }) => id),
  );
  const told = own.filter(({ id }) => !guarded.has(id));
  return Promise.all(
    told.map(async (one) => {
      const elsewhere = !actsFor(context, one);
      const asked = elsewhere ? readOffice(context, one.officeId) : officeForPlace(context, 'state-nodal', one.districtCode);
      return { own: one, elsewhere, ask: (await asked) ?? null };
    }),
  );
}
