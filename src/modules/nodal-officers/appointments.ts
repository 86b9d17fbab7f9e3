// What the keeper of a post does: appoint, end, leave, call back. Two officers never hold one post on one day; nothing written is changed.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { audit } from '../../platform/audit.ts';
import { formatDay } from '../../platform/i18n/index.ts';
import type { RequestContext } from '../../web/route.ts';
import {
  appointmentBar,
  endPosting,
  enrolOfficer,
  insertAppointment,
  insertCall,
  insertLeave,
  keepsPost,
  officersByEmail,
} from './appointment-store.ts';
import type { AppointDraft, CallDraft, EndDraft, LeaveDraft } from './form.ts';
import { type Post, readPost } from './store.ts';

/** The post, if the officer who asks keeps it; else it is as if it were not there. */
export async function keptPost(context: RequestContext, officeId: string): Promise<Post | Refusal> {
  const post = await readPost(context, officeId);
  return post && (await keepsPost(context, officeId)) ? post : refuse('web.error.notFound');
}

/** An officer the directory does not know is entered first. Refused, naming the other, where the post is taken in that time. */
export async function appoint(context: RequestContext, post: Post, draft: AppointDraft): Promise<Refusal | null> {
  const { email, name, rank, orderedOn } = draft;
  if (orderedOn > dayOf(context.now)) return refuse('nodal-officers.error.orderInFuture', {}, 'orderedOn');
  const known = (await officersByEmail(context, [email.toLowerCase()])).get(email.toLowerCase());
  if (known?.isClosed) return refuse('nodal-officers.error.accountClosed', { name: known.name }, 'email');
  const bar = await appointmentBar(context, post.officeId, known?.officerId ?? null, draft.fromOn);
  if (bar) return refuse(`nodal-officers.error.${bar}`, { name: known?.name ?? '' }, 'email');
  if (!known && !name) return refuse('nodal-officers.error.nameNeeded', {}, 'name');
  if (known && name && known.name !== name) return refuse('nodal-officers.error.otherName', { name: known.name }, 'name');
  const officerId = known?.officerId ?? (await enrolOfficer(context, post.officeId, { name: name!, rank: rank ?? null, email }));
  await audit(context, 'write');
  const taken = await insertAppointment(context, post.officeId, { ...draft, officerId });
  if (!taken) return null;
  const facts = {
    name: [taken.rank, taken.name].filter(Boolean).join(' '),
    from: formatDay(context.view, taken.fromOn),
    to: taken.toOn ? formatDay(context.view, taken.toOn) : '',
  };
  if (taken.isSame) return refuse('nodal-officers.error.alreadyThere', facts, 'email');
  return refuse(taken.toOn ? 'nodal-officers.error.takenUntil' : 'nodal-officers.error.taken', facts, 'fromOn');
}

const ofPost = (post: Post, postingId: string): boolean => [post.holder, post.deputy].some((officer) => officer?.postingId === postingId);

export async function endAppointment(context: RequestContext, post: Post, draft: EndDraft): Promise<Refusal | null> {
  if (!ofPost(post, draft.postingId)) return refuse('nodal-officers.error.notOfPost', {}, 'postingId');
  await audit(context, 'write');
  return (await endPosting(context, post.officeId, draft)) ? null : refuse('nodal-officers.error.notEnded', {}, 'toOn');
}

export async function recordLeave(context: RequestContext, post: Post, draft: LeaveDraft): Promise<Refusal | null> {
  if (!ofPost(post, draft.postingId)) return refuse('nodal-officers.error.notOfPost', {}, 'postingId');
  if (draft.toOn < draft.fromOn) return refuse('nodal-officers.error.leaveEndsFirst', {}, 'toOn');
  await audit(context, 'write');
  await insertLeave(context, post.officeId, draft);
  return null;
}

/** The caller rang the number the public sees, and says whether the officer answered. */
export async function recordCall(context: RequestContext, post: Post, draft: CallDraft): Promise<Refusal | null> {
  if (!post.holder) return refuse('nodal-officers.error.nobodyToCall');
  if (!post.telephone) return refuse('nodal-officers.error.noTelephone');
  await audit(context, 'write');
  await insertCall(context, post.officeId, post.holder.postingId, draft.outcome === 'answered');
  return null;
}
