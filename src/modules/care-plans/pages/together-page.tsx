// The plan as it is looked at together with the child: few words, large, read aloud by the browser where it can, nothing sealed and nothing said about the child behind its back.
import type { View } from '../../../web/view.ts';
import { type Plan, sealedDomains } from '../plan.ts';
import type { Course } from '../progress.ts';
import { domainWords } from './need-row.tsx';
import { ProgressLine } from './progress-line.tsx';

export type TogetherProps = { view: View; reference: string; plan: Plan; courses: readonly Course[] };

export function TogetherPage({ view, reference, plan, courses }: TogetherProps) {
  const { t } = view;
  // A page that lies open on a table shows nothing sealed, whoever opened it.
  const shown = plan.needs.filter(({ domain, concern, words }) => !sealedDomains.has(domain) && concern !== 'none' && words?.goal);
  return (
    <article class="together">
      <h1>{t('care-plans.together.title')}</h1>
      {plan.words.wishes ? (
        <section aria-labelledby="i-said">
          <h2 id="i-said">{t('care-plans.together.iSaid')}</h2>
          <p dir="auto">{plan.words.wishes}</p>
        </section>
      ) : null}
      {shown.map((need) => (
        <section key={need.domain} aria-labelledby={`together-${need.domain}`}>
          <h2 id={`together-${need.domain}`}>{domainWords(view, need.domain)}</h2>
          <p dir="auto">{need.words!.goal}</p>
          {need.words!.who ? <p dir="auto">{t('care-plans.together.who', { who: need.words!.who })}</p> : null}
          {courses
            .filter(({ domain }) => domain === need.domain)
            .map((course) => (
              <ProgressLine key={course.domain} view={view} course={course} />
            ))}
        </section>
      ))}
      <section aria-labelledby="you-may">
        <h2 id="you-may">{t('care-plans.together.youMay')}</h2>
        <p>{t('care-plans.together.say')}</p>
      </section>
      <p class="no-print">
        <a href={`/found/${reference}/plan`}>{t('care-plans.back', { reference })}</a>
      </p>
    </article>
  );
}
