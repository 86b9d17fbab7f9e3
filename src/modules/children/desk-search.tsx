// GET /search?q=: children by sound of a name, by reference, by FIR number; offices by name, place and officer. One exact and visible answer opens at once.
import type { Context } from '../../platform/context.ts';
import { EmptyState } from '../../web/components/empty-state.tsx';
import { ButtonRow, LinkButton } from '../../web/components/link-button.tsx';
import { type RequestContext, page, redirect, show } from '../../web/route.ts';
import { searchDirectory } from '../officers/index.ts';
import { districtOf } from '../places/index.ts';
import { type NamedHit, SearchPage } from './pages/search-page.tsx';
import { recordPath } from './record.ts';
import { type SearchHit, isExact, searchRecords } from './search.ts';

const LONGEST_QUESTION = 200;
const MOST_OFFICES = 8;

/** Hits with the names of their districts, for cards. */
export async function namedHits(context: Context, hits: readonly SearchHit[]): Promise<NamedHit[]> {
  const named: NamedHit[] = [];
  for (const hit of hits) named.push({ ...hit, districtName: (await districtOf(context, hit.districtCode))?.name ?? hit.districtCode });
  return named;
}

function Nothing({ context: { view, actor, tools } }: { context: RequestContext }) {
  const { t } = view;
  return (
    <EmptyState view={view} title={t('children.search.nothing')} text={t('children.search.whatNow')}>
      <ButtonRow>
        {tools.may(actor, 'missingReport.register') ? (
          <LinkButton href="/missing/new">{t('children.search.registerMissing')}</LinkButton>
        ) : null}
        {tools.may(actor, 'foundChild.register') ? <LinkButton href="/found/new">{t('children.search.registerFound')}</LinkButton> : null}
      </ButtonRow>
    </EmptyState>
  );
}

export const searchRoute = page({
  path: '/search',
  permission: 'children.search',
  audit: 'children.search',
  purpose: 'tracing',
  async answer(context, { query }) {
    const { view } = context;
    const asked = (query.q ?? '').trim().slice(0, LONGEST_QUESTION);
    const hits = asked === '' ? null : await searchRecords(context, asked);
    const only = hits?.length === 1 ? hits[0]! : undefined;
    if (only?.visible && isExact(asked)) return redirect(recordPath(only));
    const named = hits && (await namedHits(context, hits));
    const offices = asked === '' || isExact(asked) ? [] : (await searchDirectory(context, { text: asked })).slice(0, MOST_OFFICES);
    return show(view.t('children.search.title'), SearchPage({ view, asked, hits: named, offices, empty: <Nothing context={context} /> }));
  },
});
