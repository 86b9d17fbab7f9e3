// Who can answer for an office: its officers in post whose role acknowledges alerts or has duties of its own.
import type { Context } from '../../platform/context.ts';
import { type InPost, type OfficeKind, may, officersInPost } from '../officers/index.ts';

function mayAnswer({ role, officeId, officeKind }: InPost): boolean {
  const actor = { kind: 'officer', role, officeId, officeKind: officeKind satisfies OfficeKind } as Parameters<typeof may>[0];
  return may(actor, 'alert.acknowledge') || may(actor, 'duties.read');
}

/** Each once at each office, heads first. */
export async function whoAnswers(context: Context, officeIds: readonly string[]): Promise<InPost[]> {
  const once = new Map<string, InPost>();
  for (const one of await officersInPost(context, officeIds)) {
    const key = `${one.officeId} ${one.officerId}`;
    if (mayAnswer(one) && !once.has(key)) once.set(key, one);
  }
  return [...once.values()];
}
