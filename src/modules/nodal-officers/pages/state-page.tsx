// One State's posts: what is vacant and whose breach that is, how many answer, and each post.
import { formatDay } from '../../../platform/i18n/index.ts';
import type { Paged } from '../../../platform/paging.ts';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { Pagination } from '../../../web/components/pagination.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { Params } from '../../../web/route.ts';
import type { View } from '../../../web/view.ts';
import { type District, type State, districtInState, placeName } from '../../places/index.ts';
import { conditions } from '../aliveness.ts';
import { countPosts } from '../counts.ts';
import { dutyToFill } from '../posts.ts';
import type { Post } from '../store.ts';
import { ConditionBar } from './condition-bar.tsx';
import { listHref } from './nation-page.tsx';
import { PostFilter } from './post-filter.tsx';
import { PostTable } from './post-table.tsx';

type StateProps = {
  view: View;
  query: Params;
  state: State;
  states: readonly State[];
  districts: readonly District[];
  district: District | undefined;
  /** Every post here, whatever is filtered. */
  all: readonly Post[];
  /** Of those that are filtered, and how many they are. */
  paged: Paged<Post>;
  count: number;
  mayImport: boolean;
};

export function StatePage({ view, query, state, states, districts, district, all, paged, count, mayImport }: StateProps) {
  const { t } = view;
  const counts = countPosts(all);
  const condition = query['condition'];
  const narrowed: Params = { ...(district ? { district: district.code } : {}), ...(condition ? { condition } : {}) };
  const place = district ? districtInState(view, district) : placeName(view, state);
  return (
    <>
      <p>
        <a href={listHref({ kind: query['kind'] ?? '' }, {})}>{t('nodal-officers.nation')}</a>
        {district ? (
          <>
            {' › '}
            <a href={listHref(query, {})}>{placeName(view, state)}</a>
          </>
        ) : null}
      </p>
      <h1>{t('nodal-officers.ofState', { state: place })}</h1>
      <p>
        {conditions.map((condition) => (
          <span key={condition} class="count">
            <a href={listHref(query, { ...(district ? { district: district.code } : {}), condition })}>
              {t(`nodal-officers.count.${condition}`, { count: counts[condition] })}
            </a>{' '}
          </span>
        ))}
      </p>
      <ConditionBar view={view} counts={counts} />
      <Vacancies view={view} posts={all} />
      {mayImport ? (
        <p>
          <LinkButton href="/nodal-officers/import">{t('nodal-officers.import.title')}</LinkButton>
        </p>
      ) : null}
      <PostFilter view={view} query={query} states={states} />
      <PostTable view={view} posts={paged.shown} caption={t('nodal-officers.list.caption', { count, place })} />
      <Pagination view={view} page={paged.page} pages={paged.pages} href={(page) => listHref(query, { ...narrowed, page: String(page) })} />
      {district ? null : <Districts view={view} query={query} districts={districts} />}
    </>
  );
}

/** The longest vacant stand open, the others folded. */
const VACANT_SHOWN = 5;

/** An empty chair is a breach from its first day, and the breach is of the authority that appoints. */
function Vacancies({ view, posts }: { view: View; posts: readonly Post[] }) {
  const { t } = view;
  const vacant = posts
    .filter(({ alive }) => alive.condition === 'vacant')
    .toSorted((one, other) => (one.alive.since < other.alive.since ? -1 : 1));
  if (vacant.length === 0) return null;
  const [longest, rest] = [vacant.slice(0, VACANT_SHOWN), vacant.slice(VACANT_SHOWN)];
  return (
    <section>
      <h2>{t('nodal-officers.vacant.title', { count: vacant.length })}</h2>
      <VacantList view={view} posts={longest} />
      {rest.length > 0 ? (
        <details>
          <summary>{t('nodal-officers.vacant.more', { count: rest.length })}</summary>
          <VacantList view={view} posts={rest} />
        </details>
      ) : null}
    </section>
  );
}

function VacantList({ view, posts }: { view: View; posts: readonly Post[] }) {
  const { t } = view;
  return (
    <ul class="status-list">
      {posts.map((post) => {
        const duty = dutyToFill(post.kind);
        const facts = { since: formatDay(view, post.alive.since), days: post.alive.days + 1 };
        return (
          <li key={post.officeId}>
            <WordStatus kind="late">
              <a href={`/nodal-officers/${post.officeId}`}>{post.name}</a>: {t('nodal-officers.vacant.since', facts)}{' '}
              {duty ? t('nodal-officers.vacant.breach', { authority: t(`law.actor.${duty.actor}`), duty: duty.id }) : null}
            </WordStatus>
          </li>
        );
      })}
    </ul>
  );
}

function Districts({ view, query, districts }: { view: View; query: Params; districts: readonly District[] }) {
  return (
    <details>
      <summary>{view.t('nodal-officers.byDistrict')}</summary>
      <ul class="district-links">
        {districts.map(({ code, name }) => (
          <li key={code}>
            <a href={listHref({ ...query, kind: 'all' }, { district: code })}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
