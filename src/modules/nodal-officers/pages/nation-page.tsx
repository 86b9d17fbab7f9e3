// The nation's posts: each State with how many of its posts answer, the worst share first, and the posts that serve a State or the nation.
import type { Paged } from '../../../platform/paging.ts';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { Params } from '../../../web/route.ts';
import type { View } from '../../../web/view.ts';
import { type State, placeName } from '../../places/index.ts';
import { conditions } from '../aliveness.ts';
import type { StateCounts } from '../counts.ts';
import type { Post } from '../store.ts';
import { ConditionBar } from './condition-bar.tsx';
import { PostFilter } from './post-filter.tsx';
import { PostTable } from './post-table.tsx';

type NationProps = { view: View; query: Params; states: readonly State[]; counts: readonly StateCounts[]; posts: Paged<Post> };

/** The same list, narrowed. */
export function listHref(query: Params, more: Params): string {
  const kept = Object.fromEntries(['kind', 'state'].flatMap((name) => (query[name] ? [[name, query[name]]] : [])));
  return `/nodal-officers?${new URLSearchParams({ ...kept, ...more })}`;
}

export function NationPage({ view, query, states, counts, posts }: NationProps) {
  const { t } = view;
  const narrowed: Params = query['condition'] ? { condition: query['condition'] } : {};
  const numbers = ['posts', ...conditions] as const;
  return (
    <>
      <h1>{t('nodal-officers.title')}</h1>
      <p class="hint">{t('nodal-officers.about')}</p>
      <PostFilter view={view} query={query} states={states} />
      <Table
        caption={t('nodal-officers.byState')}
        narrow="running"
        columns={[
          { label: t('places.field.state') },
          ...numbers.map((number) => ({
            label: t(number === 'posts' ? 'nodal-officers.posts' : `nodal-officers.condition.${number}`),
            numeric: true,
          })),
          { label: t('nodal-officers.share') },
        ]}
        rows={counts.map((state) => ({
          id: state.code,
          cells: [
            <a href={listHref(query, { state: state.code })}>{placeName(view, state)}</a>,
            ...numbers.map((number) =>
              number === 'posts' || number === 'active' || state.counts[number] === 0 ? (
                state.counts[number]
              ) : (
                <a href={listHref(query, { state: state.code, condition: number })}>{state.counts[number]}</a>
              ),
            ),
            <ConditionBar view={view} counts={state.counts} />,
          ],
        }))}
      />
      <PostTable view={view} posts={posts.shown} caption={t('nodal-officers.aboveDistricts')} />
      <Pagination view={view} page={posts.page} pages={posts.pages} href={(page) => listHref(query, { ...narrowed, page: String(page) })} />
    </>
  );
}
