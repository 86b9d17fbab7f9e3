// Figures of settling: messages a second that one worker settles out of a waiting pile, and statements for each, on the offices of the invented nation.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { sql } from 'kysely';
import { type Figure, atLeast, atMost, percentile } from '../../scripts/figures.ts';
import { seedNation } from '../../seed/index.ts';
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { addMinutes, systemClock } from '../../src/kernel/time.ts';
import { settleDue } from '../../src/modules/fir-exchange/index.ts';
import { inText } from '../../src/modules/fir-exchange/inbox/message-store.ts';
import { type PaperMessage, contentDigest, paperKey } from '../../src/modules/fir-exchange/messages/index.ts';
import { keep } from '../../src/modules/fir-exchange/trust/kept.ts';
import { readConfig } from '../../src/platform/config.ts';
import { type Context, type Db, inContext } from '../../src/platform/context.ts';
import { grantDoorLogins, kyselyOver, migrate, openPool, startEmbedded } from '../../src/platform/database/index.ts';
import { workedBy, workedByServer } from '../worked.ts';
import { seeded } from '../../tests/seeded.ts';

const PAPERS = 1_500;
const GOAL_A_SECOND = 300;
const SECRET = 'a secret of benches, long enough for one';

type Station = { code: string; districtCode: string; stateCode: string };

const names = ['Asha', 'Ravi', 'Puja', 'Imran', 'Lakshmi', 'Suraj', 'Meena', 'Salma', 'Gopal', 'Kiran', 'Anwar', 'Sita'];
const fathers = ['Ramesh Das', 'Mohan Lal', 'Abdul Karim', 'Suresh Yadav', 'Biju Nair', 'Hari Prasad'];

