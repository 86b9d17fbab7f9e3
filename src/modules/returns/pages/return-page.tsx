// One quarter of one Committee: the figures, who signed, who received, what the review found, what was directed; and what the office owes. Of a Board, what it owes.
import { dayOf } from '../../../kernel/time.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Timeline } from '../../../web/components/timeline.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type JournalEntry, periodInWords } from '../../journals/index.ts';
import { type DutyRow, DutiesPanel } from '../../obligations/index.ts';
import { type Figures, differencesSince, isNil } from '../figures.ts';
import type { ReturningOffice } from '../office-store.ts';
import type { PaperDuty } from '../paper.ts';
import type { Quarter, QuarterlyReturn } from '../quarterly-return.ts';
import type { Direction, Review } from '../return-store.ts';
import type { Outstanding } from '../standing.ts';
import { KeepForm, MadeForm, ReceiveForm, ReviewForm, SignForm, DirectForm } from './acts.tsx';
import { Cliff } from './cliff.tsx';
import { type Functioning, FunctioningPart } from './functioning.tsx';
import { FiguresTable } from './figures-table.tsx';
import { QuarterForm } from './quarter-form.tsx';
import { addDays } from '../../../kernel/time.ts';

export type ReturnShown = {
  office: ReturningOffice;
  quarter: Quarter;
  /** Null of a Board: nothing before it is kept here. */
  figures: Figures | null;
  signed: (QuarterlyReturn & { intact: boolean }) | null;
  received: JournalEntry | null;
  reviews: readonly Review[];
  directions: readonly Direction[];
  outstanding: readonly Outstanding[];
  duties: readonly { row: DutyRow; open: boolean; own: boolean }[];
  paper: readonly PaperDuty[];
  journal: readonly JournalEntry[];
  /** Null of a Board. */
  functioning: Functioning | null;
  may: { sign: boolean; review: boolean; backDated: boolean };
};
type Props = { view: View; shown: ReturnShown; form: FormState };

export function ReturnPage({ view, shown, form }: Props) {
  const { t } = view;
  const { office, quarter, outstanding, duties, paper, journal, may } = shown;
  const acts = { view, form, officeId: office.id, period: quarter.period };
  return (
    <>
      <p class="back">
        <a href={`/returns?period=${quarter.period}`}>{t('returns.list.title')}</a>
      </p>
      <h1>{t('returns.page.title', { office: office.name, period: periodInWords(view, quarter.period) })}</h1>
      <ErrorSummary view={view} form={form} />
      {office.kind === 'jjb' ? (
        <p>{t('returns.page.board')}</p>
      ) : (
        <>
          <QuarterForm view={view} action={`/returns/${office.id}`} period={quarter.period} />
          <Figured view={view} shown={shown} form={form} />
          <Reviewed view={view} shown={shown} form={form} />
          <Cliff view={view} outstanding={outstanding} />
          <Directed view={view} shown={shown} form={form} />
          <FunctioningPart {...acts} functioning={shown.functioning!} may={may} />
        </>
      )}
      <MadeForm {...acts} duties={paper} />
      {duties.length > 0 ? <DutiesPanel view={view} rows={duties} title={t('returns.page.duties')} /> : null}
      {may.backDated ? (
        <p>
          <a href={`/back-dated?office=${office.id}`}>{t('returns.page.backDated')}</a>
        </p>
      ) : null}
      {journal.length > 0 ? <Journal view={view} journal={journal} /> : null}
    </>
  );
}

