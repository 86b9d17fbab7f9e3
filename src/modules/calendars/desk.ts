// The desk's pages of calendars: which State brought a list, one State's year with its history, and what its keeper brings.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf, yearOf } from '../../kernel/time.ts';
import { type Params, type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import type { View } from '../../web/view.ts';
import { type State, allStates, placeName } from '../places/index.ts';
import { FIRST_YEAR, importSchema, previewSchema, saturdaysSchema } from './form.ts';
import { nation } from './holiday.ts';
import { applyList, headOf, keepsAll, keptPlaces, orderSaturdays, planList } from './import.ts';
import { keepList, waitingList } from './import-store.ts';
import { ImportPage } from './pages/import-page.tsx';
import { NationPage } from './pages/nation-page.tsx';
import { PreviewPage } from './pages/preview-page.tsx';
import { SaturdaysPage } from './pages/saturdays-page.tsx';
import { YearPage } from './pages/year-page.tsx';
import { readList } from './sheet.ts';
import { currentLists, holidaysOf, listsOf, readCalendars, saturdayOrders, statesWithSaturdays } from './store.ts';
import { monthsOf } from './year.ts';

const keeper = { permission: 'calendar.manage', purpose: 'directory' } as const;

function yearAsked(context: RequestContext, { year = '' }: Params): number {
  const now = yearOf(dayOf(context.now));
  return /^\d{4}$/.test(year) && Number(year) >= FIRST_YEAR && Number(year) <= now + 1 ? Number(year) : now;
}

async function ofPlace(context: RequestContext, query: Params, place: string, name: string) {
  const { view } = context;
  const year = yearAsked(context, query);
  const lists = await listsOf(context, place, year);
  const nations = place === nation ? [] : await listsOf(context, nation, year);
  const counted = [lists[0], nations[0]].flatMap((list) => list ?? []);
  const days = await holidaysOf(context, [...lists, ...nations].map(({ id }) => id)); // prettier-ignore
  const calendar = (await readCalendars(context, [place])).get(place)!;
  const holidays = counted.flatMap(({ id }) => days.get(id) ?? []).toSorted((one, other) => (one.day < other.day ? -1 : 1));
  return show(
    view.t('calendars.ofPlace', { place: name, year }),
    YearPage({
      view,
      place,
      name,
      year,
      months: monthsOf(year, calendar, holidays),
      holidays,
      lists,
      days,
      orders: await saturdayOrders(context, place),
      keeps: (await keptPlaces(context)).places.includes(place),
    }),
  );
}

function nameOf(view: View, states: readonly State[], place: string | undefined): string | undefined {
  const state = states.find(({ code }) => code === place);
  return state && placeName(view, state);
}

const listRoute = page({
  path: '/calendars',
  permission: 'calendar.read',
  audit: 'calendars.list',
  purpose: 'directory',
  async answer(context, { query }) {
    const { view } = context;
    const states = await allStates(context);
    const asked = query['place'];
    const name = asked === nation ? view.t('calendars.nation') : nameOf(view, states, asked);
    if (asked && name) return ofPlace(context, query, asked, name);
    const now = yearOf(dayOf(context.now));
    const years = [now - 1, now, now + 1];
    const lists = await currentLists(context, now - 1, now + 1);
    const saturdays = await statesWithSaturdays(context);
    const keeps = (await keptPlaces(context)).places.length > 0;
    return show(view.t('calendars.title'), NationPage({ view, states, years, lists, saturdays, keeps }));
  },
});

/** Choices of a place, for whoever keeps more than one. */
async function placesOffered(context: RequestContext): Promise<{ value: string; label: string }[]> {
  if (!keepsAll(context.actor)) return [];
  const { places, states } = await keptPlaces(context);
  const called = (place: string) => nameOf(context.view, states, place) ?? context.view.t('calendars.nation');
  return places.map((place) => ({ value: place, label: called(place) }));
}

const readRoute = form({
  ...keeper,
  path: '/calendars/import',
  audit: 'calendars.importRead',
  schema: importSchema,
  async show(context, { query, values, errors }) {
    const { view } = context;
    const begun =
      Object.keys(values).length > 0 ? values : { place: query['place'] ?? '', year: query['year'] ?? String(yearOf(dayOf(context.now))) };
    const drawn = { view, form: { values: begun, errors }, places: await placesOffered(context) };
    return show(view.t('calendars.import.title'), ImportPage(drawn));
  },
  async save(context, { draft, files }) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    const head = await headOf(context, draft);
    if (isRefusal(head)) return head;
    const file = files.find(({ field }) => field === 'list');
    if (!file) return refuse('calendars.error.noFile', {}, 'list');
    if (file.tooLarge) return refuse('calendars.error.fileTooLarge', {}, 'list');
    const rows = await readList(file.bytes);
    if (isRefusal(rows)) return rows;
    if (rows.length === 0) return refuse('calendars.error.noRows', {}, 'list');
    const id = await keepList(context, { ...head, rows }, context.actor.officerId);
    return redirect(`/calendars/import/preview?list=${id}`);
  },
});

const previewRoute = form({
  ...keeper,
  path: '/calendars/import/preview',
  audit: 'calendars.importPreview',
  schema: previewSchema,
  async show(context, { query, values, errors }) {
    const { view } = context;
    const list = await waitingList(context, String(values['list'] ?? query['list'] ?? ''));
    if (!list && Object.keys(errors).length > 0)
      return show(
        view.t('calendars.import.title'),
        ImportPage({ view, form: { values: {}, errors }, places: await placesOffered(context) }),
      );
    if (!list) return redirect('/calendars/import');
    const name = list.place === nation ? view.t('calendars.nation') : (nameOf(view, await allStates(context), list.place) ?? list.place);
    return show(
      view.t('calendars.import.preview'),
      PreviewPage({ view, list, name, plan: await planList(context, list), form: { values: {}, errors } }),
    );
  },
  async save(context, { draft }) {
    const list = await waitingList(context, draft.list);
    if (!list) return refuse('calendars.error.listGone', {}, 'list');
    const refusal = await applyList(context, list, draft.plan);
    return refusal ?? redirect(`/calendars?place=${list.place}&year=${list.year}`, 'calendars.done.import');
  },
});

const saturdaysRoute = form({
  ...keeper,
  path: '/calendars/saturdays',
  audit: 'calendars.saturdays',
  schema: saturdaysSchema,
  async show(context, { query, values, errors }) {
    const { view } = context;
    const begun = Object.keys(values).length > 0 ? values : { place: query['place'] ?? '' };
    const places = (await placesOffered(context)).filter(({ value }) => value !== nation);
    return show(view.t('calendars.saturdays.title'), SaturdaysPage({ view, form: { values: begun, errors }, places }));
  },
  async save(context, { draft }) {
    const place = await orderSaturdays(context, draft);
    return isRefusal(place) ? place : redirect(`/calendars?place=${place}`, 'calendars.done.saturdays');
  },
});

export function deskRoutes(): Route[] {
  return [listRoute, readRoute, previewRoute, saturdaysRoute];
}
