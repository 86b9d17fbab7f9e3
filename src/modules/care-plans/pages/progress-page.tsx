// Parts B and the quarterly reviews of one child: what was reported, newest first, and the form of the next report.
import { formatDay } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { type Plan, sealedDomains } from '../plan.ts';
import { type Progress, type Review, coursesOf, marks, progressWords, reviewOutcomes } from '../progress.ts';
import { domainWords } from './need-row.tsx';
import type { Release } from '../progress-store.ts';
import { releaseWords } from '../form.ts';
import { ProgressLine } from './progress-line.tsx';

export type ProgressPageProps = {
  view: View;
  reference: string;
  title: string;
  reports: readonly Progress[];
  reviews: readonly Review[];
  releases: readonly Release[];
  mayWrite: boolean;
};

export function ProgressPage({ view, reference, title, reports, reviews, releases, mayWrite }: ProgressPageProps) {
  const { t } = view;
  const base = `/found/${reference}/plan`;
  return (
    <>
      <p class="reference">
        <a href={base}>{t('care-plans.back', { reference })}</a>
      </p>
      <h1>{title}</h1>
      {mayWrite ? (
        <ButtonRow>
          <LinkButton href={`${base}/report`}>{t('care-plans.report')}</LinkButton>
          <LinkButton href={`${base}/review`}>{t('care-plans.review')}</LinkButton>
        </ButtonRow>
      ) : null}
      {releases.map((release) => (
        <BeforeRelease key={release.id} view={view} release={release} href={mayWrite ? `${base}/pre-release` : null} />
      ))}
      {reports.length === 0 ? (
        <EmptyState view={view} title={t('care-plans.progress.none')} text={t('care-plans.progress.none.text')} />
      ) : (
        <dl class="need-words">
          {coursesOf(reports).map((course) => (
            <div key={course.domain}>
              <dt>{domainWords(view, course.domain)}</dt>
              <dd>
                <ProgressLine view={view} course={course} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {reports.map((report) => (
        <Report key={report.id} view={view} report={report} />
      ))}
      {reviews.map((review) => (
        <section key={review.id} class="panel">
          <h2>
            {t('care-plans.reviewOf', { on: formatDay(view, review.reviewedOn), outcome: t(`care-plans.outcome.${review.outcome}`) })}
          </h2>
          <p dir="auto">{review.words.found}</p>
          {review.words.childSays ? <ChildSays words={review.words.childSays} /> : null}
          <p class="quiet-text">{t('care-plans.reviewBy', { sat: review.words.sat, office: review.officeName })}</p>
        </section>
      ))}
    </>
  );
}

function ChildSays({ words }: { words: string }) {
  return (
    <blockquote class="childs-words" dir="auto">
      {words}
    </blockquote>
  );
}

/** The day that is fixed, and part C once it is written; until then the way to it. */
function BeforeRelease({ view, release, href }: { view: View; release: Release; href: string | null }) {
  const { t } = view;
  const { plannedFor, words, reportedBy } = release;
  return (
    <section class="panel">
      <h2>{t('care-plans.releaseOn', { on: formatDay(view, plannedFor) })}</h2>
      {words ? (
        <dl class="need-words">
          {releaseWords
            .filter((word) => words[word])
            .map((word) => (
              <div key={word}>
                <dt>{t(`care-plans.field.${word}`)}</dt>
                <dd dir="auto">{words[word]}</dd>
              </div>
            ))}
        </dl>
      ) : (
        <p>{t('care-plans.preRelease.none')}</p>
      )}
      {reportedBy ? <p class="quiet-text">{reportedBy}</p> : null}
      {words === null && href ? <LinkButton href={href}>{t('care-plans.preRelease.write')}</LinkButton> : null}
    </section>
  );
}

function Report({ view, report }: { view: View; report: Progress }) {
  const { t } = view;
  return (
    <section class="panel">
      <h2>{t('care-plans.reportOf', { from: formatDay(view, report.fromOn), to: formatDay(view, report.toOn) })}</h2>
      {report.words.childSays ? <ChildSays words={report.words.childSays} /> : null}
      <dl class="need-words">
        {progressWords
          .filter((word) => word !== 'childSays' && report.words[word])
          .map((word) => (
            <div key={word}>
              <dt>{t(`care-plans.field.${word}`)}</dt>
              <dd dir="auto">{report.words[word]}</dd>
            </div>
          ))}
      </dl>
      <p class="quiet-text">
        {t('care-plans.reportBy', { who: report.reportedBy, office: report.officeName, on: formatDay(view, report.interviewedOn) })}
      </p>
    </section>
  );
}

type ReportFormProps = { view: View; form: FormState; reference: string; title: string };

function about({ view, form }: ReportFormProps, name: string) {
  return { view, form, name, label: view.t(`care-plans.field.${name}`) };
}

/** `opensSealed`: a mark of a need this officer may not open is left to who may. */
export function ReportPage(props: ReportFormProps & { plan: Plan; from: string; opensSealed: boolean }) {
  const { view, form, reference, title, plan, from } = props;
  const { t } = view;
  const flagged = plan.needs.filter(({ concern, domain }) => concern !== 'none' && (props.opensSealed || !sealedDomains.has(domain)));
  const options = marks.map((value) => ({ value, label: t(`care-plans.mark.${value}`) }));
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}/plan/progress`}>{t('care-plans.backToProgress', { reference })}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('care-plans.report.why', { from })}</p>
      <Form view={view} action={`/found/${reference}/plan/report`}>
        <DateInput {...about(props, 'toOn')} />
        <DateInput {...about(props, 'interviewedOn')} />
        <TextInput {...about(props, 'place')} maxLength={200} />
        <TextArea {...about(props, 'childSays')} hint={t('care-plans.hint.childSays')} optional maxLength={2000} />
        {flagged.map(({ domain, words }) => (
          <Radios
            key={domain}
            view={view}
            form={form}
            name={`mark-${domain}`}
            label={domainWords(view, domain)}
            hint={words?.goal}
            options={options}
            inline
          />
        ))}
        <TextArea {...about(props, 'conduct')} maxLength={2000} />
        {(['interventions', 'proceedings', 'residence'] as const).map((name) => (
          <TextArea key={name} {...about(props, name)} optional rows={2} maxLength={2000} />
        ))}
        <Button>{t('care-plans.report.save')}</Button>
      </Form>
    </>
  );
}

export function ReviewPage(props: ReportFormProps) {
  const { view, form, reference, title } = props;
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}/plan/progress`}>{t('care-plans.backToProgress', { reference })}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('care-plans.review.why')}</p>
      <Form view={view} action={`/found/${reference}/plan/review`}>
        <DateInput {...about(props, 'reviewedOn')} />
        <TextInput {...about(props, 'sat')} maxLength={500} />
        <TextArea {...about(props, 'childSays')} hint={t('care-plans.hint.childSays')} optional maxLength={2000} />
        <TextArea {...about(props, 'found')} maxLength={2000} />
        <Radios
          {...about(props, 'outcome')}
          options={reviewOutcomes.map((value) => ({ value, label: t(`care-plans.outcome.${value}`) }))}
        />
        <Button>{t('care-plans.review.save')}</Button>
      </Form>
    </>
  );
}
