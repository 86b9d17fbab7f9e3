// /exchange/silence: which police nodes and districts fell silent, and the form by which a State says why.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { allDistricts, allStates } from '../places/index.ts';
import type { Context } from '../../platform/context.ts';
import { ExplainPage, SilencePage } from './pages/silence-pages.tsx';
import { explainSchema } from './silence/form.ts';
import { openSilences } from './silence/silence-store.ts';
import { explain, silenceToExplain } from './silence/watch.ts';

async function placeNames(context: Context): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await allStates(context)), ...(await allDistricts(context))].map(({ code, name }) => [code, name]));
}

const listRoute = page({
  path: '/exchange/silence',
  permission: 'exchange.read',
  audit: 'exchangeSilence.list',
  purpose: 'exchange',
  async answer(context) {
    const { view, actor } = context;
    const office = actor.kind === 'officer' ? actor.officeId : null;
    const silences = await openSilences(context);
    return show(view.t('silence.title'), SilencePage({ view, silences, names: await placeNames(context), office }));
  },
});

const explainRoute = form({
  path: '/exchange/silence/:silence',
  permission: 'exchangeSilence.explain',
  audit: 'exchangeSilence.explained',
  purpose: 'exchange',
  schema: explainSchema,
  async show(context, { params, values, errors }) {
    const { view, actor } = context;
    if (actor.kind !== 'officer') return refuse('web.error.notFound');
    const silence = await silenceToExplain(context, actor, params['silence']!);
    if (isRefusal(silence)) return silence;
    return show(view.t('silence.explain'), ExplainPage({ view, silence, names: await placeNames(context), form: { values, errors } }));
  },
  async save(context, { params, draft }) {
    if (context.actor.kind !== 'officer') return refuse('web.error.notFound');
    return (await explain(context, context.actor, params['silence']!, draft)) ?? redirect('/exchange/silence', 'silence.done.explained');
  },
});

export const silenceRoutes = (): Route[] => [listRoute, explainRoute];
