// The police nodes of a demonstration: one of each State and the grid, each with a key made from the demonstration's secret.
import { type Day, addDays, instantAt } from '../../src/kernel/time.ts';
import { demoNodeKey } from '../../src/modules/fir-exchange/trust/demo-key.ts';
import { GRID_NODE, nodeOfState } from '../../src/modules/fir-exchange/trust/node.ts';
import { states } from '../places/places.ts';
import type { RowBatch } from './row-batch.ts';

/** Below what a whole nation sends, and far above what one State does on its worst day. */
const MESSAGES_A_MINUTE = 20_000;
/** A demonstration's police speak when somebody plays them: not to have been played is no silence, and asks no State why. */
const SILENT_AFTER_MINUTES = 365 * 24 * 60;

export function writeNodes(batch: RowBatch, secret: string, today: Day): void {
  const at = instantAt(addDays(today, -30), '10:00');
  const all = [{ code: GRID_NODE, name: 'National grid', stateCode: null }, ...states.map((state) => ({ code: nodeOfState(state.code), name: `${state.name} Police`, stateCode: state.code }))]; // prettier-ignore
  for (const { code, name, stateCode } of all) {
    const { keyId, publicKey } = demoNodeKey(secret, code);
    batch.add('exchange_node', {
      code,
      name,
      state_code: stateCode,
      messages_a_minute: MESSAGES_A_MINUTE,
      silent_after_minutes: SILENT_AFTER_MINUTES,
      opened_at: at,
    });
    batch.add('exchange_node_key', {
      key_id: keyId,
      node_code: code,
      public_key: publicKey,
      valid_from: at,
      entered_at: at,
      confirmed_at: at,
    });
    for (const step of ['entered', 'confirmed']) batch.add('exchange_key_step', { key_id: keyId, step, at });
  }
}
