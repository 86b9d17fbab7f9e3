// A sighting as told at a door: the district is typed by its first letters and settled before anything is stored.
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import type { Context } from '../../platform/context.ts';
import type { FormValues } from '../../web/route.ts';
import type { ChildRecord } from '../children/index.ts';
import { type District, districtsTyped, settleDistrict } from '../places/index.ts';
import { reportSighting } from './actions.ts';
import { type Told, districtFields } from './form.ts';

/** Districts to choose from when the form is drawn again. */
export function districtsIn(context: Context, values: FormValues): Promise<District[]> {
  const text = (name: string) => String(values[name] ?? '') || undefined;
  return districtsTyped(context, { typed: text('districtTyped'), chosen: text('districtCode') });
}

export async function takeSighting(context: Context, told: Told): Promise<ChildRecord | Refusal> {
  const { districtTyped: typed, districtCode: chosen, ...rest } = told;
  const district = await settleDistrict(context, { typed, chosen }, districtFields);
  return isRefusal(district) ? district : reportSighting(context, { ...rest, districtCode: district.code });
}
