// The care plan of a child: the child's own words on top, one row for each need, gaps said politely; beside it what was decided and what comes next.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { Button } from '../../../web/components/button.tsx';
import { Columns } from '../../../web/components/columns.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Form } from '../../../web/components/form.tsx';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { PrintLanguages } from '../../../web/print-languages.tsx';
import type { View } from '../../../web/view.ts';
import { type Plan, type PlanGap, domains, planGaps, planInForce, sealedDomains } from '../plan.ts';
import type { Course } from '../progress.ts';
import { NeedRow, domainWords } from './need-row.tsx';

export type PlanPageProps = {
  view: View;
  title: string;
  reference: string;
  /** The one shown: the draft to whoever writes it, else the one in force. */
  plan: Plan | undefined;
  plans: readonly Plan[];
  courses: readonly Course[];
  mayWrite: boolean;
  mayDecide: boolean;
  opensSealed: boolean;
  /** The record is not closed: the child is cared for by this plan. */
  inCare: boolean;
  /** Languages of the State, ISO 639. */
  spoken: readonly string[];
};

export function PlanPage(props: PlanPageProps) {
  const { view, title, reference, plan, mayWrite } = props;
  const { t } = view;
  return (
    <>
      <p class="reference">
        <a href={`/found/${reference}`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      {plan ? (
        <Columns aside={<Aside {...props} plan={plan} />}>
          <Shown {...props} plan={plan} />
        </Columns>
      ) : (
        <EmptyState view={view} title={t('care-plans.none')} text={t('care-plans.none.text')}>
          <ButtonRow>
            {mayWrite ? <Begin view={view} reference={reference} isFirst /> : null}
            <LinkButton href={`/found/${reference}/history`}>{t('care-plans.history')}</LinkButton>
          </ButtonRow>
        </EmptyState>
      )}
    </>
  );
}

function Begin({ view, reference, isFirst }: { view: View; reference: string; isFirst: boolean }) {
  return (
    <Form view={view} action={`/found/${reference}/plan/begin`} inline>
      <Button kind="secondary">{isFirst ? view.t('care-plans.begin') : view.t('care-plans.beginNext')}</Button>
    </Form>
  );
}

/** The child's own words stand first, as large as anything on the page. */
function Wishes({ view, plan, href }: { view: View; plan: Plan; href: string | null }) {
  const { t } = view;
  const { wishes, notHeardBecause } = plan.words;
  return (
    <section aria-labelledby="wishes-title">
      <h2 id="wishes-title">{t('care-plans.wishes')}</h2>
      {wishes ? (
        <blockquote class="childs-words" dir="auto">
          {wishes}
        </blockquote>
      ) : (
        <p class="quiet-text">{notHeardBecause ? t('care-plans.notHeard', { why: notHeardBecause }) : t('care-plans.wishes.none')}</p>
      )}
      {plan.heard && plan.heard !== 'not-yet' ? (
        <p class="quiet-text">
          {t('care-plans.heardAs', { how: t(`care-plans.heard.${plan.heard}`), language: plan.wishesLanguage ?? '–' })}
        </p>
      ) : null}
      {href ? (
        <p>
          <a href={href}>{t('care-plans.wishes.change')}</a>
        </p>
      ) : null}
    </section>
  );
}

function Shown({ view, reference, plan, plans, courses, mayWrite, opensSealed, inCare }: PlanPageProps & { plan: Plan }) {
  const { t } = view;
  const isDraft = plan.madeAt === null;
  const running = inCare && planInForce(plans)?.version === plan.version;
  const base = `/found/${reference}/plan`;
  return (
    <>
      {isDraft ? <SentBack view={view} before={plans.find(({ version }) => version === plan.version - 1)} /> : null}
      {isDraft ? <Gaps view={view} gaps={planGaps(plan)} reference={reference} mayMake={mayWrite} opensSealed={opensSealed} /> : null}
      <Wishes view={view} plan={plan} href={isDraft && mayWrite ? `${base}/wishes` : null} />
      <section aria-labelledby="needs-title">
        <h2 id="needs-title">{t('care-plans.needs')}</h2>
        {domains.map((domain) => {
          const need = plan.needs.find((one) => one.domain === domain);
          const href = isDraft && mayWrite ? `${base}/needs/${domain}` : null;
          // What two people opened is to read: the way to write is offered to who may write it.
          const changeHref = opensSealed || !sealedDomains.has(domain) ? href : null;
          const course = courses.find((one) => one.domain === domain);
          if (need) return <NeedRow key={domain} {...{ view, need, course, changeHref, running }} />;
          return (
            <section key={domain} class="need concern-unknown">
              <h3>{domainWords(view, domain)}</h3>
              <p>
                {changeHref ? (
                  <a href={changeHref}>
                    {t('care-plans.lookAt')} <span class="unseen">{domainWords(view, domain)}</span>
                  </a>
                ) : (
                  <span class="quiet-text">{t('care-plans.notLookedAt')}</span>
                )}
                {href && !opensSealed && sealedDomains.has(domain) ? <span class="quiet-text"> {t('care-plans.sealed')}</span> : null}
              </p>
            </section>
          );
        })}
      </section>
    </>
  );
}

function gapWords(view: View, gap: PlanGap): string {
  if (gap.of === 'not-looked-at') return view.t('care-plans.gapOf.not-looked-at', { domain: domainWords(view, gap.domain) });
  if (gap.of !== 'need') return view.t(`care-plans.gapOf.${gap.of}`);
  const what = gap.lacks.map((lack) => view.t(`care-plans.gap.${lack}`)).join(', ');
  return view.t('care-plans.gapOf.need', { domain: domainWords(view, gap.domain), what });
}

/** Why the version before this one came back: what whoever writes the next has to answer. */
function SentBack({ view, before }: { view: View; before: Plan | undefined }) {
  if (before?.decision !== 'returned' || !before.reasons) return null;
  return (
    <section class="panel" aria-labelledby="sent-back-title">
      <h2 id="sent-back-title">{view.t('care-plans.sentBack', { version: before.version })}</h2>
      <p dir="auto">{before.reasons}</p>
    </section>
  );
}

type GapsProps = { view: View; gaps: readonly PlanGap[]; reference: string; mayMake: boolean; opensSealed: boolean };

function Gaps({ view, gaps, reference, mayMake, opensSealed }: GapsProps) {
  const { t } = view;
  const base = `/found/${reference}/plan`;
  const hrefOf = (gap: PlanGap): string => ('domain' in gap ? `${base}/needs/${gap.domain}` : `${base}/wishes`);
  const mayOpen = (gap: PlanGap): boolean => mayMake && (opensSealed || !('domain' in gap && sealedDomains.has(gap.domain)));
  return (
    <section class="panel" aria-labelledby="gaps-title">
      <h2 id="gaps-title">{t('care-plans.draft', { count: gaps.length })}</h2>
      {gaps.length > 0 ? (
        <details>
          <summary>{t('care-plans.draft.what')}</summary>
          <ul>
            {gaps.map((gap) => (
              <li key={JSON.stringify(gap)}>{mayOpen(gap) ? <a href={hrefOf(gap)}>{gapWords(view, gap)}</a> : gapWords(view, gap)}</li>
            ))}
          </ul>
        </details>
      ) : mayMake ? (
        <Form view={view} action={`${base}/make`}>
          <p>{t('care-plans.make.text')}</p>
          <Button>{t('care-plans.make')}</Button>
        </Form>
      ) : null}
    </section>
  );
}

function Aside({ view, reference, plan, plans, mayWrite, mayDecide, spoken }: PlanPageProps & { plan: Plan }) {
  const { t } = view;
  const base = `/found/${reference}/plan`;
  const { madeAt, madeBy, decision, decidedAt, decidedBy, reasons, words, ladder } = plan;
  const isMade = madeAt !== null;
  const inForce = planInForce(plans) !== undefined;
  const toDecide = plans.findLast((one) => one.madeAt !== null);
  return (
    <>
      <SummaryList
        view={view}
        rows={[
          { label: t('care-plans.version'), value: String(plan.version) },
          { label: t('care-plans.office'), value: plan.officeName },
          { label: t('care-plans.field.caseWorker'), value: words.caseWorker ? <span dir="auto">{words.caseWorker}</span> : null },
          { label: t('care-plans.field.ladder'), value: ladder ? t(`care-plans.ladder.${ladder}`) : null },
          ...(words.ladderReasons
            ? [{ label: t('care-plans.field.ladderReasons'), value: <span dir="auto">{words.ladderReasons}</span> }]
            : []),
          ...(words.changed ? [{ label: t('care-plans.field.changed'), value: <span dir="auto">{words.changed}</span> }] : []),
          { label: t('care-plans.made'), value: madeAt ? t('care-plans.madeBy', { when: formatMoment(view, madeAt), who: madeBy ?? '' }) : t('care-plans.made.not') }, // prettier-ignore
          ...(isMade
            ? [
                {
                  label: t('care-plans.decision'),
                  value: decision ? t(`care-plans.decided.${decision}`, { when: formatMoment(view, decidedAt!), who: decidedBy ?? '' }) : t('care-plans.undecided'), // prettier-ignore
                },
              ]
            : []),
          ...(reasons ? [{ label: t('care-plans.field.reasons'), value: <span dir="auto">{reasons}</span> }] : []),
        ]}
      />
      <ButtonRow>
        {mayDecide && toDecide?.version === plan.version && !decision ? (
          <LinkButton href={`${base}/decide`}>{t('care-plans.decide')}</LinkButton>
        ) : null}
        {inForce ? <LinkButton href={`${base}/progress`}>{t('care-plans.progress')}</LinkButton> : null}
        {inForce ? <LinkButton href={`${base}/together`}>{t('care-plans.together')}</LinkButton> : null}
        {inForce && mayWrite ? <LinkButton href={`${base}/release`}>{t('care-plans.release')}</LinkButton> : null}
        <LinkButton href={`/found/${reference}/history`}>{t('care-plans.history')}</LinkButton>
        {toDecide ? <LinkButton href={`/found/${reference}/form-7.pdf`}>{t('care-plans.print', { form: 7 })}</LinkButton> : null}
        {toDecide ? <PrintLanguages href={`/found/${reference}/form-7.pdf`} spoken={spoken} /> : null}
        {toDecide ? <LinkButton href={`/found/${reference}/form-14.pdf`}>{t('care-plans.print', { form: 14 })}</LinkButton> : null}
      </ButtonRow>
      {mayWrite && plans.every((one) => one.madeAt !== null) ? <Begin view={view} reference={reference} isFirst={false} /> : null}
      <Versions view={view} plans={plans} base={base} />
    </>
  );
}

function Versions({ view, plans, base }: { view: View; plans: readonly Plan[]; base: string }) {
  if (plans.length < 2) return null;
  return (
    <section aria-labelledby="versions-title">
      <h2 id="versions-title">{view.t('care-plans.versions')}</h2>
      <ul>
        {plans.map(({ version, madeAt, words }) => (
          <li key={version}>
            <a href={`${base}?version=${version}`}>
              {madeAt
                ? view.t('care-plans.versionOf', { version, on: formatDay(view, dayOf(madeAt)) })
                : view.t('care-plans.versionDraft', { version })}
            </a>{' '}
            {words.changed ? <span dir="auto">{words.changed}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
