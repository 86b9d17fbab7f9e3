// The link in the monthly message: signed by the installation, bound to one posting at one post, good once and for seven days.
import { isUuid } from '../../kernel/ids.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context, Tools } from '../../platform/context.ts';
import { equalInConstantTime, keyedHash } from '../../platform/credentials/index.ts';
import { noteSignOfLife } from '../officers/index.ts';
import { type Asked, type Confirmation, findConfirmation, markConfirmed } from './confirmation-store.ts';

/** 128 bits of an HMAC over all the link is bound to: a link for one posting opens nothing for another, and no row of the table makes a link. */
function signature({ secret }: Tools, { id, postingId, officeId, expiresAt }: Asked): string {
  return keyedHash(secret, 'nodal-confirmation', [id, postingId, officeId, expiresAt].join('\0')).slice(0, 32);
}

export function linkTo(tools: Tools, asked: Asked): string {
  return `${tools.deskOrigin}/nodal-officers/confirm?link=${asked.id}.${signature(tools, asked)}`;
}

/** What the link stands for, or why it is refused. Looking uses nothing up: a program that opens links ahead of the officer confirms nothing. */
export async function readLink(context: Context, link: string): Promise<Confirmation | Refusal> {
  const [id = '', signed = ''] = link.split('.');
  const found = isUuid(id) ? await findConfirmation(context, id) : undefined;
  if (!found || !equalInConstantTime(signed, signature(context.tools, found))) return refuse('nodal-officers.error.linkWrong');
  const { actor, now } = context;
  if (actor.kind === 'officer' && actor.officerId !== found.officerId)
    return refuse('nodal-officers.error.linkOfAnother', { name: found.officerName });
  if (found.toOn && found.toOn < dayOf(now)) return refuse('nodal-officers.error.linkAfterTransfer', { office: found.officeName });
  if (found.confirmedAt) return refuse('nodal-officers.error.linkUsed');
  return now > found.expiresAt ? refuse('nodal-officers.error.linkExpired') : found;
}

export async function confirmByLink(context: Context, link: string): Promise<Confirmation | Refusal> {
  const found = await readLink(context, link);
  if ('refused' in found) return found;
  if (!(await markConfirmed(context, found.id))) return refuse('nodal-officers.error.linkUsed');
  await noteSignOfLife(context, found.postingId, 'confirmation');
  return found;
}
