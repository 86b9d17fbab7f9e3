// What happened to another record and is told to the police of a missing child: a found child's production once, a sighting only by an officer's word.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RecordId, newId } from '../../../kernel/ids.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { asReporter } from '../../../platform/context.ts';
import { nation, publish, asha as typedAsha, startCase } from '../../../../tests/database/asha.ts';
import { asha, come, fir, found, paperNamed, settleAll } from '../../../../tests/database/told.ts';
import { anyone, noon, worker } from '../../../../tests/database/tools.ts';
import { openToldNodes } from '../../../../tests/exchange/listening-node.ts';
import { type NewEntry, writeDiary } from '../../diary/index.ts';
import { answerSighting } from '../../sightings/actions.ts';
import { type AnswerDraft, sightingSchema } from '../../sightings/form.ts';
import { takeSighting } from '../../sightings/told.ts';
import { childrenOfPapers } from '../applying/paper-store.ts';
import { type OutgoingMessage, paperKey } from '../messages/index.ts';
import { tellNodes } from './telling.ts';

beforeAll(async () => {
  await startCase();
  await openToldNodes(nation);
});
afterAll(() => nation.stop());

async function contents(recordId: RecordId): Promise<OutgoingMessage[]> {
  const { rows } = await sql<{
    content: OutgoingMessage;
  }>`select content from exchange_outgoing where record_id = ${recordId} order by sequence`.execute(nation.admin);
  return rows.map(({ content }) => content);
}
const whats = async (recordId: RecordId) => (await contents(recordId)).map(({ body }) => body.what).slice(1); // behind `record-opened`
const tell = (recordId: RecordId) => nation.ask(worker, (context) => tellNodes(context, recordId));

/** Later than all before it. */
async function write(recordIds: RecordId[], ...entries: NewEntry[]): Promise<void> {
  nation.clock.tick();
  for (const id of recordIds) await nation.ask(worker, (context) => writeDiary(context, id, ...entries));
}

async function pair(): Promise<{ missing: RecordId; foundId: RecordId; candidate: string }> {
  const [one, other] = [paperNamed(), paperNamed({ kind: 'general-diary' })];
  await come(nation, fir(one, { children: [asha] }));
  await come(nation, found(other));
  await settleAll(nation);
  const [missing, foundId] = (await nation.ask(worker, async (context) =>
    [...(await childrenOfPapers(context, [paperKey(one)])), ...(await childrenOfPapers(context, [paperKey(other)]))].map(
      ({ recordId }) => recordId,
    ),
  )) as [RecordId, RecordId];
  await tell(missing);
  return { missing, foundId, candidate: await pairOf(missing, foundId) };
}

async function pairOf(missing: RecordId, foundId: RecordId): Promise<string> {
  const candidate = newId();
  await sql`insert into match_candidate (id, missing_id, found_id, probability, total_bits, one_in, band, comparison, weights_version, missing_version, found_version, computed_at, standing)
    values (${candidate}, ${missing}, ${foundId}, 0.5, 1, 1, 'likely', '[]', 'test', 1, 1, ${noon}, 'open')`.execute(nation.admin);
  return candidate;
}

async function judgeSame({ missing, foundId, candidate }: Awaited<ReturnType<typeof pair>>): Promise<void> {
  await write([missing, foundId], { happening: 'match.judged', facts: { candidate, verdict: 'same' } });
  const { officerId, officeId } = nation.officer('investigating-officer Saran');
  await sql`insert into match_judgement (id, candidate_id, verdict, cited, reason, judged_by, office_id, judged_at, missing_version, found_version)
    values (${newId()}, ${candidate}, 'same', '{}', 'the burn', ${officerId}, ${officeId}, ${nation.clock.now}, 1, 1)`.execute(
    nation.admin,
  );
}
const produced: NewEntry = { happening: 'found.produced', facts: { sitting: 'committee' } };

