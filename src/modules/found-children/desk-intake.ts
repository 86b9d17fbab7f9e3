// GET and POST /found/new: search first, then register. Nobody is asked to search who may not.
import { type Refusal, isRefusal } from '../../kernel/refusal.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Context } from '../../platform/context.ts';
import { type Answer, type FormRoute, type FormValues, type RequestContext, form, redirect, show } from '../../web/route.ts';
import { type ChildRecord, namedHits, recordPath, searchRecords } from '../children/index.ts';
import { allDistricts } from '../places/index.ts';
import { registerFoundChild } from './actions.ts';
import { foundChildSchema } from './form.ts';
import { IntakePage } from './pages/intake-page.tsx';
import { SearchFirstPage } from './pages/search-first-page.tsx';

const LONGEST_NAME = 200;

/** An intake begins today, in the officer's own district, with the name that was searched for. */
function startingValues({ actor, now }: Context, name: string): FormValues {
  const districtCode = actor.kind === 'officer' ? (actor.districtCode ?? '') : '';
  return { foundOn: dayOf(now), districtCode, childName: name };
}

async function searchFirst(context: RequestContext, typed: string): Promise<Answer> {
  const { view } = context;
  const asked = typed.trim().slice(0, LONGEST_NAME);
  const hits = asked === '' ? null : await namedHits(context, await searchRecords(context, asked));
  return show(view.t('found-children.new.title'), SearchFirstPage({ view, asked, hits }));
}

/** What a higher module does with a child as it is registered: the address of the form carries `carries`, such as the raid the child was rescued in. */
export type WhileRegistering = {
  carries: string;
  registered(context: RequestContext, record: ChildRecord, carried: string): Promise<true | Refusal>;
};

export function intakeRoute(also: WhileRegistering | undefined): FormRoute {
  const carriedBy = (query: Record<string, string>): string | undefined => (also ? query[also.carries] : undefined);
  return form({
    path: '/found/new',
    permission: 'foundChild.register',
    audit: 'foundChild.register',
    purpose: 'registration',
    schema: foundChildSchema,
    async show(context, { query, values, errors }) {
      const { view, actor, tools } = context;
      const searched = query.step === 'form' || Object.keys(errors).length > 0;
      if (!searched && tools.may(actor, 'children.search')) return searchFirst(context, query.q ?? '');
      const started = Object.keys(values).length > 0 ? values : startingValues(context, (query.childName ?? '').slice(0, LONGEST_NAME));
      const districts = await allDistricts(context);
      const carried = carriedBy(query);
      const action = `/found/new?${new URLSearchParams({ step: 'form', ...(also && carried ? { [also.carries]: carried } : {}) })}`;
      return show(view.t('found-children.new.title'), IntakePage({ view, form: { values: started, errors }, districts, action }));
    },
    async save(context, { query, draft, files }) {
      const record = await registerFoundChild(context, draft, files);
      if (isRefusal(record)) return record;
      const carried = carriedBy(query);
      const done = also && carried ? await also.registered(context, record, carried) : true;
      return isRefusal(done) ? done : redirect(recordPath(record), 'found-children.done.registered');
    },
  });
}
