// What became of a child beyond the inquiry: transfers, escorted journeys, visits after restoration, appeals, the certificate of Form 25.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { Certificate } from '../adoption/adoption-store.ts';
import type { Appeal, FollowUp, Journey, Transfer } from '../transfers/transfer-store.ts';

export type MovesShown = {
  transfers: readonly Transfer[];
  journeys: readonly Journey[];
  followUps: readonly FollowUp[];
  appeals: readonly Appeal[];
  certificate: Certificate | undefined;
};

export function Moves({ view, shown }: { view: View; shown: MovesShown }) {
  const { t } = view;
  const { transfers, journeys, followUps, appeals, certificate } = shown;
  if (transfers.length + journeys.length + followUps.length + appeals.length === 0 && !certificate) return null;
  return (
    <section>
      <h2>{t('cwc-moves.panel.title')}</h2>
      <ul>
        {transfers.map(({ orderId, fromName, toName, sentOn, answer, answerBecause }) => (
          <li key={orderId}>
            {t('cwc-moves.panel.transfer', {
              from: fromName,
              to: toName,
              standing: answer ?? (sentOn ? 'sent' : 'ordered'),
              day: sentOn ? formatDay(view, sentOn) : '',
            })}
            {answerBecause ? <q dir="auto">{answerBecause}</q> : null}
          </li>
        ))}
        {journeys.map(({ orderId, escortName, startedAt, endedAt, handedTo, receipt }) => (
          <li key={`journey-${orderId}`}>
            {t('cwc-moves.panel.journey', {
              name: escortName,
              from: formatMoment(view, startedAt),
              to: formatMoment(view, endedAt),
              whom: handedTo,
            })}{' '}
            {receipt ? t('cwc-moves.panel.receipt', { number: receipt }) : null}
          </li>
        ))}
        {followUps.map(({ visit, visitedOn, found, officeName }) => (
          <li key={`${visit}-${visitedOn}`}>
            {t('cwc-moves.panel.visit', { visit: t(`cwc-moves.visit.${visit}`), day: formatDay(view, visitedOn), office: officeName })}{' '}
            <span dir="auto">{found}</span>
          </li>
        ))}
        {appeals.map(({ orderId, appealTo, appealedOn, appealedBy, outcome }) => (
          <li key={`appeal-${orderId}-${appealedOn}`}>
            {t('cwc-moves.panel.appeal', { name: appealedBy, to: t(`cwc-moves.appealTo.${appealTo}`), day: formatDay(view, appealedOn) })}{' '}
            {outcome ? <q dir="auto">{outcome}</q> : null}
          </li>
        ))}
        {certificate ? <li>{t('cwc-moves.panel.certificate', { day: formatDay(view, certificate.givenOn) })}</li> : null}
      </ul>
    </section>
  );
}
