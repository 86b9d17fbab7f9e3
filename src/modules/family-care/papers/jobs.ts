// A visit that found a child hurt in its foster family: the Committee and the protection unit are woken at once. The duty climbs further by itself.
import type { Context } from '../../../platform/context.ts';
import { peekRecord } from '../../children/index.ts';
import type { HappeningNews, Listener } from '../../diary/index.ts';
import { intimate } from '../../intimations/index.ts';
import { officeForPlace } from '../../officers/index.ts';

/** Also of a record that is closed because the child stays in care: its closing ends no such word. */
async function hear(context: Context, { recordId, entryId }: HappeningNews): Promise<void> {
  const record = await peekRecord(context, { id: recordId });
  if (!record) return;
  const link = `${context.tools.deskOrigin}/found/${record.reference}/family-care`;
  for (const kind of ['cwc', 'dcpu'] as const) {
    const office = await officeForPlace(context, kind, record.districtCode);
    const about = { kind: 'foster-abuse', id: entryId, recordId: record.closedAt === null ? record.id : null };
    if (office)
      await intimate(context, {
        officeId: office.id,
        template: 'actAtOnce',
        facts: { reference: record.reference, link },
        alarm: true,
        about,
      });
  }
}

export const listeners: readonly Listener[] = [{ name: 'familyCare.alarm', happenings: ['care.fosterAbuseFound'], hear }];
