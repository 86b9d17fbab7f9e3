// Watching who fell silent: a duty for the State's nodal officer, of the national grid for the nation's, which ends when what was silent speaks, or when the office says why.
import { newId } from '../../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../../kernel/refusal.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import type { Context, OfficerActor } from '../../../platform/context.ts';
import { writeJournal } from '../../journals/index.ts';
import { officesOfKind } from '../../officers/index.ts';
import type { ExplainDraft } from './form.ts';
import { districtIsSilent, silentSince } from './silence.ts';
import {
  type Silence,
  beginSilence,
  endSilence,
  explainSilence,
  holdWatch,
  openSilences,
  pastOf,
  readSilence,
  watchedDistricts,
  watchedNodes,
} from './silence-store.ts';

type Fallen = { nodeCode: string; stateCode: string | null; districtCode: string | null; since: Instant };

const nameOf = ({ nodeCode, districtCode }: Pick<Fallen, 'nodeCode' | 'districtCode'>): string => `${nodeCode} ${districtCode ?? ''}`;

/** In the caller's transaction, now and then. Of a node that is silent its districts are not asked one by one. */
export async function watchSilence(context: Context): Promise<void> {
  if (!(await holdWatch(context))) return;
  const { now } = context;
  const nodes = await watchedNodes(context);
  const districts = await watchedDistricts(context);
  const standing = await openSilences(context);
  const known = new Set(standing.map(nameOf));
  const fallen: Fallen[] = [];
  const silentNodes = new Set<string>();
  for (const node of nodes) {
    const since = silentSince(node, now);
    if (since === null) continue;
    silentNodes.add(node.code);
    fallen.push({ nodeCode: node.code, stateCode: node.stateCode, districtCode: null, since });
  }
  for (const district of districts) {
    if (silentNodes.has(district.nodeCode) || known.has(nameOf(district))) continue;
    if (!districtIsSilent(await pastOf(context, district), district.lastHeardAt, now)) continue;
    fallen.push({ ...district, since: district.lastHeardAt });
  }
  const heard = new Map<string, Instant | null>([
    ...nodes.map(({ code, lastHeardAt }) => [nameOf({ nodeCode: code, districtCode: null }), lastHeardAt] as const),
    ...districts.map((district) => [nameOf(district), district.lastHeardAt] as const),
  ]);
  await end(context, standing.filter((one) => hasSpoken(one, heard))); // prettier-ignore
  await begin(context, fallen.filter((one) => !known.has(nameOf(one)))); // prettier-ignore
}

/** Or is watched no longer: its node was closed. */
function hasSpoken(silence: Silence, heard: ReadonlyMap<string, Instant | null>): boolean {
  const last = heard.get(nameOf(silence));
  return last === undefined || (last !== null && last > silence.since);
}

async function begin(context: Context, fallen: readonly Fallen[]): Promise<void> {
  if (fallen.length === 0) return;
  const ofStates = await officesOfKind(context, 'state-nodal');
  const [national] = await officesOfKind(context, 'national-nodal');
  for (const one of fallen) {
    const isGrid = one.stateCode === null;
    const office = isGrid ? national : ofStates.find(({ stateCode }) => stateCode === one.stateCode);
    if (!office) continue; // a State without a nodal office has nobody to ask; its node's page says so
    const id = newId<'silence'>(milliseconds(context.now));
    await beginSilence(context, { ...one, id, officeId: office.id });
    await writeJournal(context, office.id, {
      happening: isGrid ? 'office.gridFellSilent' : 'office.policeFellSilent',
      facts: { reference: id },
    });
  }
}

async function end(context: Context, silences: readonly Silence[]): Promise<void> {
  for (const { id, officeId } of silences) {
    await endSilence(context, id);
    await writeJournal(context, officeId, { happening: 'office.policeSpoke', facts: { reference: id } });
  }
}

/** A silence the reader's own office answers for. */
export async function silenceToExplain(context: Context, actor: OfficerActor, id: string): Promise<Silence | Refusal> {
  const silence = /^[0-9a-f-]{36}$/.test(id) ? await readSilence(context, id) : null;
  return silence && silence.officeId === actor.officeId ? silence : refuse('web.error.notFound');
}

/** That a whole nation had no case is no answer by itself: somebody looked, and says where. */
const isGridWithoutCases = ({ stateCode }: Silence, reason: ExplainDraft['reason']): boolean => stateCode === null && reason === 'no-cases';

/** The office says why: the duty ends, and the silence stands with its reason until it is over. */
export async function explain(context: Context, actor: OfficerActor, id: string, { reason, words }: ExplainDraft): Promise<Refusal | null> {
  const silence = await silenceToExplain(context, actor, id);
  if (isRefusal(silence)) return silence;
  if (isGridWithoutCases(silence, reason) && words === undefined) return refuse('silence.error.nationInWords', {}, 'words');
  if (!(await explainSilence(context, id, reason, words ?? null, actor.officerId))) return refuse('silence.error.explained');
  await writeJournal(context, actor.officeId, { happening: 'office.silenceExplained', facts: { reference: id } });
  return null;
}
