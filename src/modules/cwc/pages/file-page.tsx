// The Committee's file of a child: the sheet of Form 26 at its top, and the table of contents of Form 15.
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import type { Production } from '../identity.ts';
import { type Order, numberOf } from '../orders/order.ts';
import { OrderStanding } from '../orders/pages/order-page.tsx';
import { MonitoringSheet, type SheetShown } from '../schedule/pages/schedule-page.tsx';
import type { Hearing } from '../sittings/sitting.ts';
import type { SocialReport } from '../social-reports/social-report.ts';
import { Contents, Further, Papers } from './file-contents.tsx';
import { Moves, type MovesShown } from './moves.tsx';

export type FileStep = 'hearing' | 'ratify' | 'schedule' | 'order';
export type FurtherStep = 'restoration' | 'residence' | 'sent' | 'journey' | 'without-parents' | 'family' | 'certificate' | 'appeal';
export type FileShown = {
  reference: string;
  title: string;
  /** By what is written down eighteen or older, and the Committee has not found the age. */
  grownUp: boolean;
  /** The home lies elsewhere, and no transfer is on its way: where. */
  elsewhere: string | null;
  sheet: SheetShown | null;
  steps: readonly FileStep[];
  further: readonly FurtherStep[];
  reports: readonly SocialReport[];
  moves: MovesShown;
  /** A deed of surrender stands in the file. */
  surrendered: boolean;
  productions: readonly Production[];
  hearings: readonly Hearing[];
  orders: readonly Order[];
  /** Languages of the State, ISO 639. */
  spoken: readonly string[];
};

export function FilePage({ view, shown }: { view: View; shown: FileShown }) {
  const { t } = view;
  const { reference, sheet, steps } = shown;
  return (
    <>
      <p class="reference">
        <a href={`/found/${reference}`}>{reference}</a>
      </p>
      <h1>{shown.title}</h1>
      {shown.grownUp ? (
        <p class="panel">
          {t('cwc.file.grownUp')} <a href={`/cwc/${reference}/order?type=age`}>{t('cwc.file.findAge')}</a>
        </p>
      ) : null}
      {shown.elsewhere ? (
        <p class="panel">
          {t('cwc.file.elsewhere', { where: t(`cwc-moves.liesIn.${shown.elsewhere}`) })}{' '}
          <a href={`/cwc/${reference}/order?type=transfer`}>{t('cwc.file.orderTransfer')}</a>
        </p>
      ) : null}
      {sheet ? <MonitoringSheet view={view} shown={sheet} /> : <p>{t('cwc.file.notProduced')}</p>}
      {steps.length > 0 ? (
        <ButtonRow>
          {steps.map((step) => (
            <LinkButton key={step} href={`/cwc/${reference}/${step}`}>
              {t(`cwc.fileStep.${step}`)}
            </LinkButton>
          ))}
        </ButtonRow>
      ) : null}
      <Contents title={t('cwc.file.productions')} count={shown.productions.length}>
        <ul>
          {shown.productions.map(({ id, producedAt, sitting, producedBy, reportId }) => (
            <li key={id}>
              {t('cwc.panel.produced', { when: formatMoment(view, producedAt), sitting: t(`cwc.sitting.${sitting}`) })}{' '}
              {producedBy ? t('cwc.file.producedBy', { name: producedBy }) : null}{' '}
              {reportId ? <a href={`/found/${reference}#report-${reportId}`}>{t('cwc.file.report')}</a> : null}
            </li>
          ))}
        </ul>
      </Contents>
      <Orders view={view} shown={shown} />
      <Hearings view={view} shown={shown} />
      <Reports view={view} shown={shown} />
      <Moves view={view} shown={shown.moves} />
      <Further view={view} shown={shown} />
      <Papers view={view} shown={shown} />
    </>
  );
}

function Orders({ view, shown }: { view: View; shown: FileShown }) {
  const { t } = view;
  const columns = ['number', 'type', 'standing'].map((name) => ({ label: t(`cwc-orders.column.${name}`) }));
  const rows = shown.orders.map((order) => ({
    id: order.id,
    cells: [
      <a key="number" href={`/cwc/${shown.reference}/orders/${order.id}`}>
        {numberOf(order)}
      </a>,
      t(`cwc-orders.type.${order.type}`),
      <OrderStanding key="standing" view={view} order={order} />,
    ],
  }));
  const empty = <EmptyState view={view} title={t('cwc-orders.none')} text={t('cwc-orders.empty')} />;
  return (
    <section>
      <h2>{t('cwc-orders.register')}</h2>
      <Table caption={t('cwc-orders.register')} captionUnseen columns={columns} rows={rows} empty={empty} />
    </section>
  );
}

function Hearings({ view, shown }: { view: View; shown: FileShown }) {
  const { t } = view;
  return (
    <Contents title={t('cwc-sittings.hearings')} count={shown.hearings.length}>
      <ul>
        {shown.hearings.map((hearing) => (
          <li key={hearing.id}>
            {t('cwc-sittings.heard', { when: formatMoment(view, hearing.heardAt), members: hearing.members.join(', ') })}{' '}
            {hearing.present.length > 0
              ? t('cwc-sittings.were', { present: hearing.present.map((one) => t(`cwc-sittings.present.${one}`)).join(', ') })
              : null}{' '}
            {hearing.adjournedFor
              ? t('cwc-sittings.adjourned', {
                  who: t(`cwc-sittings.adjourned.${hearing.adjournedFor}`),
                  why: hearing.adjournedBecause ?? '',
                })
              : null}{' '}
            {hearing.nextOn ? t('cwc-sittings.next', { day: formatDay(view, hearing.nextOn) }) : null}
            {hearing.said ? <blockquote dir="auto">{hearing.said}</blockquote> : null}
          </li>
        ))}
      </ul>
    </Contents>
  );
}

function Reports({ view, shown }: { view: View; shown: FileShown }) {
  const { t } = view;
  return (
    <Contents title={t('cwc-report.register')} count={shown.reports.length}>
      <ul>
        {shown.reports.map(({ id, officeName, dueOn, submittedAt }) => (
          <li key={id}>
            {submittedAt ? (
              <a href={`/cwc/${shown.reference}/reports/${id}/read`}>{t('cwc-report.read', { office: officeName })}</a>
            ) : (
              t('cwc-report.awaited', { office: officeName, day: formatDay(view, dueOn) })
            )}
          </li>
        ))}
      </ul>
    </Contents>
  );
}
