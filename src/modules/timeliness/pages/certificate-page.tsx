// A district's month, as it is now and, once certified, as it was then; what came after stands beside it.
import { formatMoment, formatMonth } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { type CertifiedRow, differencesSince } from '../certificate.ts';
import type { Certificate } from '../certificate-store.ts';
import type { Asked } from '../form.ts';
import type { OfficeGaps } from '../gaps.ts';
import { shareOf } from '../league.ts';
import type { Place } from '../load.ts';
import { monthsOffered } from '../month.ts';
import { MonthForm } from './month-form.tsx';
import { ShareBar } from './share-bar.tsx';
import { ChooseDistrict, Trail, lastOf, leaguePath } from './trail.tsx';

/** `certificate` null while nobody has certified; `intact` false if the rows no longer give the digest. */
export type CertificateShown = {
  asked: Asked;
  trail: readonly Place[];
  /** Of a State: which have certified. */
  districts: readonly { code: string; name: string; certified: boolean }[];
  offices: readonly OfficeGaps[];
  certificate: (Certificate & { intact: boolean }) | null;
  mayCertify: boolean;
};
type Props = { view: View; shown: CertificateShown; errors?: Readonly<Record<string, string>> };

export function CertificatePage({ view, shown, errors = {} }: Props) {
  const { asked, trail, certificate } = shown;
  const { t } = view;
  const place = lastOf(view, trail);
  return (
    <>
      <Trail view={view} asked={asked} trail={trail} />
      <h1>{t('timeliness.certificate.title', { place, month: formatMonth(view, asked.month) })}</h1>
      <ErrorSummary view={view} form={{ values: {}, errors }} />
      <MonthForm view={view} action="/timeliness/certificate" asked={asked} months={monthsOffered(view.now)} />
      {asked.area.level !== 'district' ? <Districts view={view} shown={shown} /> : null}
      {asked.area.level === 'district' ? certificate ? <Certified view={view} shown={shown} /> : <Open view={view} shown={shown} /> : null}
    </>
  );
}

function Districts({ view, shown: { asked, districts } }: Props) {
  const { t } = view;
  if (districts.length === 0) return <ChooseDistrict view={view} asked={asked} />;
  return (
    <>
      <p>
        {t('timeliness.certificate.districts', {
          certified: districts.filter(({ certified }) => certified).length,
          count: districts.length,
        })}
      </p>
      <ul class="silent-places">
        {districts.map(({ code, name, certified }) => (
          <li key={code}>
            <a href={leaguePath(asked, { place: code }, '/certificate')}>{name}</a>:{' '}
            {t(certified ? 'timeliness.certificate.yes' : 'timeliness.certificate.no')}
          </li>
        ))}
      </ul>
    </>
  );
}

function Open({ view, shown: { asked, offices, mayCertify } }: Props) {
  const { t } = view;
  return (
    <>
      <p>{t('timeliness.certificate.notYet')}</p>
      {mayCertify ? (
        <Form view={view} action="/timeliness/certificate">
          <p>{t('timeliness.certificate.about')}</p>
          <Hidden name="month" value={asked.month.slice(0, 7)} />
          <Button>{t('timeliness.certificate.certify', { month: formatMonth(view, asked.month) })}</Button>
        </Form>
      ) : null}
      <Rows view={view} rows={offices} offices={offices} />
    </>
  );
}

function Certified({ view, shown: { certificate, offices } }: Props) {
  const { t } = view;
  const { rows, digest, intact, officerName, officeName, certifiedAt } = certificate!;
  const total = (list: readonly { entries: number }[]): number => list.reduce((sum, { entries }) => sum + entries, 0);
  const differences = differencesSince(rows, offices);
  return (
    <>
      <p>{t('timeliness.certificate.by', { officer: officerName, office: officeName, at: formatMoment(view, certifiedAt) })}</p>
      <p>
        {differences.length === 0
          ? t('timeliness.certificate.same', { count: total(rows) })
          : t('timeliness.certificate.differs', { certified: total(rows), now: total(offices), after: total(offices) - total(rows) })}
      </p>
      {intact ? null : <p class="late-word">{t('timeliness.certificate.broken')}</p>}
      <Rows view={view} rows={rows} offices={offices} now={new Map(differences.map(({ officeId, now }) => [officeId, now]))} />
      <p class="quiet-text digest">{t('timeliness.certificate.digest', { digest })}</p>
    </>
  );
}

type RowsProps = { view: View; rows: readonly CertifiedRow[]; offices: readonly OfficeGaps[]; now?: ReadonlyMap<string, number> };

function Rows({ view, rows, offices, now = new Map() }: RowsProps) {
  const { t } = view;
  const named = new Map(offices.map((office, at) => [office.officeId, { ...office, at }]));
  const inOrder = rows.toSorted((one, other) => (named.get(one.officeId)?.at ?? -1) - (named.get(other.officeId)?.at ?? -1));
  return (
    <Table
      caption={t('timeliness.certificate.caption')}
      captionUnseen
      columns={(['district', 'entries', 'share', 'reasons', 'said'] as const).map((name) => ({
        label: t(`timeliness.column.${name}`),
        numeric: name === 'entries' || name === 'reasons',
      }))}
      rows={inOrder.map((row) => ({
        id: row.officeId,
        cells: [
          named.get(row.officeId)?.name ?? row.officeId,
          now.has(row.officeId)
            ? t('timeliness.certificate.then', { certified: row.entries, now: now.get(row.officeId)! })
            : String(row.entries),
          <ShareBar share={shareOf(row)} label={t('timeliness.ofTimed', { inTime: row.inTime, timed: row.timed })} />,
          String(row.reasons),
          row.nilCode ? t(`timeliness.nil.${row.nilCode}`) : null,
        ],
      }))}
    />
  );
}
