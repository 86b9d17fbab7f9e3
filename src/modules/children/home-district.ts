// The district a child says is home must be one there is: the lists of our pages offer no other, a hand-made request may.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import { districtOf } from '../places/index.ts';

/** `prefix`: where this child's fields stand in the form, e.g. `children.0.`. */
export async function checkHomeDistrict(
  context: Context,
  draft: { homeDistrict?: string | undefined },
  prefix = '',
): Promise<Refusal | null> {
  if (!draft.homeDistrict || (await districtOf(context, draft.homeDistrict))) return null;
  return refuse('web.error.notAChoice', {}, `${prefix}homeDistrict`);
}
