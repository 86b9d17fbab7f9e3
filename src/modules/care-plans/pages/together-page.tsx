// The plan as it is looked at together with the child: few words, large, in a language of the State, read aloud by the browser where it can, nothing sealed and nothing said about the child behind its back.
import { type PrintLocale, languages } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { type Plan, sealedDomains } from '../plan.ts';
import type { Course } from '../progress.ts';
import { domainWords } from './need-row.tsx';
import { ProgressLine } from './progress-line.tsx';

export type TogetherProps = {
  /** Its words are of the language asked for. */
  view: View;
  reference: string;
  plan: Plan;
  courses: readonly Course[];
  /** In which the page can be had. */
  offered: readonly PrintLocale[];
};

export function TogetherPage({ view, reference, plan, courses, offered }: TogetherProps) {
  const { t, locale } = view;
  // A page that lies open on a table shows nothing sealed, whoever opened it.
  const shown = plan.needs.filter(({ domain, concern, words }) => !sealedDomains.has(domain) && concern !== 'none' && words?.goal);
  return (
    <article class="together" lang={locale} dir={languages[locale].dir} data-island="read-aloud">
      <h1>{t('care-plans.together.title')}</h1>
      <p class="no-print">
        {offered
          .filter((other) => other !== locale)
          .map((other) => (
            <>
              <a key={other} href={`?language=${other}`} hreflang={other} lang={other}>
                {languages[other].name}
              </a>{' '}
            </>
          ))}
        <button type="button" class="button secondary" hidden>
          {t('care-plans.together.read')}
        </button>
      </p>
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