/** A realistic mix: of ten FIRs one names two children, four are told once more, two traced, one closed, one handed over. */
function messagesOf(stations: readonly Station[]): PaperMessage[] {
  const random = seeded(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const now = systemClock();
  return Array.from({ length: PAPERS }, (_, number) => {
    const at = pick(stations);
    const paper = {
      kind: 'fir',
      state: at.stateCode,
      district: at.districtCode,
      station: at.code,
      year: 2026,
      number: `9${number}`,
    } as const;
    const told = addMinutes(now, -300 + Math.floor(random() * 200));
    const heading = (sequence: number) => ({
      messageId: newId(),
      version: 1,
      node: `police-${at.stateCode}`,
      sentAt: addMinutes(told, 20 + sequence),
      eventAt: addMinutes(told, 10 + sequence),
      paper,
      rawNumber: `${at.stateCode}-${number}`,
      sequence,
    });
    const child = (childNumber: number) => ({
      childNumber,
      names: [{ text: pick(names) }],
      fatherNames: [{ text: pick(fathers) }],
      sex: random() < 0.6 ? 'female' : 'male',
      ageFrom: 5 + Math.floor(random() * 12),
      clothing: 'blue shirt',
      homeAddress: `Ward ${Math.floor(random() * 30)}`,
      languages: ['hi'],
      marks: [{ kind: 'mole', site: 'cheek' }],
      circumstance: 'lost',
      details: 'Went to the market and did not come back.',
    });
    const body = {
      informationReceivedAt: told,
      registeredAt: addMinutes(told, 10),
      actsAndSections: [{ act: 'BNS', section: '137(2)' }],
      informant: { name: pick(fathers), relation: 'father', telephone: `+9198${String(number).padStart(8, '0')}`, address: 'Station Road' },
      lastSeen: { at: addMinutes(told, -60), place: 'Market', district: at.districtCode },
      children: random() < 0.1 ? [child(1), child(2)] : [child(1)],
    };
    const all: unknown[] = [{ ...heading(1), type: 'FIR.registered', body }];
    const next = () => heading(all.length + 1);
    if (random() < 0.4)
      all.push({ ...next(), type: 'MissingPerson.updated', body: { child: { ...body.children[0]!, clothing: 'red shirt' } } });
    if (random() < 0.2)
      all.push({ ...next(), type: 'MissingPerson.traced', body: { childNumber: 1, tracedAt: addMinutes(told, 12), condition: 'alive' } });
    if (random() < 0.1) all.push({ ...next(), type: 'Case.closed', body: { closedAt: addMinutes(told, 13), outcome: 'recovered' } });
    if (random() < 0.1)
      all.push({ ...next(), type: 'Case.transferredToAHTU', body: { transferredAt: addMinutes(told, 13), reason: 'four-months' } });
    return all as PaperMessage[];
  }).flat();
}

async function pile(admin: Db, messages: readonly PaperMessage[]): Promise<void> {
  const byNode = Map.groupBy(messages, ({ node }) => node);
  for (const [node, own] of byNode) {
    const [delivery, now] = [newId(), systemClock()];
    await sql`insert into exchange_node (code, name, state_code, messages_a_minute, silent_after_minutes, opened_at)
      values (${node}, ${node}, ${node.slice(-2)}, 100000, 720, ${now}) on conflict do nothing`.execute(admin);
    await sql`insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest)
      values (${delivery}, ${node}, 'file', ${now}, 'application/x-ndjson', null, ${createHash('sha256').update(delivery).digest()})`.execute(
      admin,
    );
    const rows = own.map((content, at) => ({
      position: at + 1,
      id: content.messageId,
      type: content.type,
      sent: content.sentAt,
      event: content.eventAt,
      key: paperKey(content.paper),
      place: content.sequence,
      digest: contentDigest(content).toString('hex'),
      ...inText(
        keep(
          { secret: SECRET },
          { deliveryId: delivery, position: at + 1, paperKey: paperKey(content.paper), digest: contentDigest(content).toString('hex') },
          content,
        ),
      ),
    }));
    await sql`insert into exchange_message (delivery_id, position, node_code, message_id, type, version, sent_at, event_at, received_at, paper_key, paper_sequence,
        content_digest, mark, sealed, pictures, outline, state, next_at)
      select ${delivery}, position, ${node}, id, type, 1, sent, event, ${now}, key, place, decode(digest, 'hex'), decode(mark, 'base64'), decode(sealed, 'base64'),
        decode(pictures, 'base64'), outline, 'received', ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (position int, id uuid, type text, sent timestamptz, event timestamptz, key text, place int,
        digest text, mark text, sealed text, pictures text, outline jsonb)`.execute(admin);
  }
}

let statements = 0;
/** Every statement that goes to the server from this process. */
function countStatements(): void {
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function counted(this: pg.Client, ...parts: unknown[]) {
    statements += 1;
    return (query as (...parts: unknown[]) => unknown).apply(this, parts);
  } as typeof query;
}

export async function settlingFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vatsalya-settling-'));
  const server = await startEmbedded({ directory: join(folder, 'postgres') });
  try {
    await migrate(server.url);
    const logins = await grantDoorLogins(server.url);
    await seedNation({ adminUrl: server.url, children: 2_000, dataDirectory: folder, secret: SECRET, say: () => {} });
    const pool = openPool({ url: server.url, size: 2, applicationName: 'bench' });
    const admin = kyselyOver(pool);
    const { rows: stations } =
      await sql<Station>`select code, district_code, state_code from office where kind = 'police-station' order by code`.execute(admin);
    const messages = messagesOf(stations);
    await pile(admin, messages);
    await sql`analyze`.execute(admin);
    const config = readConfig({ DEMO: 'true', SECRET, DATA_DIRECTORY: folder });
    const { tools, close } = openTools('worker', config, logins.worker);
    const settle = (context: Context) => settleDue(context, { onFault: (fault) => { throw fault; } }); // prettier-ignore
    const asking = { actor: { kind: 'system', name: 'bench' }, ground: { name: 'exchange.settle', purpose: 'duty' } } as const;
    countStatements();
    const worked = () => [workedBy(process.pid), workedByServer(server.directory)] as const;
    const [here, there] = worked();
    const began = performance.now();
    const rounds: number[] = [];
    for (let settled = 1; settled > 0;) {
      const round = performance.now();
      settled = await inContext(tools, { ...asking, requestId: newId() }, settle);
      rounds.push(performance.now() - round);
    }
    const seconds = (performance.now() - began) / 1000;
    const [hereAfter, thereAfter] = worked();
    const { rows: left } = await sql<{
      state: string;
      n: number;
    }>`select state, count(*) as n from exchange_message group by state order by 1`.execute(admin);
    const applied = left.find(({ state }) => state === 'applied')?.n ?? 0;
    await close();
    await pool.end();
    return [
      atLeast('exchange.settling.messagesPerSecond', messages.length / seconds, 'messages/s', messages.length, GOAL_A_SECOND),
      atMost('exchange.settling.statementsPerMessage', statements / messages.length, 'statements', messages.length, null),
      atMost('exchange.settling.workerProcessor', (hereAfter - here) / messages.length, 'ms/message', messages.length, null),
      atMost('exchange.settling.databaseProcessor', (thereAfter - there) / messages.length, 'ms/message', messages.length, null),
      atMost('exchange.settling.transaction.p95', percentile(rounds, 0.95), 'ms', rounds.length, 1_000),
      atLeast('exchange.settling.applied', applied, 'messages', messages.length, messages.length),
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
