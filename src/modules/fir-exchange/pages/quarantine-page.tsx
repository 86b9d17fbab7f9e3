// The list of messages that wait for a person: why, of which paper, since when.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { ExchangeTabs } from './exchange-tabs.tsx';
import type { Waiting } from '../quarantine/quarantine-store.ts';
import { paperOfStation } from './paper-words.ts';
import { reasonText } from './words.ts';

type Props = {
  view: View;
  waiting: readonly Waiting[];
  reasons: readonly { reason: string; count: number }[];
  reason: string | null;
  page: number;
  pages: number;
};

const PATH = '/exchange/quarantine';

export function QuarantinePage({ view, waiting, reasons, reason, page, pages }: Props) {
  const { t } = view;
  return (
    <>
      <ExchangeTabs view={view} here="/exchange/quarantine" />
      <h1>{t('quarantine.title')}</h1>
      <p>{t('quarantine.about')}</p>
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
        empty={<EmptyState view={view} title={t('quarantine.emptyTitle')} text={t('quarantine.empty')} />}
      />
      <Pagination view={view} page={page} pages={pages} href={(at) => `${PATH}?${reason ? `reason=${reason}&` : ''}page=${at}`} />
    </>
  );
}
