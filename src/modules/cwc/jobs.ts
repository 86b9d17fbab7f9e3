// What the Committee's module does when something happens: a same-child judgement asks for production. What takes it back is heard too: judged the same again meanwhile, it asks anew.
import { announce } from '../../platform/live.ts';
import type { Context } from '../../platform/context.ts';
import { peekRecord, shareRecord } from '../children/index.ts';
import { type HappeningNews, type Listener, holdDiaries, readDiary, writeDiary } from '../diary/index.ts';
import { officeForPlace } from '../officers/index.ts';
import { carryOutTransfer } from './transfers/carry-out.ts';
import { type Pair, insertRequest, readPair } from './store.ts';

async function hear(context: Context, news: HappeningNews): Promise<void> {
  const entry = (await readDiary(context, news.recordId)).find((candidate) => candidate.entryId === news.entryId);
  if (entry?.happening !== 'match.judged' && entry?.happening !== 'match.judgementReversed') return;
  const known = await readPair(context, entry.facts.candidate);
  if (!known) return;
  // Both at once and in everybody's order, before anything is read or inserted: the group of the same pair is told at the same time.
  await holdDiaries(context, [known.missingId, known.foundId]);
  const pair = (await readPair(context, known.id)) ?? known; // as it stands now that nobody else judges
  if (pair.standing === 'same') await askForProduction(context, pair);
}

/** The file of the missing child opens to the Committee by its own office's judgement: else whoever registers a look-alike would open it to the own Committee. */
async function askForProduction(context: Context, pair: Pair): Promise<void> {
  const found = await peekRecord(context, { id: pair.foundId });
  if (found?.kind !== 'found') return; // a sighting is not a child in hand
  const cwc = await officeForPlace(context, 'cwc', found.districtCode);
  if (!cwc || !(await insertRequest(context, pair, cwc.id))) return;
  const missing = await peekRecord(context, { id: pair.missingId });
  await shareRecord(context, pair.missingId, cwc.id, missing?.officeId === pair.judgedIn ? 'production' : 'asked');
  await shareRecord(context, pair.foundId, cwc.id, 'production');
  const asked = { happening: 'identity.productionAsked', facts: { candidate: pair.id } } as const;
  await writeDiary(context, pair.foundId, asked);
  await writeDiary(context, pair.missingId, asked);
  await announce(context, { kind: 'duty', offices: [cwc.id, found.officeId], count: 1 });
}

export const listeners: Listener[] = [
  { name: 'cwc.askForProduction', happenings: ['match.judged', 'match.judgementReversed'], hear },
  { name: 'cwc.carryOutTransfer', happenings: ['inquiry.transferAccepted', 'inquiry.transferRefused'], hear: carryOutTransfer },
];
