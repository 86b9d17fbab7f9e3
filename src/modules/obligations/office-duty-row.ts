// Duties of offices as offices, as lines of the desk: each with what was done about it and which offices were sent word of it.
import type { RequestContext } from '../../web/route.ts';
import { type DutyRow, dutyRows } from './duty-row.ts';
import { storiesOf } from './duty-story.ts';
import { type Reader, readerHere } from './reader.ts';
import type { OfficeDuty } from './store.ts';

export async function officeDutyRows(context: RequestContext, duties: readonly OfficeDuty[], reader?: Reader): Promise<DutyRow[]> {
  const storyOf = await storiesOf(
    context,
    'office',
    duties.map(({ journalId }) => journalId),
  );
  return dutyRows(context.view, duties, storyOf, reader ?? (await readerHere(context)));
}
