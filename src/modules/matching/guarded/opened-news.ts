// What is heard when a guarded record is opened to the other office of a pair: only then is that office asked to judge it, and its clock starts (P02).
import type { RecordId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import { type HappeningNews, type Listener, holdDiaries, readDiary, writeDiary } from '../../diary/index.ts';
import { readCandidate } from '../store.ts';

/** Of every pair the record was ever opened for: each is told once, so that hearing it twice says nothing new. */
async function hear(context: Context, { recordId }: HappeningNews): Promise<void> {
  for (const entry of await readDiary(context, recordId))
    if (entry.happening === 'match.opened') await tellOther(context, recordId, entry.facts.candidate);
}

async function tellOther(context: Context, openedId: RecordId, candidateId: string): Promise<void> {
  const candidate = await readCandidate(context, candidateId);
  if (!candidate || candidate.band === 'weak' || (candidate.standing !== 'open' && candidate.standing !== 'unsure')) return;
  const other = candidate.missingId === openedId ? candidate.foundId : candidate.missingId;
  await holdDiaries(context, [other]);
  const facts = { candidate: candidate.id, band: candidate.band };
  const told = (await readDiary(context, other)).some(
    (entry) => entry.happening === 'match.proposed' && entry.facts.candidate === facts.candidate && entry.facts.band === facts.band,
  );
  if (!told) await writeDiary(context, other, { happening: 'match.proposed', facts });
}

export const openedListener: Listener = { name: 'matching.opened', happenings: ['match.opened'], hear };
