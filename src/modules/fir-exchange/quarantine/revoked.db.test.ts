// A key revoked takes back what it mended: what waited for a person and was said anew under it asks a person again.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMinutes } from '../../../kernel/time.ts';
import { nation } from '../../../../tests/database/asha.ts';
import type { TestDoor } from '../../../../tests/database/door.ts';
import { openPoliceDesk, ourPaper, rowOf, wait } from '../../../../tests/database/police-desk.ts';
import { became, fir, settleAll, come, traced } from '../../../../tests/database/told.ts';
import { noon } from '../../../../tests/database/tools.ts';
import { revokeKey } from '../trust/keys-store.ts';

let desk: TestDoor;
const state = 'state-nodal-officer Saran';
beforeAll(async () => {
  desk = await openPoliceDesk();
  await sql`insert into exchange_node_key (key_id, node_code, public_key, valid_from, entered_at, confirmed_at)
    values ('stolen', 'police-BR', ${Buffer.alloc(32, 7)}, ${noon}, ${noon}, ${noon}), ('other', 'police-BR', ${Buffer.alloc(32, 8)}, ${noon}, ${noon}, ${noon})`.execute(
    nation.admin,
  );
});
afterAll(async () => {
  await desk?.close();
  await nation?.stop();
});

/** As if the message had come under that key. */
const under = (keyId: string, { messageId }: { messageId: string }) =>
  sql`update exchange_delivery d set key_id = ${keyId} from exchange_message m where m.delivery_id = d.id and m.message_id = ${messageId}`.execute(
    nation.admin,
  );
const revoke = (keyId: string) => nation.ask(state, (context) => revokeKey(context, keyId, 'stolen'));
const listed = async (path: string) => (await desk.get('/exchange/quarantine', state)).body.includes(`${path}"`);

test('under another paper’s key, and under the same; what another key mended stays mended', async () => {
  await sql`alter table exchange_delivery disable trigger exchange_delivery_kept`.execute(nation.admin);
  const mended = async (keyId: string) => {
    const paper = ourPaper();
    const rawNumber = `BR-RAW-${paper.number}`;
    const astray = fir({ ...paper, station: 'PS-BR-SAR-77' }, {}, { rawNumber });
    const path = await wait(astray);
    const right = fir(paper, {}, { rawNumber });
    const bad = traced(paper, 2, { sentAt: addMinutes(noon, -20) }, 7);
    const good = traced(paper, 2, { sentAt: addMinutes(noon, -10) });
    for (const message of [right, bad, good]) {
      await come(nation, message);
      await under(keyId, message);
      await settleAll(nation);
    }
    return { paths: [path, await rowOf(bad)], messages: [astray, bad] };
  };
  const [stolen, other] = [await mended('stolen'), await mended('other')];
  for (const { paths, messages } of [stolen, other]) {
    expect(await became(nation, ...messages)).toEqual(['quarantined unknown-station', 'ignored sent-anew']);
    for (const path of paths) expect(await listed(path)).toBe(false);
  }
  expect(await revoke('stolen')).toBe(true);
  expect(await became(nation, ...stolen.messages)).toEqual(['quarantined unknown-station', 'quarantined unknown-child']);
  expect(await became(nation, ...other.messages)).toEqual(['quarantined unknown-station', 'ignored sent-anew']);
  for (const path of other.paths) expect(await listed(path)).toBe(false);
  for (const path of stolen.paths) {
    expect(await listed(path)).toBe(true);
    expect((await desk.get(path, state)).body).toContain('The key that signed that message was revoked');
    expect((await desk.get(path, state, 'hi')).body).toContain('रद्द हुई');
  }
  // Whatever comes of the paper later, under a key that stands, does not hide it again by what the stolen key said.
  const later = traced({ ...ourPaper(), number: String(Number(stolen.messages[1]!.paper.number)) }, 3);
  await come(nation, later);
  await settleAll(nation);
  expect(await became(nation, ...stolen.messages, later)).toEqual(['quarantined unknown-station', 'quarantined unknown-child', 'applied']);
});
