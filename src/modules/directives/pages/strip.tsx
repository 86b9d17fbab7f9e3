// Directives on the desk home: how many nobody here has acknowledged, and the points this office owes, the most pressing first.
import { Clock } from '../../../web/components/clock.tsx';
import { DutyList } from '../../../web/components/duty.tsx';
import type { View } from '../../../web/view.ts';
import type { Owed, Waiting } from '../answer-store.ts';
import { periodInWords } from './words.tsx';

export function DirectiveStrip({ view, waiting, open, doable }: { view: View; waiting: Waiting; open: readonly Owed[]; doable: boolean }) {
  const { t } = view;
  if (waiting.unacknowledged === 0 && waiting.open === 0) return null;
  return (
    <section aria-labelledby="directives">
      <h2 id="directives">{t('directives.title')}</h2>
      <WaitingLine view={view} waiting={waiting} />
      <OpenPoints view={view} open={open} doable={doable} />
    </section>
  );
}

export function WaitingLine({ view, waiting }: { view: View; waiting: Waiting }) {
  const { t } = view;
  const { unacknowledged, open, late } = waiting;
  return (
    <p>
      <a href="/directives">{t('directives.waiting.unacknowledged', { count: unacknowledged })}</a>;{' '}
      {t('directives.waiting.open', { count: open })}
      {late > 0 ? (
        <>
          , <span class="late-word">{t('directives.waiting.late', { count: late })}</span>
        </>
      ) : null}
    </p>
  );
}

export function OpenPoints({ view, open, doable }: { view: View; open: readonly Owed[]; doable: boolean }) {
  if (open.length === 0) return null;
  return (
    <DutyList>
      {open.map((owed) => (
        <OwedPoint key={`${owed.pointId} ${owed.period}`} view={view} owed={owed} doable={doable} />
      ))}
    </DutyList>
  );
}

/** Where the office answers the point. */
export function answerPath({ directiveId, pointId, period }: Pick<Owed, 'directiveId' | 'pointId' | 'period'>): string {
  return `/directives/${directiveId}/answer?point=${pointId}&period=${period}`;
}

function OwedPoint({ view, owed, doable }: { view: View; owed: Owed; doable: boolean }) {
  const { t } = view;
  const period = periodInWords(view, owed.repeats, owed.period);
  return (
    <li class="duty" data-row>
      <div class="duty-clock">
        {owed.lateAfter ? <Clock view={view} due={owed.lateAfter} /> : <span class="clock later">{t('web.duty.noDate')}</span>}
      </div>
      <div class="duty-what">
        <p class="duty-title" dir="auto">
          {owed.what}
          {period ? ` (${period})` : ''}
        </p>
        <p class="quiet-text">
          {t(`directives.kind.${owed.kind}`)}: <a href={`/directives/${owed.directiveId}`}>{owed.title}</a>
          {owed.answer === 'not-yet' ? `. ${t('directives.saidNotYet')}` : ''}
          {owed.lateAfter && owed.dueBasis ? `. ${t(`directives.basis.${owed.dueBasis}`)}` : ''}
        </p>
      </div>
      {doable ? (
        <a class="button secondary" href={answerPath(owed)}>
          {t('directives.answerThis')} <span class="unseen">{owed.what}</span>
        </a>
      ) : null}
    </li>
  );
}
