// What the family remembers later: their own words beside the record, for the officer to read and to work into the description.
import type { Context } from '../../platform/context.ts';
import { type ChildRecord, auditWrite } from '../children/index.ts';
import { writeDiary } from '../diary/index.ts';
import { insertNote } from './store.ts';

/** Changes no field by itself: an officer decides what in the description it corrects. */
export async function addByFamily(context: Context, record: ChildRecord, text: string): Promise<void> {
  await auditWrite(context, record.id);
  await writeDiary(context, record.id, {
    happening: 'record.corrected',
    facts: { field: 'familyRemembered' },
    paper: await insertNote(context, record.id, text),
  });
}
