// The desk's routes of sightings: the list that waits, one told by telephone, one opened and answered.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { type RecordPanel, listRecords, recordPath, scopeOf } from '../children/index.ts';
import { districtOf } from '../places/index.ts';
import { districtsIn, takeSighting } from './told.ts';
import { sightingRoute } from './desk-sighting.ts';
import { sightingSchema } from './form.ts';
import { NewSightingPage, SightingsPage } from './pages/desk-pages.tsx';

const MOST_ROWS = 100;

const listRoute = page({
  path: '/sightings',
  permission: 'sighting.read',
  audit: 'sighting.list',
  purpose: 'casework',
  async answer(context) {
    const { view, actor, tools } = context;
    const scope = actor.kind === 'officer' ? scopeOf(actor) : null;
    if (!scope) return refuse('web.error.notFound');
    const waiting = await listRecords(context, { kind: 'sighting', open: true, scope, limit: MOST_ROWS });
    return show(
      view.t('sightings.list.title'),
      SightingsPage({ view, waiting, mayRegister: tools.may(actor, 'sighting.register'), more: waiting.length === MOST_ROWS }),
    );
  },
});

const newRoute = form({
  path: '/sightings/new',
  permission: 'sighting.register',
  audit: 'sighting.register',
  purpose: 'registration',
  schema: sightingSchema,
  async show(context, { values, errors }) {
    const { view, now, actor } = context;
    const here = actor.kind === 'officer' && actor.districtCode ? await districtOf(context, actor.districtCode) : undefined;
    const begun = Object.keys(values).length > 0 ? values : { seenOn: dayOf(now), districtTyped: here?.name ?? '', source: 'telephone' };
    return show(
      view.t('sightings.new.title'),
      NewSightingPage({ view, form: { values: begun, errors }, districts: await districtsIn(context, begun) }),
    );
  },
  async save(context, { draft }) {
    const record = await takeSighting(context, draft);
    if (isRefusal(record)) return record;
    const mine = context.actor.kind === 'officer' && context.actor.officeId === record.officeId;
    return redirect(recordPath(record), mine ? 'sightings.done.registered' : 'sightings.done.passedOn');
  },
});

export function deskRoutes(panels: readonly RecordPanel[]): Route[] {
  return [listRoute, newRoute, sightingRoute(panels)];
}
