// GET /contradictions: for nodal officers, records of their area that another record contradicts.
import { readAfter } from '../../../platform/paging.ts';
import { page, show } from '../../../web/route.ts';
import { loadContradictions } from './contradictions.ts';
import { ContradictionsPage } from '../pages/contradictions-page.tsx';

const RECORD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const contradictionsRoute = page({
  path: '/contradictions',
  permission: 'match.contradictions',
  audit: 'match.contradictions',
  purpose: 'identification',
  async answer(context, { query }) {
    const { view } = context;
    const contradictions = await loadContradictions(context, readAfter(query.after, RECORD_ID));
    return show(view.t('match-review.contradictions.title'), ContradictionsPage({ view, contradictions }));
  },
});
