// Somebody a child is kept from: 100 flagged children look to their own reporter as if nobody had ever reported them; a report made by the barred person never becomes public, wakes the Committee, and reads to them as any other.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Cookies, type TestDoor, openDoor } from '../../../tests/database/door.ts';
import { type Nation, anyone, startNation, worker } from '../../../tests/database/tools.ts';
import { routesOf } from '../../apps/citizen.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type Reference, makeReference } from '../../kernel/reference.ts';
import type { ChildRecord } from '../children/index.ts';
import { startCitizenSession } from '../citizens/index.ts';
import { complaintSchema } from '../missing-reports/form.ts';
import { registerComplaint } from '../missing-reports/index.ts';
import { publishNotice } from '../missing-reports/publication.ts';
import { recordBar } from './actions.ts';
import { barSchema } from './form.ts';
import { listeners } from './jobs.ts';

let nation: Nation;
let street: TestDoor;
const station = 'investigating-officer Saran' as const;
const his = '+919830099001';
const anybodys = '+919830099002';
const bar = (telephone?: string) => barSchema.parse({ ground: 'child-words', who: 'Mohan', because: 'I ran from him', ...(telephone ? { telephone } : {}) }); // prettier-ignore

beforeAll(async () => {
  nation = await startNation();
  street = await openDoor(nation, 'citizen', routesOf(nation.config));
});
afterAll(async () => {
  await street?.close();
  await nation?.stop();
});
let serial = 0;
beforeEach(() => sql`delete from request_budget`.execute(nation.admin));

/** Reported from a telephone, and so that telephone's to follow. */
async function reports(telephone: string, children: number): Promise<ChildRecord[]> {
  const told = {
    source: 'walk-in', receivedOn: '2026-11-24', receivedAt: '11:05', paper: 'fir', paperNumber: String(++serial), paperOn: '2026-11-24', paperAt: '11:30',
    lastSeenOn: '2026-11-23', lastSeenAt: '10:00', lastSeenDistrict: '220', informantTelephone: telephone,
    children: Array.from({ length: children }, () => ({ childName: 'Puja', ageFrom: '9', ageTo: '9', sex: 'female' })),
  }; // prettier-ignore
  const opened = await nation.ask(station, (context) => registerComplaint(context, complaintSchema.parse(told), []));
  const records = [opened].flat() as ChildRecord[];
  const key = nation.tools('citizen').keyedHash(telephone);
  await sql`update record set reporter_key = ${key} where id = any (${records.map(({ id }) => id)}::uuid[])`.execute(nation.admin);
  return records;
}

async function proved(telephone: string): Promise<Cookies> {
  const { name, value } = await nation.ask(anyone, (context) => startCitizenSession(context, telephone));
  return { [name]: value };
}

const masked = ({ status, body, headers }: Awaited<ReturnType<TestDoor['get']>>, reference: string): string =>
  `${status} ${String(headers['content-type'])} ${body.replaceAll(reference, 'REFERENCE').replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replaceAll(/nonce-?="?[\w+/=-]+/g, 'nonce')}`; // prettier-ignore

/** Every page of the citizen door that a reference leads to. */
const byReference = () => routesOf(nation.config).filter(({ path }) => path.includes(':reference'));
const at = (path: string, reference: string) => path.replace(':reference', reference).replace(/:\w+/g, 'a4.pdf');

test(
  '100 flagged children: every page a reference leads to answers their own reporter as for a report nobody made',
  { timeout: 240_000 },
  async () => {
    const flagged: ChildRecord[] = [];
    while (flagged.length < 100) flagged.push(...(await reports(anybodys, 5)));
    const cookies = await proved(anybodys);
    const paths = byReference().map(({ path }) => path);
    expect(paths).toContain('/my/:reference');
    expect((await street.get(`/my/${flagged[0]!.reference}`, cookies)).status).toBe(200); // control: not flagged yet
    for (const { reference } of flagged) expect(isRefusal(await nation.ask(station, (context) => recordBar(context, 'missing', reference, bar())))).toBe(false); // prettier-ignore
    const invented: Reference = makeReference('missing', 'BR', 2026, 999_999);
    let asked = 0;
    for (const path of paths) {
      const random = masked(await street.get(at(path, invented), cookies), invented);
      expect(random).toMatch(/^404/);
      for (const { reference } of flagged) {
        expect(masked(await street.get(at(path, reference), cookies), reference)).toBe(random);
        asked++;
      }
    }
    expect(asked).toBe(100 * paths.length);
  },
);

test('a barred person’s report, made before or after, is refused a notice, wakes the Committee of the child once, and reads to them byte for byte as anybody’s', async () => {
  const [child] = await reports('+919830099003', 1);
  const [before] = await reports(his, 1);
  const [others] = await reports('+919830099004', 1);
  const notice = {
    authority: 'police-tracing',
    orderNumber: '7',
    reasons: 'tracing',
    fields: ['name'],
    expiresOn: '2026-12-20',
    noSexualOffence: true,
  };
  const publish = async ({ reference }: ChildRecord) => {
    const answer = await nation.ask(station, (context) => publishNotice(context, reference, notice as never));
    return isRefusal(answer) ? answer.code : 'published';
  };
  expect(await publish(before!)).toBe('published');
  const shown = async () => (await sql<{ gone: boolean }>`select gone from public_notice`.execute(nation.admin)).rows;
  expect(await shown()).toEqual([{ gone: false }]);
  await nation.ask(station, (context) => recordBar(context, 'missing', child!.reference, bar(his)));
  expect(await shown()).toEqual([{ gone: true }]); // at once
  const [after] = await reports(his, 1);
  expect([await publish(before!), await publish(after!), await publish(others!)]).toEqual([
    'missing-reports.error.contactBarred',
    'missing-reports.error.contactBarred',
    'published',
  ]);
  await sql`update notice set withdrawn_at = authorised_at, withdrawn_because = 'corrected'`.execute(nation.admin);
  const hear = async ({ id }: ChildRecord) => {
    for (const listener of listeners) await nation.ask(worker, (context) => listener.hear(context, { recordId: id } as never));
  };
  for (const report of [after!, after!, others!]) await hear(report);
  const { rows } = await sql<{ line: string }>`select o.name || ' ' || i.template || ' ' || i.alarm as line from intimation i join office o on o.id = i.office_id
    where i.about_kind = 'contact-bar'`.execute(nation.admin); // prettier-ignore
  expect(rows).toEqual([{ line: 'cwc Saran barredAsked true' }]);
  const [mine, anothers] = [await street.get(`/my/${after!.reference}`, await proved(his)), await street.get(`/my/${others!.reference}`, await proved('+919830099004'))]; // prettier-ignore
  const withoutNotice = (page: string) => page.replaceAll(/<li>(?:(?!<\/li>).)*notice(?:(?!<\/li>).)*<\/li>/gis, '');
  expect(withoutNotice(masked(mine, after!.reference))).toBe(withoutNotice(masked(anothers, others!.reference)));
  expect(mine.status).toBe(200);
});
