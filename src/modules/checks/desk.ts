// Private checks at the desk of the protection unit: who waits for a call, soonest due first; one check with the children found for it; the call written down.
import { isUuid } from '../../kernel/ids.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { momentOf, notBefore, whenNow } from '../../web/when.ts';
import { readRecords } from '../children/index.ts';
import type { FoundLike } from '../matching/index.ts';
import { readOffice, readOffices } from '../officers/index.ts';
import { districtOf } from '../places/index.ts';
import { endsCheck } from './check.ts';
import { type DeskCheck, callsWritten, checksSeen, endCheck, insertCall, pairsOfCheck } from './check-store.ts';
import { type CallDraft, callSchema } from './form.ts';
import { CheckPage, type PairShown } from './pages/check-page.tsx';
import { ListPage } from './pages/list-page.tsx';

const ground = { permission: 'check.read', purpose: 'identification' } as const;

const listRoute = page({
  ...ground,
  path: '/checks',
  audit: 'check.list',
  async answer(context) {
    const { view } = context;
    return show(view.t('checks.desk.title'), ListPage({ view, checks: await checksSeen(context) }));
  },
});

async function checkAsked(context: RequestContext, id: string): Promise<DeskCheck | Refusal> {
  const [check] = isUuid(id) ? await checksSeen(context, id) : [];
  return check ?? refuse('web.error.notFound');
}

/** Opening a pair reads the child's record, which is written down. */
async function pairsShown(context: RequestContext, checkId: string): Promise<PairShown[]> {
  const pairs = await pairsOfCheck(context, checkId);
  const records = new Map((await readRecords(context, pairs.map(({ recordId }) => recordId))).map((record) => [record.id, record])); // prettier-ignore
  const offices = await readOffices(context, [...records.values()].map(({ officeId }) => officeId)); // prettier-ignore
  return pairs.flatMap(({ recordId, comparison }) => {
    const record = records.get(recordId);
    if (!record) return [];
    const read = JSON.parse(context.tools.unseal(comparison)) as FoundLike['comparison'];
    return [{ record, officeName: offices.get(record.officeId)?.name ?? '', comparison: read }];
  });
}

function mayCall({ tools, actor }: RequestContext, check: DeskCheck): boolean {
  return actor.kind === 'officer' && tools.may(actor, 'check.call') && actor.officeId === check.officeId && check.endedAt === null;
}

async function writeCall(context: RequestContext, check: DeskCheck, draft: CallDraft): Promise<Refusal | null> {
  const { actor, now } = context;
  if (!mayCall(context, check) || actor.kind !== 'officer') return refuse('web.error.notFound');
  const at = momentOf(draft, now);
  if (isRefusal(at)) return at;
  const calledAt = notBefore(at, check.askedAt);
  if (calledAt === null) return refuse('checks.error.beforeAsked', {}, 'doneOn');
  await insertCall(context, check.id, { said: draft.said, calledAt, asked: draft.asked }, actor);
  if (endsCheck(draft.said)) await endCheck(context, check.id);
  return null;
}

const checkRoute = form({
  ...ground,
  path: '/checks/:check',
  audit: 'check.view',
  schema: callSchema,
  async show(context, { params, values, errors }) {
    const check = await checkAsked(context, params['check'] ?? '');
    if (isRefusal(check)) return check;
    const { view } = context;
    const body = CheckPage({
      view,
      check,
      form: { values: Object.keys(values).length > 0 ? values : whenNow(context.now), errors },
      calls: await callsWritten(context, check.id),
      pairs: await pairsShown(context, check.id),
      officeName: (await readOffice(context, check.officeId))?.name ?? '',
      districtName: (await districtOf(context, check.districtCode))?.name ?? '',
      mayCall: mayCall(context, check),
    });
    return show(check.code, body);
  },
  async save(context, { params, draft }) {
    const check = await checkAsked(context as RequestContext, params['check'] ?? '');
    if (isRefusal(check)) return check;
    const refusal = await writeCall(context as RequestContext, check, draft);
    return refusal ?? redirect('/checks', 'checks.done.called');
  },
});

export function deskRoutes(): Route[] {
  return [listRoute, checkRoute];
}
