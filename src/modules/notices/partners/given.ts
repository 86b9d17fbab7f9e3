// What a partner may show now: live, vouched for, in its State and ages; and that it was given is noted, for the recall.
import type { Context } from '../../../platform/context.ts';
import type { Showing } from '../manifest/showing.ts';
import { type PublicNotice, listPublicNotices } from '../store.ts';
import { type Known, noteGiven } from './partner-store.ts';
import { isInScope } from './partner.ts';

/** Null: nothing may be shown just now. `most` newest. */
export async function giveTo(context: Context, showing: Showing, partner: Known, most: number): Promise<PublicNotice[] | null> {
  const shownNow = await showing(context);
  if (!shownNow) return null;
  const live = await listPublicNotices(context, { stateCode: partner.stateCode }, { after: null, limit: 2_000 });
  const given = live.filter((one) => shownNow.has(one.publicId) && isInScope(one, partner, context.now)).slice(0, most);
  await noteGiven(context, partner.id, given.map(({ publicId }) => publicId)); // prettier-ignore
  return given;
}
