// The demonstration's sign-in: any invented officer, with one press. It answers nothing outside a demonstration.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { officerOfPosting } from './account-store.ts';
import { type SignedIn, finishSignIn } from './sign-in.ts';

export async function signInAsDemoOfficer(
  context: Context,
  postingId: string,
  cookies: Record<string, string>,
): Promise<SignedIn | Refusal> {
  if (!context.tools.demo) return refuse('web.error.notFound');
  const officerId = await officerOfPosting(context, postingId);
  return officerId ? finishSignIn(context, { officerId, postingId, method: 'demo', cookies }) : refuse('web.error.notFound');
}
