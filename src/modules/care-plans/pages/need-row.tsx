// One need of a plan as a row: concern → goal → who does what from when → how it went. What it still lacks is said beside it.
import { formatDay } from '../../../platform/i18n/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import { type Need, gapsOf } from '../plan.ts';
import { type Course, reviewMissed } from '../progress.ts';
import { ProgressLine } from './progress-line.tsx';

export function domainWords(view: View, domain: string): string {
  return view.t(`care-plans.domain.${domain}`);
}

function Said({ view, need }: { view: View; need: Need }) {
  const { t } = view;
  if (need.words === null) return <p class="quiet-text">{t('care-plans.sealed')}</p>;
  const { concern, goal, intervention, who, agency, success } = need.words;
  const lines: [string, string | undefined][] = [
    ['concernWords', concern],
    ['goal', goal],
    ['intervention', intervention],
    ['who', [who, agency].filter(Boolean).join(', ') || undefined],
    ['success', success],
  ];
  return (
    <dl class="need-words">
      {lines.map(([name, said]) =>
        said ? (
          <div key={name}>
            <dt>{t(`care-plans.field.${name}`)}</dt>
            <dd dir="auto">{said}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** `running`: of the plan by which the child is cared for now; what was to be looked at again and was not is said. */
export type NeedRowProps = { view: View; need: Need; course: Course | undefined; changeHref: string | null; running: boolean };

export function NeedRow({ view, need, course, changeHref, running }: NeedRowProps) {
  const { t } = view;
  const gaps = gapsOf(need);
  const opens = need.words !== null ? changeHref : null;
  const { measure, scheme, startsOn, reviewOn, concern } = need;
  return (
    <section class={`need concern-${concern}`} aria-label={domainWords(view, need.domain)}>
      <h3>
        {domainWords(view, need.domain)} <span class="concern">{t(`care-plans.concern.${concern}`)}</span>
      </h3>
      <Said view={view} need={need} />
      {measure ? (
        <p>
          {t(`care-plans.measure.${measure}`)}
          {scheme ? <span dir="auto"> · {scheme}</span> : null}
          {startsOn ? ` · ${t('care-plans.from', { on: formatDay(view, startsOn) })}` : null}
          {reviewOn ? ` · ${t('care-plans.reviewed', { on: formatDay(view, reviewOn) })}` : null}
        </p>
      ) : null}
      {running && concern !== 'none' && reviewMissed(reviewOn, course, dayOf(view.now)) ? (
        <p>
          <WordStatus kind="late">{t('care-plans.reviewMissed', { on: formatDay(view, reviewOn!) })}</WordStatus>
        </p>
      ) : null}
      {course ? <ProgressLine view={view} course={course} /> : null}
      {opens && gaps.length > 0 ? (
        <p class="gap">{t('care-plans.lacks', { what: gaps.map((gap) => t(`care-plans.gap.${gap}`)).join(', ') })}</p>
      ) : null}
      {opens ? (
        <p>
          <a href={opens}>
            {t('web.change')} <span class="unseen">{domainWords(view, need.domain)}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}
