// What everybody may read of directives: those in force, their words and source, and how each State's addressees stand. Without a script; no office is named.

import type { View } from '../../../web/view.ts';
import { type State, placeName } from '../../places/index.ts';
import type { PointShown } from '../compliance.ts';
import type { Directive, Ended } from '../directive.ts';
import type { PublicStanding } from '../public-store.ts';
import type { ListedDirective } from '../store.ts';
import { Ending } from './directive-page.tsx';
import { Original, PointList } from './parts.tsx';
import { FullText, Source, headOf, periodInWords } from './words.tsx';

type ListProps = { view: View; directives: readonly ListedDirective[]; states: readonly State[] };

export function PublicListPage({ view, directives, states }: ListProps) {
  const { t } = view;
  const inForce = directives.filter(({ isEnded }) => !isEnded);
  const past = directives.filter(({ isEnded }) => isEnded);
  return (
    <>
      <h1>{t('directives.public.title')}</h1>
      <p>{t('directives.public.about')}</p>
      {inForce.length > 0 ? <Cards view={view} directives={inForce} states={states} /> : <p>{t('directives.none')}</p>}
      {past.length > 0 ? (
        <>
          <h2>{t('directives.past')}</h2>
          <Cards view={view} directives={past} states={states} />
        </>
      ) : null}
    </>
  );
}

function Cards({ view, directives, states }: ListProps) {
  const { t } = view;
  return (
    <ul class="cards">
      {directives.map((directive) => (
        <li key={directive.id} class="card">
          <a href={`/directives/${directive.id}`}>
            <strong>{directive.title}</strong>
          </a>
          <p>{headOf(view, directive)}</p>
          <p class="quiet-text">
            {called(view, states, directive.stateCode) ?? t('directives.nation')} · {directive.confidence}:{' '}
            {t(`law.confidence.${directive.confidence}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}

type Loaded = {
  directive: Directive;
  shown: readonly PointShown[];
  ended: Ended | null;
  ends: readonly Ended[];
  standing: readonly PublicStanding[];
  states: readonly State[];
};

export function PublicPage({ view, loaded }: { view: View; loaded: Loaded }) {
  const { t } = view;
  const { directive, shown, ended, ends } = loaded;
  return (
    <>
      <p class="back">
        <a href="/directives">{t('directives.public.title')}</a>
      </p>
      <h1 dir="auto">{directive.title}</h1>
      <p>{headOf(view, directive)}</p>
      <Ending view={view} ended={ended} ends={ends} />
      <Source view={view} directive={directive} />
      <FullText text={directive.text} />
      <Original view={view} original={directive.original} />
      <h2>{t('directives.points')}</h2>
      <PointList view={view} points={shown.map(({ point }) => point)} />
      <Standing view={view} loaded={loaded} />
    </>
  );
}

function called(view: View, states: readonly State[], code: string | null): string | undefined {
  const state = states.find((one) => one.code === code);
  return state && placeName(view, state);
}

/** A card for each State, so that it reads on a telephone; the wide table is the officers'. */
function Standing({ view, loaded: { shown, standing, states } }: { view: View; loaded: Loaded }) {
  const { t } = view;
  const asked = shown.filter(({ period }) => period !== null);
  const codes = [...new Set(standing.map(({ stateCode }) => stateCode))];
  const nameOf = (code: string | null): string => called(view, states, code) ?? t('directives.compliance.above.nation');
  const rows = codes.map((code) => ({ code, name: nameOf(code) })).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const cellOf = (code: string | null, pointId: string | null): PublicStanding | undefined =>
    standing.find((one) => one.stateCode === code && one.pointId === pointId);
  return (
    <>
      <h2>{t('directives.compliance.by.nation')}</h2>
      {rows.length > 0 ? <p class="quiet-text">{t('directives.public.standing')}</p> : <p>{t('directives.compliance.nobody')}</p>}
      <ul class="cards">
        {rows.map(({ code, name }) => (
          <li key={code ?? 'nation'} class="card">
            <strong>{name}</strong>
            <br />
            {t('directives.public.acknowledged', {
              acknowledged: cellOf(code, null)?.acknowledged ?? 0,
              offices: cellOf(code, null)?.offices ?? 0,
            })}
            {asked.map(({ point, period }) => (
              <PointLine key={point.id} view={view} shown={{ point, period }} counts={cellOf(code, point.id)} />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function PointLine({ view, shown: { point, period }, counts }: { view: View; shown: PointShown; counts: PublicStanding | undefined }) {
  const name = [view.t('directives.compliance.point', { number: point.position }), periodInWords(view, point.repeats, period!)];
  if (!counts) return null;
  return (
    <>
      <br />
      {name.filter(Boolean).join(', ')}: <Cell view={view} counts={counts} />
    </>
  );
}

function Cell({ view, counts }: { view: View; counts: PublicStanding }) {
  const { t } = view;
  const { done, offices, notApplicable, late } = counts;
  return (
    <>
      {t('directives.compliance.done', { done, offices })}
      {notApplicable > 0 ? `; ${t('directives.compliance.notApplicable', { count: notApplicable })}` : ''}
      {late > 0 ? (
        <>
          ; <span class="late-word">{t('directives.compliance.late', { count: late })}</span>
        </>
      ) : null}
    </>
  );
}
