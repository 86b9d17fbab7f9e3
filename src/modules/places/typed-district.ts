// A district told in a few letters, without JavaScript: the one that fits, or the list to choose from.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import type { District } from './place.ts';
import { districtOf, findDistricts } from './store.ts';

/** `typed` as letters, `chosen` as a code from the list shown before. */
export type TypedDistrict = { typed: string | undefined; chosen: string | undefined };
/** Names of the two fields, to say beside which one something is wrong. */
export type DistrictFields = { typed: string; chosen: string };

/** Districts to choose from: those that fit what was typed, or the one chosen before. */
export async function districtsTyped(context: Context, { typed, chosen }: TypedDistrict): Promise<District[]> {
  if (typed) return findDistricts(context, typed);
  const before = await districtOf(context, chosen ?? '');
  return before ? [before] : [];
}

/** The district chosen from the list, or the only one that fits what was typed. Otherwise asks again, with the list. */
export async function settleDistrict(
  context: Context,
  { typed, chosen }: TypedDistrict,
  fields: DistrictFields,
): Promise<District | Refusal> {
  const found = typed ? await findDistricts(context, typed) : [];
  const before = chosen ? await districtOf(context, chosen) : undefined;
  if (before && (!typed || found.some(({ code }) => code === before.code))) return before;
  const exact = found.filter(({ name, nativeName }) => [name, nativeName].some((text) => text?.toLowerCase() === typed?.toLowerCase()));
  const only = exact.length === 1 ? exact : found;
  if (only.length === 1) return only[0]!;
  return found.length === 0 ? refuse('places.error.unknown', {}, fields.typed) : refuse('places.error.several', {}, fields.chosen);
}
