// The desk's pages of placings: the district's, a child's, one placing, and its forms.
import { readReference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { absenceStopsAfterDays, schemeOn } from '../../law/index.ts';
import { type Params, type RequestContext, type Route, page, show } from '../../web/route.ts';
import { childName, readDescriptions, readRecords } from '../children/index.ts';
import { readFamily } from './families/family-store.ts';
import { handOffsOf } from './hand-offs/hand-off-store.ts';
import { ChildPage } from './pages/child-page.tsx';
import { DistrictPage } from './pages/district-page.tsx';
import { PlacingPage } from './pages/placing-page.tsx';
import { mayBegin, mayWritePaper } from './papers/actions.ts';
import { paperKinds } from './papers/paper-fields.ts';
import { papersOf } from './papers/paper-store.ts';
import { type Due, duesOf } from './payments/payment.ts';
import { paymentsOf } from './payments/payment-store.ts';
import { lastReview } from './placings/jobs.ts';
import { type OpenedChild, openChild } from './placings/opening.ts';
import { type Placing, signsOf, stateOf } from './placings/placing.ts';
import { livesInHome, openPlacings } from './placings/placing-store.ts';
import { fileOfChild } from './schemes/file-of-child.ts';
import { fittings } from './schemes/fitting.ts';

const SHOWN = 500;

export async function seenChild(context: RequestContext, params: Params): Promise<OpenedChild | Refusal> {
  const reference = readReference(params['reference'] ?? '');
  return reference ? openChild(context, reference) : refuse('web.error.notFound');
}

export async function titled({ view }: RequestContext, key: string, { description }: Pick<OpenedChild, 'description'>): Promise<string> {
  return view.t(key, { name: childName(view, description) });
}

export function duesOfPlacing(
  { fromOn, toOn, endedOn, pays, amount }: Placing,
  payments: Parameters<typeof duesOf>[1],
  context: RequestContext,
): Due[] {
  return fromOn !== null && pays !== null && amount !== null
    ? duesOf({ fromOn, toOn, endedOn, pays, amount }, payments, dayOf(context.now))
    : [];
}

async function signsSeen(
  context: RequestContext,
  placing: Placing,
  inHome: boolean,
  age: NonNullable<OpenedChild['description']>['age'] | null,
) {
  const scheme = stateOf(placing) === 'running' ? schemeOn(placing.kind, dayOf(context.now)) : undefined;
  if (!scheme) return [];
  const review = placing.kind === 'sponsorship' ? await lastReview(context, placing) : null;
  return signsOf(scheme.stops, absenceStopsAfterDays, { today: dayOf(context.now), age, livesInHome: inHome, review });
}

const districtRoute = page({
  path: '/family-care',
  permission: 'familyCare.read',
  audit: 'familyCare.district',
  purpose: 'care',
  async answer(context) {
    const { view } = context;
    const placings = await openPlacings(context, SHOWN);
    const records = new Map(
      (await readRecords(context, [...new Set(placings.map(({ recordId }) => recordId))])).map((record) => [record.id, record]),
    );
    const ids = [...records.keys()];
    const [descriptions, payments, inHome] = [
      await readDescriptions(context, ids),
      await paymentsOf(context, ids),
      await livesInHome(context, ids),
    ];
    const rows = placings.flatMap((placing) => {
      const record = records.get(placing.recordId);
      return record ? [{ placing, reference: record.reference, name: childName(view, descriptions.get(record.id)) }] : [];
    });
    const signs = [];
    for (const row of rows) {
      const seen = await signsSeen(
        context,
        row.placing,
        inHome.has(row.placing.recordId),
        descriptions.get(row.placing.recordId)?.age ?? null,
      );
      if (seen.length > 0) signs.push({ ...row, signs: seen });
    }
    const dues = rows.flatMap((row) => duesOfPlacing(row.placing, payments.get(row.placing.id) ?? [], context).filter(({ state }) => state !== 'paid').map((due) => ({ ...row, due }))); // prettier-ignore
    const running = rows.filter(({ placing }) => stateOf(placing) === 'running').length;
    const waiting = rows.filter(({ placing }) => stateOf(placing) !== 'running');
    const title = view.t('family-care.title');
    return show(
      title,
      DistrictPage({ view, title, dues: dues.toSorted((one, other) => (one.due.to < other.due.to ? -1 : 1)), signs, waiting, running }),
    );
  },
});

const childRoute = page({
  path: '/found/:reference/family-care',
  permission: 'familyCare.read',
  audit: 'familyCare.child',
  purpose: 'care',
  async answer(context, { params }) {
    const opened = await seenChild(context, params);
    if (isRefusal(opened)) return opened;
    const { view, tools, actor } = context;
    const { record, description, placings } = opened;
    const title = await titled(context, 'family-care.child.title', opened);
    const file = await fileOfChild(context, record, description, placings);
    return show(
      title,
      ChildPage({
        view,
        title,
        reference: record.reference,
        placings,
        fittings: fittings(file, dayOf(context.now)),
        handOffs: await handOffsOf(context, record.id),
        mayWrite: tools.may(actor, 'familyCare.write'),
        mayHandOff: tools.may(actor, 'familyCare.handOff'),
      }),
    );
  },
});

export async function seenPlacing(context: RequestContext, params: Params): Promise<(OpenedChild & { placing: Placing }) | Refusal> {
  const opened = await seenChild(context, params);
  if (isRefusal(opened)) return opened;
  const placing = opened.placings.find(({ id }) => id === params['placing']);
  return placing ? { ...opened, placing } : refuse('web.error.notFound');
}

const placingRoute = page({
  path: '/found/:reference/family-care/placings/:placing',
  permission: 'familyCare.read',
  audit: 'familyCare.placing',
  purpose: 'care',
  async answer(context, { params }) {
    const seen = await seenPlacing(context, params);
    if (isRefusal(seen)) return seen;
    const { view, tools, actor } = context;
    const { record, placing, description } = seen;
    const title = await titled(context, `family-care.placing.title.${placing.kind}`, seen);
    const inHome = (await livesInHome(context, [record.id])).size > 0;
    return show(
      title,
      PlacingPage({
        view,
        title,
        reference: record.reference,
        placing,
        family: placing.familyId ? await readFamily(context, placing.familyId) : undefined,
        dues: duesOfPlacing(placing, (await paymentsOf(context, [record.id])).get(placing.id) ?? [], context),
        signs: await signsSeen(context, placing, inHome, description?.age ?? null),
        papers: (await papersOf(context, { recordId: record.id })).filter(({ placingId }) => placingId === placing.id),
        begins: paperKinds.filter((kind) => mayWritePaper(context, kind) && mayBegin(kind, placing)),
        mayWrite: tools.may(actor, 'familyCare.write'),
        mayDecide: tools.may(actor, 'familyCare.decide'),
      }),
    );
  },
});

export const placingRoutes: readonly Route[] = [districtRoute, childRoute, placingRoute];
