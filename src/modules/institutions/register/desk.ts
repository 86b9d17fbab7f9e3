// The register at the desk: States, a State's homes, one home with its units; and what the child protection unit keeps of it.
import { isUuid } from '../../../kernel/ids.ts';
import { isRefusal, refuse } from '../../../kernel/refusal.ts';
import { dayOf } from '../../../kernel/time.ts';
import { pageOf } from '../../../platform/paging.ts';
import type { OfficerActor } from '../../../platform/context.ts';
import { type FormValues, type Params, type RequestContext, type Route, form, page, redirect, show } from '../../../web/route.ts';
import { type Office, officersInPost, officesOfKind, readOffice, widestArea } from '../../officers/index.ts';
import { allDistricts, allStates, districtOf, placeName } from '../../places/index.ts';
import { keepParticulars, keepUnit } from './actions.ts';
import { particularsSchema, unitSchema } from './form.ts';
import type { Unit } from './institution.ts';
import { HomePage } from './pages/home-page.tsx';
import { ParticularsPage, UnitPage } from './pages/keep-pages.tsx';
import { HomesPage, NationPage } from './pages/homes-page.tsx';
import { type Homes, countByState, countsOf, listHomes, readInstitution, unitsOf } from './store.ts';

const HOMES_SHOWN = 25;
const reads = { permission: 'institution.read', purpose: 'oversight' } as const;
const keeps = { permission: 'institution.keep', purpose: 'directory' } as const;

export type Asked = { homes: Homes; title: string; up: string | null };

/** What of the widest the officer may see is asked for; a place outside it is answered with the widest. */
export async function placeAsked(context: RequestContext, actor: OfficerActor, query: Params): Promise<Asked | 'nation' | null> {
  const { view } = context;
  const widest = widestArea(actor);
  if (!widest) return null;
  const district = await districtOf(context, widest.level === 'district' ? widest.code : (query.district ?? ''));
  if (district && (widest.level !== 'state' || district.stateCode === widest.code)) {
    const up = widest.level === 'district' ? null : `/homes?state=${district.stateCode}`;
    return { homes: { stateCode: district.stateCode, districtCode: district.code }, title: district.name, up };
  }
  const code = widest.level === 'state' ? widest.code : query.state;
  const state = (await allStates(context)).find((one) => one.code === code);
  if (!state) return widest.level === 'nation' ? 'nation' : null;
  return { homes: { stateCode: state.code }, title: placeName(view, state), up: widest.level === 'nation' ? '/homes' : null };
}

const listRoute = page({
  ...reads,
  path: '/homes',
  audit: 'institutions.list',
  async answer(context, { query }) {
    const { view, actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    if (actor.officeKind === 'children-home') return redirect(`/homes/${actor.officeId}`);
    const asked = await placeAsked(context, actor, query);
    if (!asked) return refuse('web.error.notFound');
    const title = view.t('institutions.list.title');
    if (asked === 'nation') return show(title, NationPage({ view, states: await allStates(context), rows: await countByState(context) }));
    const rows = await listHomes(context, asked.homes);
    const districts = asked.homes.districtCode
      ? []
      : (await allDistricts(context)).filter(({ stateCode }) => stateCode === asked.homes.stateCode);
    const body = HomesPage({ view, ...asked, rows, districts, paged: pageOf(rows, query.page, HOMES_SHOWN), on: dayOf(context.now) });
    return show(`${title}: ${asked.title}`, body);
  },
});

/** A home the officer sees as an institution: the own one, or one of the area overseen. */
export async function homeSeen(context: RequestContext, officeId: string): Promise<Office | null> {
  const { actor } = context;
  if (actor.kind !== 'officer' || !isUuid(officeId)) return null;
  const office = await readOffice(context, officeId);
  if (office?.kind !== 'children-home') return null;
  if (actor.officeKind === 'children-home') return office.id === actor.officeId ? office : null;
  const widest = widestArea(actor);
  const seen =
    widest?.level === 'nation' ||
    (widest?.level === 'state' && widest.code === office.stateCode) ||
    (widest?.level === 'district' && widest.code === office.districtCode);
  return seen ? office : null;
}

const homeRoute = page({
  ...reads,
  path: '/homes/:office',
  audit: 'institutions.home',
  async answer(context, { params }) {
    const { view, actor } = context;
    const office = await homeSeen(context, params.office ?? '');
    if (!office || actor.kind !== 'officer') return refuse('web.error.notFound');
    const institution = (await readInstitution(context, office.id)) ?? null;
    const body = HomePage({
      view,
      office,
      district: (await districtOf(context, office.districtCode ?? '')) ?? null,
      institution,
      units: await unitsOf(context, office.id),
      counts: await countsOf(context, office.id),
      station: institution?.stationId ? ((await readOffice(context, institution.stationId))?.name ?? null) : null,
      staff: await officersInPost(context, [office.id]),
      on: dayOf(context.now),
      own: office.id === actor.officeId,
    });
    return show(office.name, body);
  },
});

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

async function particularsNow(context: RequestContext, officeId: string): Promise<FormValues> {
  const known = await readInstitution(context, officeId);
  if (!known) return { version: '0' };
  const { officeId: _, grantApproved, ...rest } = known;
  const values = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, textOf(value)]));
  return { ...values, ...(grantApproved ? { grantApproved: 'yes' } : {}) };
}

const particularsRoute = form({
  ...keeps,
  path: '/homes/:office/particulars',
  audit: 'institutions.particulars',
  schema: particularsSchema,
  async show(context, { params, values, errors }) {
    const { view } = context;
    const office = await homeSeen(context, params.office ?? '');
    if (!office) return refuse('web.error.notFound');
    const begun = Object.keys(values).length > 0 ? values : await particularsNow(context, office.id);
    return show(
      view.t('institutions.particulars.title'),
      ParticularsPage({
        view,
        form: { values: begun, errors },
        office,
        stations: await officesOfKind(context, 'police-station', office.districtCode ?? ''),
      }),
    );
  },
  async save(context, { params, draft }) {
    const office = await keepParticulars(context, params.office ?? '', draft);
    return isRefusal(office) ? office : redirect(`/homes/${office.id}`, 'institutions.done.particulars');
  },
});

function unitValues(unit: Unit | undefined, context: RequestContext): FormValues {
  if (!unit) return { openedOn: dayOf(context.now) };
  const { id, kind, sex, strength, openedOn, closedOn } = unit;
  return { unit: id, kind, sex, strength: String(strength), openedOn, closedOn: textOf(closedOn) };
}

const unitRoute = form({
  ...keeps,
  path: '/homes/:office/unit',
  audit: 'institutions.unit',
  schema: unitSchema,
  async show(context, { params, query, values, errors }) {
    const { view } = context;
    const office = await homeSeen(context, params.office ?? '');
    if (!office) return refuse('web.error.notFound');
    const unit = (await unitsOf(context, office.id)).find(({ id }) => id === query['unit']);
    const begun = Object.keys(values).length > 0 ? values : unitValues(unit, context);
    return show(view.t('institutions.unit.title'), UnitPage({ view, form: { values: begun, errors }, office }));
  },
  async save(context, { params, draft }) {
    const office = await keepUnit(context, params.office ?? '', draft);
    return isRefusal(office) ? office : redirect(`/homes/${office.id}`, 'institutions.done.unit');
  },
});

export const registerRoutes: readonly Route[] = [listRoute, homeRoute, particularsRoute, unitRoute];
