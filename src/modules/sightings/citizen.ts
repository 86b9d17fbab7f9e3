// The public door: anyone may report a child seen, with or without a telephone of their own.
import { newPublicId } from '../../kernel/ids.ts';
import { readReference } from '../../kernel/reference.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import { asReporter } from '../../platform/context.ts';
import { spend } from '../../platform/http/budget.ts';
import { type RequestContext, type Route, form, page, redirect, show } from '../../web/route.ts';
import { districtsIn, takeSighting } from './told.ts';
import { sightingSchema } from './form.ts';
import { SeenPage } from './pages/seen-page.tsx';
import { ThanksPage } from './pages/thanks-page.tsx';

/** A whole neighbourhood may stand behind one address of a mobile network; beyond this somebody is flooding the police (threat A9). */
const SIGHTINGS_AN_HOUR = 60;

const ground = { permission: 'anyone', audit: 'sighting.report', purpose: 'registration' } as const;

/** Whoever has proved no telephone owns the report for this one moment, under a key nobody will ever know again. */
async function withReporter(context: RequestContext): Promise<RequestContext> {
  const { actor } = context;
  return actor.kind === 'citizen' && actor.reporterKey === null ? asReporter(context, newPublicId()) : context;
}

const seenRoute = form({
  ...ground,
  path: '/seen',
  schema: sightingSchema,
  async show(context, { query, values, errors }) {
    const { view, now } = context;
    const begun = Object.keys(values).length > 0 ? values : { seenOn: dayOf(now), noticePublicId: query.notice ?? '' };
    const districts = await districtsIn(context, begun);
    return show(view.t('sightings.seen.title'), SeenPage({ view, form: { values: begun, errors }, districts }));
  },
  async save(context, { draft, networkAddress }) {
    const bucket = `sighting:${context.tools.keyedHash(networkAddress)}`;
    if (!(await spend(context, bucket, SIGHTINGS_AN_HOUR, 60))) return refuse('sightings.error.tooMany');
    const record = await takeSighting(await withReporter(context), draft);
    return isRefusal(record) ? record : redirect(`/seen/thanks?reference=${record.reference}`);
  },
});

/** Shows the number back and opens nothing: whoever reads the address learns no more than is in it. */
const thanksRoute = page({
  ...ground,
  path: '/seen/thanks',
  async answer({ view }, { query }) {
    const reference = readReference(query.reference ?? '');
    return reference ? show(view.t('sightings.thanks.title'), ThanksPage({ view, reference })) : refuse('web.error.notFound');
  },
});

export function citizenRoutes(): Route[] {
  return [seenRoute, thanksRoute];
}
