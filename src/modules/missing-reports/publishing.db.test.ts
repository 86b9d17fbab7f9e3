// Notices in the database: who may publish what, the offence that bars it, and the trace and the day that end it.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Day } from '../../kernel/time.ts';
import { anyone, worker } from '../../../tests/database/tools.ts';
import { expireNotices } from '../notices/index.ts';
import { findPublicNotice, liveNoticeOf } from '../notices/store.ts';
import { readDiary } from '../diary/index.ts';
import { registerFir } from './actions.ts';
import { barFromPublication } from './investigation.ts';
import { publishNotice } from './publication.ts';
import { askForCopies, endBarredNotices } from './jobs.ts';
import { writeComplaintBar } from './store.ts';
import { markTraced } from './outcome.ts';
import { kozhikode, nation, das, saran, startCase, as, register, asha, notice, publish, traced } from '../../../tests/database/asha.ts';

beforeAll(startCase);
afterAll(() => nation.stop());

test('published, traced, gone: in one transaction, with the diary saying why', async () => {
  const record = await asha();
  expect(isRefusal(await publish(record))).toBe(false);
  const { publicId } = (await as(das, (context) => liveNoticeOf(context, record.id)))!;
  const shown = await as(anyone, (context) => findPublicNotice(context, publicId));
  expect(shown).toMatchObject({
    gone: false,
    name: 'Asha',
    lastSeenOn: '2026-11-24',
    districtCode: saran,
    clothing: null,
    sex: null,
    photographFile: null,
  });
  await as(das, (context) => markTraced(context, record.reference, traced));
  expect(await as(anyone, (context) => findPublicNotice(context, publicId))).toMatchObject({ gone: true });
  const diary = await as(das, (context) => readDiary(context, record.id));
  expect(diary.filter(({ happening }) => happening === 'missing.noticeWithdrawn').map(({ facts }) => facts)).toEqual([
    { because: 'traced' },
  ]);
});

test('an offence takes the notice down and lets none up again', async () => {
  const record = await asha();
  await publish(record);
  await as(das, (context) => barFromPublication(context, record.reference, { because: 'offence' }));
  expect(await as(das, (context) => liveNoticeOf(context, record.id))).toBeUndefined();
  expect(await publish(record)).toMatchObject({ code: 'missing-reports.error.offenceLink' });
  const charged = await asha({ sections: 'BNS 137(2), POCSO 8' });
  expect(await publish(charged)).toMatchObject({ code: 'missing-reports.error.offenceLink' });
});

test('sections nobody can read let no notice up until an officer says what they are not; the word is kept', async () => {
  const record = await asha({ sections: 'अपहरण' });
  expect(await publish(record)).toMatchObject({ code: 'missing-reports.error.unclearSections', field: 'noSexualOffence' });
  expect(isRefusal(await publish(record, { noSexualOffence: true as never }))).toBe(false);
  const { rows } = await sql`select no_sexual_offence as said from notice where record_id = ${record.id}`.execute(nation.admin);
  expect(rows).toEqual([{ said: true }]);
  const charged = await asha({ sections: 'IPC 363 r/w 376' });
  await sql`update missing_report set offence_link = false where record_id = ${charged.id}`.execute(nation.admin); // as once misread
  expect(await publish(charged, { noSexualOffence: true as never })).toMatchObject({ code: 'missing-reports.error.offenceLink' });
});

test('a sexual offence in the FIR bars every child of the complaint, also one another station holds, and its notice ends', async () => {
  const unwritten = { paper: 'to-be-registered', paperNumber: undefined, paperOn: undefined, paperAt: undefined, sections: undefined };
  const [ram, lakshman] = await register({ ...unwritten, children: [{ childName: 'Ram' }, { childName: 'Lakshman' }] });
  await publish(lakshman!);
  const { officeId } = nation.officer('station-in-charge Kozhikode');
  await sql`update record set office_id = ${officeId}, district_code = ${kozhikode} where id = ${lakshman!.id}`.execute(nation.admin);
  const paper = {
    paper: 'fir',
    paperNumber: '901',
    paperOn: '2026-11-24' as Day,
    paperAt: '11:30',
    sections: 'BNS 137(2) r/w 65(1)',
  } as const;
  expect(isRefusal(await as(das, (context) => registerFir(context, ram!.reference, paper)))).toBe(false);
  const barred = await sql`select record_id from missing_report where offence_link and record_id in (${ram!.id}, ${lakshman!.id})`.execute(nation.admin); // prettier-ignore
  expect(barred.rows).toHaveLength(2);
  await as(worker, (context) => endBarredNotices(context, { recordId: ram!.id }));
  expect((await as(worker, (context) => readDiary(context, lakshman!.id))).at(-1)?.facts).toEqual({ because: 'offence-link' });
  const { rows } = await sql<{ id: string }>`select complaint_id as id from missing_report where record_id = ${ram!.id}`.execute(
    nation.admin,
  );
  const stranger = nation.officer('home-worker Kozhikode');
  await expect(as(stranger, (context) => writeComplaintBar(context, rows[0]!.id))).rejects.toMatchObject({ code: '42501' });
});

test.each([
  ['more than 90 days', { expiresOn: '2027-02-23' as Day }, 'expiresOn'],
  ['already over', { expiresOn: '2026-11-24' as Day }, 'expiresOn'],
  ['on the Committee’s authority', { authority: 'cwc' as never }, 'authority'],
])('a notice %s is refused at its field', async (_name, change, field) => {
  expect(await publish(await asha(), change)).toMatchObject({ refused: true, field });
});

test('only who may publish can', async () => {
  const record = await asha();
  const answer = await as({ ...das, role: 'duty-officer' }, (context) =>
    publishNotice(context, record.reference, { ...notice, fields: ['name'] }),
  );
  expect(answer).toMatchObject({ code: 'web.error.notFound' });
});

test('a notice past its last day is ended in the diary by the worker, and another may follow', async () => {
  const record = await asha();
  await publish(record, { expiresOn: '2026-11-25' as Day });
  expect(await as(worker, expireNotices)).toBe(0);
  nation.clock.later(48);
  expect(await as(worker, expireNotices)).toBe(1);
  const diary = await as(das, (context) => readDiary(context, record.id));
  expect(diary.at(-1)).toMatchObject({ happening: 'missing.noticeWithdrawn', facts: { because: 'expired' } });
  expect(isRefusal(await publish(record))).toBe(false);
  nation.clock.later(-48);
});

test('when a notice is taken down the family is asked to take its copies down; who left no telephone is not', async () => {
  const sent = async () => {
    const { rows } = await sql`select 1 from message where template = 'noticeWithdrawn'`.execute(nation.admin);
    return rows.length;
  };
  const before = await sent();
  for (const [change, messages] of [
    [{}, 1],
    [{ informantTelephone: undefined }, 1],
  ] as const) {
    const record = await asha(change);
    const news = { recordId: record.id, entryId: newId() };
    for (let heard = 0; heard < 2; heard += 1) await as(worker, (context) => askForCopies(context, news)); // a job may run twice
    expect((await sent()) - before).toBe(messages);
  }
});
