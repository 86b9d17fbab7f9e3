// One directive: what it says and on what source, whether it is in force, what this office must do and has answered, and for who issued it what comes next.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import type { Answered, Owed, Receipt } from '../answer-store.ts';
import type { Directive, Ended, Point } from '../directive.ts';
import { stateOf } from '../term.ts';
import { Original, PointList } from './parts.tsx';
import { answerPath } from './strip.tsx';
import { FullText, Source, StateSign, headOf, periodInWords } from './words.tsx';

type Loaded = {
  directive: Directive;
  points: readonly Point[];
  ended: Ended | null;
  ends: readonly Ended[];
  receipt: Receipt | undefined;
  owed: readonly Owed[];
  answers: readonly Answered[];
  isOwn: boolean;
  mayAnswer: boolean;
  mayCompare: boolean;
};

export function DirectivePage({ view, loaded }: { view: View; loaded: Loaded }) {
  const { t } = view;
  const { directive, points, ended, ends, isOwn, mayCompare } = loaded;
  return (
    <>
      <p class="back">
        <a href="/directives">{t('directives.title')}</a>
      </p>
      <h1 dir="auto">{directive.title}</h1>
      <p>{headOf(view, directive)}</p>
      <Ending view={view} ended={ended} ends={ends} />
      <Source view={view} directive={directive} />
      <Here view={view} loaded={loaded} />
      <h2>{t('directives.text')}</h2>
      <FullText text={directive.text} />
      <Original view={view} original={directive.original} />
      <h2>{t('directives.points')}</h2>
      <PointList view={view} points={points} />
      {mayCompare || isOwn ? (
        <ButtonRow>
          {mayCompare ? <LinkButton href={`/directives/${directive.id}/compliance`}>{t('directives.compliance.title')}</LinkButton> : null}
          {isOwn && !ended ? <LinkButton href={`/directives/${directive.id}/end`}>{t('directives.end.title')}</LinkButton> : null}
        </ButtonRow>
      ) : null}
    </>
  );
}

/** In force no more, and why; and what this one put an end to. */
export function Ending({ view, ended, ends }: { view: View; ended: Ended | null; ends: readonly Ended[] }) {
  const { t } = view;
  return (
    <>
      {ended ? (
        <p>
          <WordStatus kind="late">{t(`directives.ended.${ended.how}`, { at: formatMoment(view, ended.endedAt) })}</WordStatus>{' '}
          {ended.otherId ? <a href={`/directives/${ended.otherId}`}>{ended.otherTitle}</a> : null} <span dir="auto">{ended.reason}</span>
        </p>
      ) : null}
      {ends.map((one) => (
        <p key={one.otherId}>
          {t(`directives.ends.${one.how}`)} <a href={`/directives/${one.otherId}`}>{one.otherTitle}</a>.{' '}
          <span dir="auto">{one.reason}</span>
        </p>
      ))}
    </>
  );
}

/** What the reader's own office is to do, and what it has said. */
function Here({ view, loaded }: { view: View; loaded: Loaded }) {
  const { t } = view;
  const { directive, receipt, owed, answers, ended, mayAnswer } = loaded;
  if (!receipt) return null;
  const open = mayAnswer && !ended;
  return (
    <section aria-labelledby="here">
      <h2 id="here">{t('directives.hereTitle')}</h2>
      {receipt.acknowledgedAt ? (
        <WordStatus kind="done">
          {t('directives.acknowledgedBy', { at: formatMoment(view, receipt.acknowledgedAt), name: receipt.acknowledgedBy ?? '' })}
        </WordStatus>
      ) : (
        <WordStatus kind="waiting">{t('directives.reachedAt', { at: formatMoment(view, receipt.reachedAt) })}</WordStatus>
      )}
      {!receipt.acknowledgedAt && open ? (
        <Form view={view} action={`/directives/${directive.id}/acknowledge`}>
          <Button>{t('directives.acknowledge')}</Button>
        </Form>
      ) : null}
      {[...Map.groupBy(owed, ({ pointId }) => pointId)].map(([pointId, periods]) => (
        <OwedPeriods key={pointId} view={view} owed={periods} answers={answers} open={open} />
      ))}
    </section>
  );
}

type OwedProps = { view: View; owed: readonly Owed[]; answers: readonly Answered[]; open: boolean };

/** Of what is answered again and again, so many periods stand open to the eye; the older ones are folded away, unless one is still owed. */
const PERIODS_SHOWN = 3;

/** One point, with each period in which it is owed; the latest first. */
function OwedPeriods({ view, owed, answers, open }: OwedProps) {
  const { t } = view;
  const isShown = (one: Owed, at: number): boolean => at < PERIODS_SHOWN || one.answer === null || one.answer === 'not-yet';
  const [shown, older] = [owed.filter(isShown), owed.filter((one, at) => !isShown(one, at))];
  const list = (some: readonly Owed[]) => (
    <ul class="directive-periods">
      {some.map((one) => (
        <li key={one.period}>
          <OwedHere view={view} owed={one} open={open} />
          <Said view={view} answers={answers.filter(({ pointId, period }) => pointId === one.pointId && period === one.period)} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <h3 class="directive-point" dir="auto">
        {t('directives.compliance.point', { number: owed[0]!.position })}: {owed[0]!.what}
      </h3>
      {list(shown)}
      {older.length > 0 ? (
        <details>
          <summary>{t('directives.older', { count: older.length })}</summary>
          {list(older)}
        </details>
      ) : null}
    </>
  );
}

function OwedHere({ view, owed, open }: { view: View; owed: Owed; open: boolean }) {
  const { t } = view;
  const period = periodInWords(view, owed.repeats, owed.period);
  return (
    <>
      {period ? <strong>{period}</strong> : null} <StateSign view={view} state={stateOf(owed, view.now)} />{' '}
      {owed.lateAfter ? t('directives.by', { at: formatMoment(view, owed.lateAfter) }) : null}{' '}
      {open ? (
        <a href={answerPath(owed)}>
          {t(owed.answer === null ? 'directives.answerThis' : 'directives.answerAgain')}{' '}
          <span class="unseen">
            {owed.what} {period}
          </span>
        </a>
      ) : null}
    </>
  );
}

/** Every answer stays; the latest counts and stands first. */
function Said({ view, answers }: { view: View; answers: readonly Answered[] }) {
  const { t } = view;
  if (answers.length === 0) return null;
  return (
    <ul class="quiet-text">
      {answers.map((one) => (
        <li key={one.answeredAt}>
          {t(`directives.answer.${one.answer}`)}
          {one.doneOn ? `, ${formatDay(view, one.doneOn)}` : ''}
          {one.figure !== null ? `, ${one.figure}` : ''}. {one.sentence ? <span dir="auto">{one.sentence}</span> : null}{' '}
          {t('directives.saidBy', { name: one.answeredBy, at: formatMoment(view, one.answeredAt) })}
        </li>
      ))}
    </ul>
  );
}