describe('a found child produced before the Committee', () => {
  test('is told at once where somebody held it to be the child of the FIR before', async () => {
    const both = await pair();
    await judgeSame(both);
    await write([both.foundId], produced);
    await tell(both.foundId);
    expect(await whats(both.missing)).toEqual(['judged-same', 'produced']);
    await write([both.missing, both.foundId], { happening: 'identity.confirmed', facts: { candidate: both.candidate } });
    await tell(both.missing);
    await tell(both.foundId);
    expect(await whats(both.missing)).toEqual(['judged-same', 'produced', 'identity-confirmed']);
  });

  test('is told once the Committee confirms, and once, where the judgement came after it', async () => {
    const both = await pair();
    await write([both.foundId], produced);
    await judgeSame(both);
    await tell(both.foundId);
    await tell(both.missing);
    expect(await whats(both.missing)).toEqual(['judged-same']);
    await write([both.missing, both.foundId], { happening: 'identity.confirmed', facts: { candidate: both.candidate } });
    await tell(both.missing);
    await tell(both.foundId);
    expect(await whats(both.missing)).toEqual(['judged-same', 'identity-confirmed', 'produced']);
  });

  test('is told to nobody whose judgement was taken back before, or who was never held to be of it', async () => {
    const both = await pair();
    await judgeSame(both);
    await write([both.missing, both.foundId], { happening: 'match.judgementReversed', facts: { candidate: both.candidate } });
    await write([both.foundId], produced);
    await tell(both.foundId);
    const stranger = await pair();
    await write([stranger.foundId], produced);
    await tell(stranger.foundId);
    await tell(both.missing);
    expect(await whats(both.missing)).toEqual(['judged-same', 'judgement-reversed']);
    expect(await whats(stranger.missing)).toEqual([]);
  });

  test('is told of both FIRs of one node that it is held to be of, and once where the Committee wrote it in both diaries', async () => {
    const both = await pair();
    const second = { ...(await pair()), foundId: both.foundId };
    second.candidate = await pairOf(second.missing, second.foundId);
    await judgeSame(both);
    await judgeSame(second);
    await write([both.foundId, second.missing], produced);
    await tell(second.missing);
    await tell(both.foundId);
    expect([await whats(both.missing), await whats(second.missing)]).toEqual([['judged-same', 'produced'], ['judged-same', 'produced']]);
  });
}); // prettier-ignore

async function seen(noticePublicId?: string) {
  const told = sightingSchema.parse({
    seenOn: '2026-11-24',
    districtCode: '220',
    place: 'Nimtala ghat',
    seenWith: 'a man',
    noticePublicId,
  });
  const record = await nation.ask(anyone, async (context) => takeSighting(await asReporter(context, newId()), told));
  if (isRefusal(record)) throw new Error(record.code);
  return record;
}
const answer = (reference: Awaited<ReturnType<typeof seen>>['reference'], draft: AnswerDraft) =>
  nation.ask('duty-officer Saran', (context) => answerSighting(context, reference, draft));

describe('a sighting made from the notice of a child', () => {
  test('is told once an officer says that it was that child, as the bare happening, and never before', async () => {
    const record = await typedAsha();
    const notice = await publish(record);
    if (isRefusal(notice)) throw new Error(notice.code);
    const { rows } = await sql<{ publicId: string }>`select public_id from notice where record_id = ${record.id}`.execute(nation.admin);
    const [believed, unsaid, elsewhere] = [await seen(rows[0]!.publicId), await seen(rows[0]!.publicId), await seen()];
    for (const { id } of [believed, unsaid, elsewhere, record]) await tell(id);
    expect(await whats(record.id)).toEqual([]);
    expect(await answer(unsaid.reference, { answer: 'hoax', childOfNotice: true })).toMatchObject({ code: 'sightings.error.hoaxOfNotice' });
    expect(await answer(elsewhere.reference, { answer: 'child-found', childOfNotice: true })).toMatchObject({ field: 'childOfNotice' });
    await answer(unsaid.reference, { answer: 'child-found' });
    await answer(believed.reference, { answer: 'nobody-there', childOfNotice: true });
    for (const { id } of [unsaid, believed, believed, record]) await tell(id);
    expect(await whats(record.id)).toEqual(['sighting']);
    const [, message] = await contents(record.id);
    expect(Object.keys(message!.body).toSorted()).toEqual(['happenedAt', 'recordedAt', 'reference', 'what']);
    expect(JSON.stringify(message)).not.toMatch(/Nimtala|a man|nobody-there/);
    expect(message!.body.reference).toBe(record.reference);
  });
});
