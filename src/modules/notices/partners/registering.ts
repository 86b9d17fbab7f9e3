// Registering a partner and ending it: a State's officer for the own State, the nation's for any. The token is shown once and kept as its hash alone.
import { newPublicId } from '../../../kernel/ids.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { addDays, dayOf, endOfDay } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { newToken } from '../../../platform/credentials/index.ts';
import { callAddress } from '../../../platform/messages/index.ts';
import { allStates } from '../../places/index.ts';
import type { PartnerDraft } from './form.ts';
import { endPartner, insertPartner } from './partner-store.ts';

const MOST_DAYS = 366;

/** The one State the reader keeps partners of; null: any. */
export function stateKept({ actor }: Context): string | null {
  return actor.kind === 'officer' && actor.reach !== 'nation' ? (actor.stateCode ?? '') : null;
}

/** Answers the token, which nobody can read again. */
export async function registerPartner(context: Context, draft: PartnerDraft): Promise<{ token: string } | Refusal> {
  const { actor } = context;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  const stateCode = stateKept(context) ?? draft.stateCode;
  if (!stateCode || !(await allStates(context)).some(({ code }) => code === stateCode))
    return refuse('web.error.chooseOne', {}, 'stateCode');
  if (draft.ageTo < draft.ageFrom) return refuse('notices.error.ages', {}, 'ageTo');
  const today = dayOf(context.now);
  if (draft.validUntil <= today) return refuse('notices.error.untilPast', {}, 'validUntil');
  if (draft.validUntil > addDays(today, MOST_DAYS)) return refuse('notices.error.untilTooLate', {}, 'validUntil');
  if (draft.callUrl && !callAddress(draft.callUrl, { loopback: context.tools.demo })) return refuse('notices.error.callUrl', {}, 'callUrl');
  const { token, hash } = newToken();
  const secrets = { tokenHash: hash, embedKey: newPublicId() };
  await insertPartner(context, draft, stateCode, endOfDay(draft.validUntil), actor.officerId, secrets);
  return { token };
}

export async function endRegistration(context: Context, id: string): Promise<Refusal | null> {
  const { actor } = context;
  if (actor.kind !== 'officer') return refuse('web.error.notFound');
  return (await endPartner(context, id, stateKept(context), actor.officerId)) ? null : refuse('web.error.notFound');
}
