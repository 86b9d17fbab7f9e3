// Where a child in care lives, on the page of the found child: the home, since when, whether away, and what the home may record next.
import type { RequestContext } from '../../../web/route.ts';
import type { ChildRecord, RecordPanel } from '../../children/index.ts';
import { readOffices } from '../../officers/index.ts';
import { staysOf } from '../nights/overnight-store.ts';
import { ResidencePanel } from './pages/residence-panel.tsx';
import { nextActs } from './residence.ts';
import { absencesOf, openTransfer, residencesOf, siblingsOf } from './store.ts';

async function draw(context: RequestContext, record: ChildRecord) {
  const { view, tools, actor } = context;
  if (actor.kind !== 'officer' || !tools.may(actor, 'resident.read')) return null;
  const stays = await residencesOf(context, record.id);
  const open = stays.find(({ leftAt }) => leftAt === null);
  const transfer = (await openTransfer(context, record.id)) ?? null;
  const mayAct = tools.may(actor, 'resident.act');
  const lives = open?.officeId === actor.officeId;
  const mayAdmit = mayAct && !open && !transfer && record.status !== 'restored' && record.status !== 'closed';
  const nights = await staysOf(context, record.id);
  if (stays.length + nights.length === 0 && !mayAdmit && !transfer) return null;
  const absences = await absencesOf(context, record.id);
  const away = absences.find(({ backAt, residenceId }) => backAt === null && residenceId === open?.id) ?? null;
  const siblings = await siblingsOf(context, record.id);
  const names = await readOffices(context, siblings.flatMap(({ homeId }) => homeId ?? [])); // prettier-ignore
  return ResidencePanel({
    view,
    reference: record.reference,
    stays,
    absences,
    away,
    transfer,
    siblings: siblings.map(({ homeId }) => (homeId ? (names.get(homeId)?.name ?? '') : null)),
    acts: mayAct && lives ? nextActs(away?.kind ?? null, transfer !== null) : [],
    mayAdmit,
    nights,
    mayKeep: mayAdmit && record.officeId === actor.officeId && !nights.some(({ endedAt }) => endedAt === null),
    mayHandOver: mayAct && record.officeId === actor.officeId && nights.some(({ endedAt }) => endedAt === null),
    mayWithdraw: mayAct && lives && transfer !== null,
    mayAnswer: mayAct && transfer?.toOfficeId === actor.officeId,
  });
}

export const residentPanels: readonly RecordPanel[] = [{ kinds: ['found'], place: 'main', draw }];
