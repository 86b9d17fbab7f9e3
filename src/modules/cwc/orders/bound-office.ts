// Which office an order binds: one that sees the child already, or the Committee a child is transferred to.
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import type { ChildRecord } from '../../children/index.ts';
import { type Office, officesServing, readOffice } from '../../officers/index.ts';
import type { OrderDraft } from './form.ts';

/** Offices an order may be addressed to: the child protection unit and the juvenile police of the district, and where the child is. */
export async function bindable(context: Context, record: Pick<ChildRecord, 'officeId' | 'districtCode'>): Promise<Office[]> {
  const serving = await officesServing(context, ['dcpu', 'children-home', 'juvenile-police-unit'], [record.districtCode]);
  const own = await readOffice(context, record.officeId);
  return own && own.kind !== 'cwc' && !serving.some(({ id }) => id === own.id) ? [...serving, own] : serving;
}

export async function boundOffice(
  context: Context,
  record: ChildRecord,
  { toOffice, toCommittee }: Pick<OrderDraft, 'toOffice' | 'toCommittee'>,
): Promise<Office | null | Refusal> {
  if (toCommittee) {
    const committee = await readOffice(context, toCommittee);
    const known = committee?.kind === 'cwc' && committee.districtCode !== record.districtCode;
    return known ? committee : refuse('web.error.notAChoice', {}, 'toCommittee');
  }
  if (!toOffice) return null;
  return (await bindable(context, record)).find(({ id }) => id === toOffice) ?? refuse('web.error.notAChoice', {}, 'toOffice');
}
