// The desk's pages of notices: what is said against them; and of partners: who shows notices, which recalls nobody confirmed, and registering one; the posters of a notice and a part cut out of a photograph for one.
import { isRefusal } from '../../kernel/refusal.ts';
import { type Route, form, page, redirect, show } from '../../web/route.ts';
import { allStates, placeName } from '../places/index.ts';
import { cropRoutes } from './crop/desk.tsx';
import { kitDeskRoutes } from './kit/desk.ts';
import type { Kit } from './kit/kit-file.ts';
import { objectionDeskRoutes } from './objections/desk.ts';
import { endPartnerSchema, partnerSchema } from './partners/form.ts';
import { openRecalls, partnersOf } from './partners/partner-store.ts';
import { endRegistration, registerPartner, stateKept } from './partners/registering.ts';
import { NewPartnerPage, PartnersPage, TokenPage } from './partners/pages/partner-pages.tsx';

const TOKEN_COOKIE = '__Host-partner-token';
const keeper = { permission: 'noticePartner.keep', purpose: 'public-tracing' } as const;

const listRoute = page({
  ...keeper,
  path: '/notice-partners',
  audit: 'noticePartner.list',
  async answer(context) {
    const { view } = context;
    const state = stateKept(context);
    const [partners, recalls] = [await partnersOf(context, state), await openRecalls(context, state)];
    const names = new Map((await allStates(context)).map((one) => [one.code, placeName(view, one)]));
    return show(view.t('notices.partners.title'), PartnersPage({ view, partners, recalls, names }));
  },
});

/** The token is in the answer itself and nowhere else: it is not stored, and no address holds it. */
const newRoute = form({
  ...keeper,
  path: '/notice-partners/new',
  audit: 'noticePartner.register',
  schema: partnerSchema,
  async show(context, { values, errors }) {
    const { view } = context;
    const states =
      stateKept(context) === null ? (await allStates(context)).map((one) => ({ value: one.code, label: placeName(view, one) })) : [];
    const typed = Object.keys(values).length > 0 ? values : { ageFrom: '0', ageTo: '18' };
    return show(view.t('notices.partners.new'), NewPartnerPage({ view, form: { values: typed, errors }, states }));
  },
  async save(context, { draft }) {
    const registered = await registerPartner(context, draft);
    if (isRefusal(registered)) return registered;
    const cookies = [{ name: TOKEN_COOKIE, value: registered.token, maxAgeSeconds: 300, once: true as const }];
    return redirect('/notice-partners/token', undefined, cookies);
  },
});

const endRoute = form({
  ...keeper,
  path: '/notice-partners/end',
  audit: 'noticePartner.end',
  schema: endPartnerSchema,
  async save(context, { draft }) {
    return (await endRegistration(context, draft.partner)) ?? redirect('/notice-partners', 'notices.done.partnerEnded');
  },
});

/** Once, from the cookie of the browser that registered it. */
const tokenRoute = page({
  ...keeper,
  path: '/notice-partners/token',
  audit: 'noticePartner.token',
  async answer({ view }, { cookies }) {
    const token = cookies[TOKEN_COOKIE];
    return token ? show(view.t('notices.partners.tokenTitle'), TokenPage({ view, token })) : redirect('/notice-partners');
  },
});

export function deskRoutes(kit: Kit): Route[] {
  return [listRoute, newRoute, tokenRoute, endRoute, ...objectionDeskRoutes, ...kitDeskRoutes(kit), ...cropRoutes];
}
