// What the worker does with private checks: compares each with the children found, tells the unit that calls back, and the district when nobody called.
import type { OfficeId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import type { Kept } from '../../platform/retention.ts';
import { peekRecords, toDescription } from '../children/index.ts';
import { alarmIfBarred } from '../contact-bars/index.ts';
import { intimate, settleIntimations } from '../intimations/index.ts';
import { foundLike } from '../matching/index.ts';
import { officeForPlace } from '../officers/index.ts';
import {
  type NewPair,
  type Telling,
  insertPairs,
  takeEnded,
  takeLate,
  takeUncompared,
  takeUntold,
  takeUntoldPairs,
} from './comparing-store.ts';

/** Compares one check with every open record of a found child. Whether there was one to compare. `registerHeld` before the transaction is opened. */
export async function compareNextCheck(context: Context): Promise<boolean> {
  const check = await takeUncompared(context);
  if (!check) return false;
  await alarmIfBarred(context, [check.telephoneKey], { kind: 'check', id: check.id, at: check.askedAt });
  const { told } = check;
  const circumstances = { happenedOn: told.lastSeenOn, districtCode: told.lastSeenDistrict };
  const found = await foundLike(context, toDescription(told, told.lastSeenOn, 'told'), circumstances);
  const records = new Map((await peekRecords(context, found.map(({ recordId }) => recordId))).map((record) => [record.id, record])); // prettier-ignore
  const pairs: NewPair[] = [];
  for (const { recordId, comparison } of found) {
    const record = records.get(recordId);
    const unit = record && (await officeForPlace(context, 'dcpu', record.districtCode));
    if (unit)
      pairs.push({
        checkId: check.id,
        recordId,
        officeId: unit.id,
        comparison: JSON.stringify(comparison),
        bits: comparison.totalBits,
      });
  }
  await insertPairs(context, pairs);
  return true;
}

function tell(
  context: Context,
  officeId: OfficeId,
  { id, code }: Telling,
  template: 'checkAsked' | 'checkLate' | 'checkFound',
): Promise<boolean> {
  const facts = { reference: code, link: `${context.tools.deskOrigin}/checks/${id}` };
  return intimate(context, { officeId, template, facts, alarm: template === 'checkLate', about: { kind: template, id, recordId: null } });
}

/** Answers how many offices were told. */
export async function tellChecks(context: Context): Promise<number> {
  for (const id of await takeEnded(context))
    for (const kind of ['checkAsked', 'checkLate', 'checkFound']) await settleIntimations(context, { kind, id });
  const [untold, found, late] = [await takeUntold(context), await takeUntoldPairs(context), await takeLate(context)];
  for (const one of untold) await tell(context, one.officeId, one, 'checkAsked');
  for (const one of found) await tell(context, one.officeId, one, 'checkFound');
  for (const one of late) {
    const district = await officeForPlace(context, 'district-nodal', one.districtCode);
    if (district) await tell(context, district.id, one, 'checkLate');
  }
  return untold.length + found.length + late.length;
}

/** As a sighting nobody acted on (security.md, Retention). */
export const kept: readonly Kept[] = [{ table: 'private_check', since: 'asked_at', hours: 90 * 24 }];
