// Every try of one intimation in words: when, by what, to whom, and what came of it; and when the next is due.
import { formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { Attempt, Intimated } from '../intimation.ts';

/** Folded: what an officer asks for when nobody answered. */
export function Chain({ view, intimated }: { view: View; intimated: Intimated }) {
  const { t } = view;
  const { attempts, nextAt, isHeld } = intimated;
  return (
    <details>
      <summary>{t('intimations.chain.tries', { count: attempts.length })}</summary>
      <ul>
        {attempts.map((attempt) => (
          <li key={`${attempt.at} ${attempt.channel} ${attempt.officerName ?? attempt.officeName}`}>{sentence(view, attempt)}</li>
        ))}
        {isHeld ? <li>{t('intimations.chain.held')}</li> : null}
        {nextAt ? <li>{t('intimations.chain.next', { when: formatMoment(view, nextAt) })}</li> : null}
      </ul>
    </details>
  );
}

function sentence(view: View, attempt: Attempt): string {
  const { t } = view;
  const { at, channel, why, officeName, officerName } = attempt;
  const how = t(`intimations.channel.${channel}`);
  const who = officerName ? t('intimations.chain.officer', { officer: officerName, office: officeName }) : officeName;
  return t('intimations.chain.try', {
    when: formatMoment(view, at),
    how,
    who,
    why: t(`intimations.why.${why}`),
    fate: fateOf(view, attempt),
  });
}

function fateOf(view: View, { dispatchedAt, deliveredAt, failedAt, readAt }: Attempt): string {
  const fate = readAt ? 'read' : deliveredAt ? 'delivered' : failedAt ? 'failed' : dispatchedAt ? 'dispatched' : 'waiting';
  const at = readAt ?? deliveredAt ?? failedAt ?? dispatchedAt;
  return view.t(`intimations.fate.${fate}`, { when: at ? formatMoment(view, at) : '' });
}
