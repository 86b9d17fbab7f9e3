// A police node and a delivery of it with one message of a child, for tests of who may read what came. Answers the node's code.
import { sql } from 'kysely';
import { newId } from '../../src/kernel/ids.ts';
import { contentDigest } from '../../src/modules/fir-exchange/messages/index.ts';
import { keep, sealRaw } from '../../src/modules/fir-exchange/trust/kept.ts';
import { fir, station } from '../database/told.ts';
import { type Nation, secret } from '../database/tools.ts';

/** A silence of it, for its State to explain. */
export const SILENCE = '01930000-0000-7000-8000-00000000a11e';

export async function deliverOf(nation: Nation): Promise<string> {
  const { now } = nation.clock;
  const delivery = newId();
  const paperKey = `BR/BR-SAR/${station}/fir/2026/1`;
  const told = fir({ kind: 'fir', state: 'BR', district: 'BR-SAR', station, year: 2026, number: '1' });
  const digest = contentDigest(told);
  const { mark, sealed, outline } = keep({ secret }, { deliveryId: delivery, position: 1, paperKey, digest: digest.toString('hex') }, told);
  await sql`insert into exchange_node (code, name, state_code, messages_a_minute, silent_after_minutes, opened_at)
    values ('police-BR', 'Police of Bihar', 'BR', 1000, 720, ${now})`.execute(nation.admin);
  await sql`insert into exchange_node_key (key_id, node_code, public_key, valid_from, entered_at, confirmed_at)
    values ('police-BR:1', 'police-BR', decode(repeat('ab', 32), 'hex'), ${now}, ${now}, ${now})`.execute(nation.admin);
  await sql`insert into exchange_delivery (id, node_code, source, received_at, media_type, raw, digest, base, signature, key_id)
    values (${delivery}, 'police-BR', 'node', ${now}, 'application/json', ${sealRaw({ secret }, delivery, Buffer.from(JSON.stringify(told)))}, sha256('a child'), 'signed', 'sig1=::', 'police-BR:1')`.execute(
    nation.admin,
  );
  await sql`insert into exchange_message (delivery_id, position, node_code, message_id, type, version, received_at, paper_key, mark, sealed, outline, content_digest, state, next_at)
    values (${delivery}, 1, 'police-BR', ${newId()}, 'FIR.registered', 1, ${now}, ${paperKey}, ${mark}, ${sealed}, ${JSON.stringify(outline)}, ${digest}, 'received', ${now})`.execute(
    nation.admin,
  );
  return 'police-BR';
}

/** What that comes to: a paper of the missing child, what the police say of the child, what the station answers, and what the two tell differently, with its row. */
export async function tellOf(nation: Nation, recordId: string): Promise<void> {
  const station = nation.officer('station-in-charge Saran');
  await sql`insert into exchange_paper (paper_key, kind, state_code, district_code, station_code, station_id, year, number, opened_by_feed)
    values ('BR/BR-SAR/police-station-Saran/fir/2026/1', 'fir', 'BR', '220', 'PS', ${station.officeId}, 2026, '1', true)`.execute(
    nation.admin,
  );
  await sql`insert into exchange_paper_child values ('BR/BR-SAR/police-station-Saran/fir/2026/1', 1, ${recordId}, 1)`.execute(nation.admin);
  await sql`insert into exchange_report (message_id, paper_key, child_number, record_id, what, happened_at, message_sequence, since)
    select gen_random_uuid(), 'BR/BR-SAR/police-station-Saran/fir/2026/1', 1, ${recordId}, 'traced', ${nation.clock.now}, min(sequence), ${nation.clock.now} from exchange_message`.execute(
    nation.admin,
  );
  await sql`insert into exchange_answer values (gen_random_uuid(), ${recordId}, 'traced', 'denied', 'Another child', ${station.officerId}, ${station.officeId},
    ${nation.clock.now})`.execute(nation.admin);
  await sql`insert into exchange_difference values ('BR/BR-SAR/police-station-Saran/fir/2026/1', 1, 'sex', 'female', 'male', ${nation.clock.now})`.execute(
    nation.admin,
  );
  await sql`insert into exchange_message_act (id, message_sequence, act, words, officer_id, office_id, at)
    select gen_random_uuid(), min(sequence), 'raw-read', 'Mending', ${station.officerId}, ${station.officeId}, ${nation.clock.now} from exchange_message`.execute(
    nation.admin,
  );
  await sql`insert into exchange_mismatch (id, list, reason, subject, record_id, paper_key, station_id, state_code, district_code, since, opened_at)
    values (gen_random_uuid(), 'differs', 'sex', 'BR/BR-SAR/PS/fir/2026/1#1', ${recordId}, 'BR/BR-SAR/PS/fir/2026/1', ${station.officeId}, 'BR', '220', ${nation.clock.now},
      ${nation.clock.now})`.execute(nation.admin);
  await sql`insert into exchange_outgoing (message_id, node_code, paper_key, record_id, entry_id, content, created_at, next_at, state, reason)
    select gen_random_uuid(), 'police-BR', 'BR/BR-SAR/PS/fir/2026/1', ${recordId}, min(id::text)::uuid, json_build_object('body', json_build_object('what', 'record-opened', 'happenedAt', ${nation.clock.now}::text, 'recordedAt', ${nation.clock.now}::text, 'reference', 'MC')), ${nation.clock.now},
      ${nation.clock.now}, 'dead', 'refused-422' from diary_entry where record_id = ${recordId}`.execute(nation.admin);
  await sql`insert into exchange_outgoing_step (outgoing_sequence, step, officer_id, office_id, at) select sequence, 'replayed', ${station.officerId}, ${station.officeId},
    ${nation.clock.now} from exchange_outgoing`.execute(nation.admin);
  await sql`insert into exchange_silence (id, node_code, state_code, district_code, since, opened_at, office_id)
    values (${SILENCE}, 'police-BR', 'BR', '220', ${nation.clock.now}, ${nation.clock.now}, ${nation.officer('state-nodal-officer Saran').officeId})`.execute(
    nation.admin,
  );
  await sql`insert into exchange_list_end (list_id, record_id, paper_key, outcome, at)
    select id, ${recordId}, 'BR/BR-SAR/PS/fir/2026/1', 'stays', ${nation.clock.now} from exchange_list`.execute(nation.admin);
}

/** A list of FIRs the station read in. Answers its id. */
export async function listOf(nation: Nation): Promise<string> {
  const { officerId, officeId } = nation.officer('station-in-charge Saran');
  const id = newId();
  await sql`insert into exchange_list (id, officer_id, office_id, rows, row_count, read_at, forget_from)
    values (${id}, ${officerId}, ${officeId}, '[]', 0, ${nation.clock.now}, ${nation.clock.now})`.execute(nation.admin);
  return id;
}