function Figured({ view, shown, form }: Props) {
  const { t } = view;
  const { office, quarter, figures, signed, received, may } = shown;
  const acts = { view, form, officeId: office.id, period: quarter.period };
  const now = figures!;
  if (!signed)
    return (
      <>
        <p>{quarter.over ? t('returns.page.draft') : t('returns.page.running', { day: formatDay(view, addDays(quarter.to, 1)) })}</p>
        <FiguresTable view={view} then={null} now={now} />
        {may.sign && quarter.over ? <SignForm {...acts} nil={isNil(now)} /> : null}
      </>
    );
  const differences = differencesSince(signed.figures, now);
  return (
    <>
      <p>
        {t('returns.page.signed', { officer: signed.officerName, at: formatMoment(view, signed.signedAt) })}{' '}
        {signed.nilCode ? t('returns.page.nil', { why: t(`timeliness.nil.${signed.nilCode}`) }) : null}
      </p>
      {signed.intact ? null : <p class="late-word">{t('returns.page.broken')}</p>}
      <p>{differences.length === 0 ? t('returns.page.same') : t('returns.page.differs', { count: differences.length })}</p>
      <FiguresTable view={view} then={signed.figures} now={now} />
      {signed.remarks ? (
        <>
          <h2>{t('returns.page.remarks')}</h2>
          <p class="as-written">{signed.remarks}</p>
        </>
      ) : null}
      <p class="quiet-text digest">{t('returns.page.digest', { digest: signed.digest })}</p>
      <p>
        {received
          ? t('returns.page.received', {
              by: [received.byOfficerName, received.byOfficeName].filter(Boolean).join(', '),
              at: formatMoment(view, received.recordedAt),
            })
          : t('returns.page.notReceived')}
      </p>
      {!received && may.review ? <ReceiveForm {...acts} /> : null}
    </>
  );
}

function Reviewed({ view, shown, form }: Props) {
  const { t } = view;
  const { office, quarter, signed, reviews, may } = shown;
  const current = reviews.some(({ returnId }) => returnId === (signed?.id ?? null));
  return (
    <section aria-labelledby="review">
      <h2 id="review">{t('returns.review.title')}</h2>
      {reviews.length === 0 ? <p>{t('returns.review.none')}</p> : null}
      {reviews.map(({ remarks, reviewedAt, officerName, officeName, returnId }) => (
        <div key={reviewedAt}>
          <p class="quiet-text">
            {t('returns.review.by', { officer: officerName, office: officeName, at: formatMoment(view, reviewedAt) })}
            {returnId === null ? ` (${t('returns.review.without')})` : null}
          </p>
          <p class="as-written">{remarks}</p>
        </div>
      ))}
      {may.review && quarter.over && !current ? <ReviewForm view={view} form={form} officeId={office.id} period={quarter.period} /> : null}
    </section>
  );
}

function Directed({ view, shown, form }: Props) {
  const { t } = view;
  const { office, quarter, directions, may } = shown;
  const acts = { view, form, officeId: office.id, period: quarter.period };
  return (
    <section aria-labelledby="directions">
      <h2 id="directions">{t('returns.direct.title')}</h2>
      {directions.length === 0 ? <p>{t('returns.direct.none')}</p> : null}
      {directions.map((one) => (
        <div key={one.id}>
          <p class="quiet-text">
            {t('returns.direct.given', { reference: one.reference, day: formatDay(view, one.givenOn), officer: one.officerName })}
            {dayOf(one.recordedAt) === one.givenOn ? null : (
              <span class="late-word"> ({t('returns.direct.saidLate', { at: formatMoment(view, one.recordedAt) })})</span>
            )}
          </p>
          <p class="as-written">{one.words}</p>
          {one.keptOn ? <p>{t('returns.direct.kept', { day: formatDay(view, one.keptOn), words: one.keptWords ?? '' })}</p> : null}
        </div>
      ))}
      {may.review ? (
        <>
          <KeepForm {...acts} open={directions.filter(({ keptOn }) => keptOn === null)} />
          <DirectForm {...acts} />
        </>
      ) : null}
    </section>
  );
}

function Journal({ view, journal }: { view: View; journal: readonly JournalEntry[] }) {
  const rows = journal.map((entry) => ({
    happenedAt: entry.happenedAt,
    recordedAt: entry.recordedAt,
    what: sentence(view, entry),
    by: [entry.byOfficerName, entry.byOfficeName].filter(Boolean).join(', ') || view.t('law.actor.portal'),
  }));
  return <Timeline view={view} entries={rows} caption={view.t('returns.page.journal')} />;
}

/** "return made: functioning of the Committee reviewed, July 2026 – September 2026" */
function sentence(view: View, entry: JournalEntry): string {
  const facts = entry.facts as { what?: string; period?: string; reference?: string };
  const what = facts.what ? view.t(`returns.what.${facts.what}`) : null;
  const period = facts.period ? periodInWords(view, facts.period) : null;
  const about = [what, period, facts.reference].filter(Boolean).join(', ');
  return about ? `${view.t(`law.happening.${entry.happening}`)}: ${about}` : view.t(`law.happening.${entry.happening}`);
}
