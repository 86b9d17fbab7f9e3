// Alerts of an office: those nobody acknowledged first, each with the station to ring.
import { ageOn } from '../../../kernel/age.ts';
import { dayOf } from '../../../kernel/time.ts';
import { formatAge, formatWhen } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { type Description, RecordPhotograph, childName } from '../../children/index.ts';
import { Chain, type Intimated } from '../../intimations/index.ts';
import type { AlertListItem } from '../store.ts';
import { alertState, whyTold } from '../words.ts';

export type AlertShown = AlertListItem & { description: Description | undefined; photographName: string | undefined; districtName: string };
/** `chain`: every try to reach the office. */
type AlertRow = AlertShown & { chain: Intimated | undefined };

/** Pages count from 1. `held`: how many are held back from this list; null on the list of those. */
type AlertsProps = { view: View; alerts: readonly AlertRow[]; mayAcknowledge: boolean; page: number; pages: number; held: number | null };

const columns = ['photograph', 'child', 'reference', 'status', 'station', 'sent', 'acknowledgement'] as const;

export function AlertsPage({ view, alerts, mayAcknowledge, page, pages, held }: AlertsProps) {
  const { t } = view;
  return (
    <>
      <h1>{t('alerts.list.title')}</h1>
      {held === null ? (
        <p>
          {t('alerts.held.about')} <a href="/alerts">{t('alerts.held.back')}</a>
        </p>
      ) : null}
      {held ? (
        <p class="soon">
          <a href="/alerts?held=yes">{t('alerts.held.link', { count: held })}</a>
        </p>
      ) : null}
      <Table
        caption={t('alerts.list.title')}
        captionUnseen
        columns={columns.map((column) => ({ label: t(`alerts.list.column.${column}`) }))}
        rows={alerts.map((alert) => ({ id: alert.id, cells: cellsOf(view, alert, mayAcknowledge) }))}
        empty={<EmptyState view={view} title={t('alerts.list.none')} text={t('alerts.list.how')} />}
      />
      <Pagination view={view} page={page} pages={pages} href={(at) => `/alerts?page=${at}${held === null ? '&held=yes' : ''}`} />
    </>
  );
}

function cellsOf(view: View, alert: AlertRow, mayAcknowledge: boolean) {
  const { stationName, stationTelephone: telephone, sentAt } = alert;
  return [
    <RecordPhotograph view={view} name={alert.photographName} />,
    <Child view={view} alert={alert} />,
    <a href={`/missing/${alert.reference}`}>{alert.reference}</a>,
    view.t(`children.status.${alert.status}`),
    <>
      {stationName} {telephone ? <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone}</a> : null}
    </>,
    <>
      <time dateTime={sentAt}>{formatWhen(view, sentAt, view.now)}</time>{' '}
      {alert.insteadOf ? <span class="lag late">{view.t('alerts.list.insteadOf', { office: alert.insteadOf })}</span> : null}
      <span class="lag">{whyTold(view, alert)}</span>
    </>,
    <>
      {acknowledgement(view, alert, mayAcknowledge)}
      {alert.chain ? <Chain view={view} intimated={alert.chain} /> : null}
    </>,
  ];
}

/** Whom to look for: name as given, age carried to today, and the district. */
function Child({ view, alert: { description, districtName } }: { view: View; alert: AlertShown }) {
  const age = description?.age ? formatAge(view, ageOn(description.age, dayOf(view.now))) : view.t('alerts.list.ageUnknown');
  return (
    <>
      <bdi>{childName(view, description)}</bdi>, {age}, {districtName}
    </>
  );
}

function acknowledgement(view: View, alert: AlertListItem, mayAcknowledge: boolean) {
  if (alert.acknowledgedAt) return alertState(view, alert);
  if (!mayAcknowledge) return view.t('alerts.list.waiting');
  const own = { ...view, idempotencyKey: `${view.idempotencyKey}-${alert.id}` };
  return (
    <Form view={own} action={`/alerts/${alert.id}/acknowledge`} inline>
      <Button kind="secondary" hotkey=".">
        {view.t('alerts.list.acknowledge')}
      </Button>
    </Form>
  );
}
