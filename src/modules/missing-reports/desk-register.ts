// Registering at the desk: first a search for the same child, across the nation; only then the form.
import { isRefusal } from '../../kernel/refusal.ts';
import { dayOf, timeOfDay } from '../../kernel/time.ts';
import { type FieldErrors, type FormValues, type Params, type RequestContext, form, redirect, show } from '../../web/route.ts';
import { type ChildRecord, namedHits, recordPath, searchRecords } from '../children/index.ts';
import { allDistricts } from '../places/index.ts';
import { registerComplaint } from './actions.ts';
import { MOST_CHILDREN, complaintSchema } from './form.ts';
import { RegisterPage } from './pages/register-page.tsx';
import { RegisterSearchPage } from './pages/register-search-page.tsx';

/** How many children the form has room for: as asked, or as many as came back. */
function childrenIn(query: Params, values: FormValues): number {
  const indexes = Object.keys(values).flatMap((name) => /^children\.(\d)\./.exec(name)?.[1] ?? []);
  const asked = Number(query['children'] ?? 1);
  return Math.min(MOST_CHILDREN, Math.max(1, Number.isInteger(asked) ? asked : 1, ...indexes.map((index) => Number(index) + 1)));
}

/** Received now, at this desk, unless the officer says otherwise. */
function firstValues(context: RequestContext, query: Params): FormValues {
  const { now } = context;
  const place = context.actor.kind === 'officer' ? (context.actor.districtCode ?? '') : '';
  return {
    source: 'walk-in',
    receivedOn: dayOf(now),
    receivedAt: timeOfDay(now),
    lastSeenDistrict: place,
    'children.0.childName': query['name'] ?? '',
  };
}

async function showForm(context: RequestContext, query: Params, values: FormValues, errors: FieldErrors) {
  const wrong = Object.keys(errors).length > 0;
  const shown = wrong ? values : firstValues(context, query);
  const props = {
    view: context.view,
    form: { values: shown, errors },
    children: childrenIn(query, values),
    districts: await allDistricts(context),
  };
  return show(context.view.t('missing-reports.register.title'), RegisterPage(props));
}

async function showSearch(context: RequestContext, name: string) {
  const hits = name ? await namedHits(context, await searchRecords(context, name)) : null;
  return show(context.view.t('missing-reports.register.searchTitle'), RegisterSearchPage({ view: context.view, name, hits }));
}

export const registerRoute = form({
  path: '/missing/new',
  permission: 'missingReport.register',
  audit: 'missingReport.register',
  purpose: 'registration',
  schema: complaintSchema,
  async show(context, { query, values, errors }) {
    const searched = query['none'] === 'yes' || Object.keys(errors).length > 0;
    return searched ? showForm(context, query, values, errors) : showSearch(context, (query['name'] ?? '').slice(0, 200));
  },
  async save(context, { draft, files }) {
    const answer = await registerComplaint(context, draft, files);
    const [first] = answer;
    if (!first || answer.some(isRefusal)) return answer.filter(isRefusal);
    const done = answer.length > 1 ? 'missing-reports.done.registeredSeveral' : 'missing-reports.done.registered';
    return redirect(recordPath(first as ChildRecord), done);
  },
});
