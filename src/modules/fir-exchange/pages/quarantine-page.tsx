// The list of messages that wait for a person: why, of which paper, since when.
import type { Instant } from '../../../kernel/time.ts';
import { formatMoment } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { ExchangeTabs } from './exchange-tabs.tsx';
import type { Waiting } from '../quarantine/quarantine-store.ts';
import { paperOfStation } from './paper-words.ts';
import { reasonText } from './words.ts';

/** Over a day's ceiling. */
export type HeldShown = { count: number; rows: readonly (Waiting & { nextAt: Instant })[]; page: number; pages: number };

type Props = {
  view: View;
  waiting: readonly Waiting[];
  held: HeldShown | null;
  reasons: readonly { reason: string; count: number }[];
  reason: string | null;
  page: number;
  pages: number;
};

const PATH = '/exchange/quarantine';

export function QuarantinePage({ view, waiting, held, reasons, reason, page, pages }: Props) {
  const { t } = view;
  return (
    <>
      <ExchangeTabs view={view} here="/exchange/quarantine" />
      <h1>{t('quarantine.title')}</h1>
      <p>{t('quarantine.about')}</p>
      {held ? <HeldByFlood view={view} held={held} /> : null}
      {reasons.length > 1 ? (
        <details open={reason !== null}>
          <summary>{t('quarantine.byReason', { count: reasons.length })}</summary>
          <ul>
            {reason ? (
              <li>
                <a href={PATH}>{t('quarantine.all')}</a>
              </li>
            ) : null}
            {reasons.map((one) => (
              <li key={one.reason}>
                <a href={`${PATH}?reason=${one.reason}`} aria-current={one.reason === reason ? 'true' : undefined}>
                  {t('quarantine.ofReason', { reason: reasonText(view, one.reason), count: one.count })}
                </a>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Table
        caption={t('quarantine.caption')}
        captionUnseen
        columns={[
          { label: t('quarantine.column.why') },
          { label: t('quarantine.column.paper') },
          { label: t('quarantine.column.type') },
          { label: t('quarantine.column.sender') },
          { label: t('quarantine.column.received') },
        ]}
        rows={waiting.map((one) => ({
          id: String(one.row),
          cells: [
            <a href={`${PATH}/${one.row}`}>{reasonText(view, one.reason)}</a>,
            one.paperKey ? <bdi>{paperOfStation(view, one.paperKey, one.stationName)}</bdi> : t('quarantine.paperUnknown'),
            one.type ? t(`quarantine.type.${one.type}`) : t('quarantine.type.unknown'),
            <bdi>{one.nodeName}</bdi>,
            formatMoment(view, one.receivedAt),
          ],
        }))}
        empty={
          held ? (
            <p>{t('quarantine.noneBesides')}</p>
          ) : (
            <EmptyState view={view} title={t('quarantine.emptyTitle')} text={t('quarantine.empty')} />
          )
        }
      />
      <Pagination view={view} page={page} pages={pages} href={(at) => `${PATH}?${reason ? `reason=${reason}&` : ''}page=${at}`} />
    </>
  );
}

/** Far more than ever: who looks at one, and finds it true, lets it through at once. */
function HeldByFlood({ view, held }: { view: View; held: HeldShown }) {
  const { t } = view;
  return (
    <section>
      <Table
        caption={t('quarantine.heldTitle', { count: held.count })}
        narrow="running"
        columns={(['paper', 'type', 'received', 'until'] as const).map((column) => ({ label: t(`quarantine.column.${column}`) }))}
        rows={held.rows.map((one) => ({
          id: String(one.row),
          cells: [
            <a href={`${PATH}/${one.row}`}>
              {one.paperKey ? paperOfStation(view, one.paperKey, one.stationName) : t('quarantine.paperUnknown')}
            </a>,
            one.type ? t(`quarantine.type.${one.type}`) : t('quarantine.type.unknown'),
            formatMoment(view, one.receivedAt),
            formatMoment(view, one.nextAt),
          ],
        }))}
      />
      <Pagination view={view} page={held.page} pages={held.pages} href={(at) => `${PATH}?held=${at}`} />
    </section>
  );
}
