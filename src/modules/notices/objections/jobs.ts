// The office that holds the child is told of what is said against its notice, woken where somebody says "I am not missing"; after a day the district's nodal officer.
import type { OfficeId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { intimate, settleIntimations } from '../../intimations/index.ts';
import { officeForPlace } from '../../officers/index.ts';
import { type Untold, takeAnswered, takeLate, takeUntold } from './objection-store.ts';

function tell(context: Context, officeId: OfficeId, { id, recordId, reference }: Untold, alarm: boolean): Promise<boolean> {
  const facts = { reference, link: `${context.tools.deskOrigin}/notice-objections` };
  return intimate(context, { officeId, template: 'noticeObjected', facts, alarm, about: { kind: 'notice-objection', id, recordId } });
}

/** Answers how many offices were told. */
export async function tellObjections(context: Context): Promise<number> {
  for (const id of await takeAnswered(context)) await settleIntimations(context, { kind: 'notice-objection', id });
  const [untold, late] = [await takeUntold(context), await takeLate(context)];
  for (const one of untold) await tell(context, one.officeId, one, one.kind === 'not-missing');
  for (const one of late) {
    const district = await officeForPlace(context, 'district-nodal', one.districtCode);
    if (district) await tell(context, district.id, one, true);
  }
  return untold.length + late.length;
}
