// Routes of the demonstration's sign-in. Both answer "not found" wherever the people are real.
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type Route, form, show } from '../../web/route.ts';
import { allDistricts, allStates } from '../places/index.ts';
import { welcome } from './after-sign-in.ts';
import { signInAsDemoOfficer } from './demo.ts';
import { type DemoSearch, findDemoOfficers } from './directory-store.ts';
import { postingSchema } from './form.ts';
import { isRole } from './may.ts';
import { DemoPage } from './pages/demo-page.tsx';
import { safeNext } from './session.ts';

function searchIn(query: Record<string, string>): DemoSearch {
  const { state, district, role, q } = query;
  return {
    stateCode: state || undefined,
    districtCode: district || undefined,
    role: role && isRole(role) ? role : undefined,
    text: q?.trim().slice(0, 100) || undefined,
  };
}

export const demoRoutes: Route[] = [
  form({
    path: '/sign-in/demo',
    permission: 'anyone',
    audit: 'signIn.demo',
    purpose: 'sign-in',
    schema: postingSchema,
    async show(context, { query, errors }) {
      if (!context.tools.demo) return refuse('web.error.notFound');
      const { view } = context;
      const [states, districts] = [await allStates(context), await allDistricts(context)];
      const offices = await findDemoOfficers(context, searchIn(query));
      const page = DemoPage({ view, form: { values: query, errors }, next: safeNext(query['next']), offices, states, districts });
      return show(view.t('officers.demo.title'), page, { bare: true });
    },
    async save(context, { draft, cookies }) {
      const signedIn = await signInAsDemoOfficer(context, draft.postingId, cookies);
      return isRefusal(signedIn) ? signedIn : welcome(signedIn, draft.next);
    },
  }),
];
