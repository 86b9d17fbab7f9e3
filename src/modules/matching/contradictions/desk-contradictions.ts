// GET /contradictions: for nodal officers, records of their area that another record contradicts. POST: two reports are two children, with the reason.
import { isRefusal } from '../../../kernel/refusal.ts';
import { readAfter } from '../../../platform/paging.ts';
import { form, redirect, show } from '../../../web/route.ts';
import { dismissalSchema } from '../form.ts';
import { ContradictionsPage } from '../pages/contradictions-page.tsx';
import { dismissContradiction, loadContradictions } from './contradictions.ts';

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const contradictionsRoute = form({
  path: '/contradictions',
  permission: 'match.contradictions',
  audit: 'match.contradictions',
  purpose: 'identification',
  schema: dismissalSchema,
  async show(context, { query, values, errors }) {
    const { view } = context;
    const contradictions = await loadContradictions(context, readAfter(query.after, RECORD_ID));
    if (isRefusal(contradictions)) return contradictions;
    const begun = Object.keys(values).length > 0 ? values : { openId: query.open ?? '', otherId: query.other ?? '' };
    return show(view.t('match-review.contradictions.title'), ContradictionsPage({ view, contradictions, form: { values: begun, errors } }));
  },
  async save(context, { draft }) {
    const dismissed = await dismissContradiction(context, draft);
    return isRefusal(dismissed) ? dismissed : redirect('/contradictions', 'match-review.done.contradiction');
  },
});
