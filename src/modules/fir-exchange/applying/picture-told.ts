// A photograph in a message: rendered anew and kept as any other. Shown to officers of the record alone until one of them lets it be published.
import type { RecordId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Context } from '../../../platform/context.ts';
import { addPhotograph, photographsOf } from '../../children/index.ts';
import { writeDiary } from '../../diary/index.ts';
import type { MissingChild } from '../messages/index.ts';

const SUPPLIED_BY = 'police-system';

/** Only while the police's system gave none: what an officer has chosen since stays in front. A picture that cannot be opened is left out, the child is not. */
export async function addPictureTold(
  context: Context,
  recordId: RecordId,
  picture: MissingChild['photograph'],
  kind: 'missing' | 'found' = 'missing',
): Promise<void> {
  if (!picture) return;
  const there = (await photographsOf(context, [recordId])).get(recordId) ?? [];
  if (there.some(({ suppliedBy }) => suppliedBy === SUPPLIED_BY)) return;
  const file = { field: 'photograph', bytes: Buffer.from(picture.base64, 'base64'), tooLarge: false };
  const added = await addPhotograph(context, recordId, file, { takenOn: picture.takenOn ?? null, suppliedBy: SUPPLIED_BY });
  if (isRefusal(added)) return;
  await writeDiary(context, recordId, { happening: `${kind}.photographAdded`, facts: {}, paper: { kind: 'photograph', id: added.id } });
}
