// Holding a flood: what is over what a paper or a station may have in a day waits, and the State's nodal officer (where there is none, the nation's) is told, once a day, of whose node it is, and the station.
import { addHours, dayOf } from '../../../kernel/time.ts';
import type { Context } from '../../../platform/context.ts';
import { intimate } from '../../intimations/index.ts';
import { officesOfKind } from '../../officers/index.ts';
import { officesByCode } from '../applying/paper-store.ts';
import { isFull, newOfNode, opens, papersLeft } from './ceilings.ts';
import { stationPasts } from './flood-store.ts';
import type { Settled, Stored } from './settle-store.ts';

/** How often what is held is looked at again. */
const HELD_HOURS = 6;

type Due = { paperKey: string; fresh: Stored[]; node: string; state: string; station: string };

function dueOf(paperKey: string, messages: readonly Stored[]): Due[] {
  const fresh = newOfNode(messages);
  const [state, , station] = paperKey.split('/');
  return fresh[0] ? [{ paperKey, fresh, node: fresh[0].node, state: state!, station: station! }] : [];
}

/** Of these papers those that wait, whole: nothing of them is judged. `isOpened`: a paper the portal has is no new one. In the caller's transaction. */
export async function holdFloods(context: Context, byPaper: ReadonlyMap<string, Stored[]>, isOpened: (paperKey: string) => boolean): Promise<Map<string, Settled[]>> {
  const due = [...byPaper].flatMap(([paperKey, messages]) => dueOf(paperKey, messages)).filter(({ fresh }) => !isReleased(fresh));
  const opening = due.filter(({ paperKey, fresh }) => !isOpened(paperKey) && opens(fresh));
  const [nodes, stations] = [new Set(opening.map(({ node }) => node)), new Set(opening.map(({ station }) => station))];
  const pasts = await stationPasts(context, [...nodes], [...stations]);
  const left = new Map([...stations].map((code) => [code, papersLeft(pasts.get(code) ?? { recent: 0, busiest: 0 })]));
  const held = due.filter((one) => {
    if (!opening.includes(one)) return isFull(byPaper.get(one.paperKey)!, context.now);
    const more = left.get(one.station)!;
    left.set(one.station, more - 1);
    return more <= 0;
  });
  for (const code of new Set(held.map(({ station }) => station))) await tellStation(context, code);
  for (const [node, { state }] of new Map(held.map((one) => [`${one.node} ${one.state}`, one]))) await tellOf(context, node.split(' ')[0]!, state);
  return new Map(held.map(({ paperKey, fresh }) => [paperKey, fresh.map((one) => heldUntil(context, one))]));
} // prettier-ignore

/** Let through by a person, while the key it came under stands. */
const isReleased = (fresh: readonly Stored[]): boolean => fresh.every(({ released, keyRevoked }) => released && !keyRevoked);

/** A key that was revoked meanwhile opens nothing: what is held of it goes to a person. */
function heldUntil({ now }: Context, { row, attempts, keyRevoked }: Stored): Settled {
  return keyRevoked
    ? { row, state: 'quarantined', reason: 'key-revoked', facts: null, attempts, nextAt: null }
    : { row, state: 'parked', reason: 'flood', facts: null, attempts, nextAt: addHours(now, HELD_HOURS) };
}

/** One matter a node and day: whoever answers for the node can revoke its key. An alarm: behind a flood that is no real one true FIRs wait. */
async function tellOf(context: Context, node: string, state: string): Promise<void> {
  const ofState = (await officesOfKind(context, 'state-nodal')).find(({ stateCode }) => stateCode === state);
  const office = ofState ?? (await officesOfKind(context, 'national-nodal'))[0];
  if (!office) return;
  await intimate(context, {
    officeId: office.id,
    template: 'policeHeld',
    facts: { reference: node, link: `${context.tools.deskOrigin}/exchange/nodes/${node}` },
    alarm: true,
    about: { kind: 'exchange-flood', id: `${node} ${dayOf(context.now)}`, recordId: null },
  });
}

/** The station too, once a day: it knows whether they are its own, and lets a true one through by a look. */
async function tellStation(context: Context, code: string): Promise<void> {
  const station = (await officesByCode(context, [code])).get(code);
  if (!station) return;
  await intimate(context, {
    officeId: station.id,
    template: 'stationHeld',
    facts: { reference: station.name, link: `${context.tools.deskOrigin}/exchange/quarantine` },
    alarm: true,
    about: { kind: 'exchange-flood-station', id: `${code} ${dayOf(context.now)}`, recordId: null },
  });
}
