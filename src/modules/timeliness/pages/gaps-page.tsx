// The gap report of a district, for printing each week: silent offices, late entries nobody explained, duties late today.
import { addDays, dayOf } from '../../../kernel/time.ts';
import { formatDay, formatMoment, formatMonth } from '../../../platform/i18n/index.ts';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import type { Asked } from '../form.ts';
import { type OfficeGaps, isSilent } from '../gaps.ts';
import type { Place } from '../load.ts';
import { mondayOf, monthsOffered } from '../month.ts';
import { lateInWords } from '../words.ts';
import { MonthForm } from './month-form.tsx';
import { ChooseDistrict, Trail, lastOf } from './trail.tsx';

type Props = { view: View; asked: Asked; trail: readonly Place[]; offices: readonly OfficeGaps[] };

export function GapsPage({ view, asked, trail, offices }: Props) {
  const { t } = view;
  const place = lastOf(view, trail);
  const monday = mondayOf(dayOf(view.now));
  const sum = (read: (office: OfficeGaps) => number): number => offices.reduce((total, office) => total + read(office), 0);
  const withGaps = offices.filter((office) => office.silent || office.unexplained > 0 || office.dutiesLate > 0);
  return (
    <>
      <Trail view={view} asked={asked} trail={trail} />
      <h1>{t('timeliness.gaps.title', { place })}</h1>
      <p>
        {t('timeliness.gaps.week', {
          from: formatDay(view, monday),
          to: formatDay(view, addDays(monday, 6)),
          now: formatMoment(view, view.now),
        })}
      </p>
      <MonthForm view={view} action="/timeliness/gaps" asked={asked} months={monthsOffered(view.now)} />
      {asked.area.level === 'district' ? (
        <>
          <p>
            {t('timeliness.gaps.summary', {
              month: formatMonth(view, asked.month),
              silent: offices.filter(isSilent).length,
              offices: offices.length,
              unexplained: sum((office) => office.unexplained),
              duties: sum((office) => office.dutiesLate),
            })}
          </p>
          <Table
            caption={t('timeliness.gaps.caption')}
            captionUnseen
            columns={(['district', 'kind', 'said', 'unexplained', 'dutiesLate', 'oldest'] as const).map((name, at) => ({
              label: t(`timeliness.column.${name}`),
              numeric: at > 2,
            }))}
            rows={withGaps.map((office) => ({ id: office.officeId, cells: cellsOf(view, office) }))}
            empty={<p>{t('timeliness.gaps.none')}</p>}
          />
        </>
      ) : (
        <ChooseDistrict view={view} asked={asked} />
      )}
    </>
  );
}

function cellsOf(view: View, office: OfficeGaps) {
  const { t } = view;
  return [
    <>
      {office.name} <span class="quiet-text">{office.telephone}</span>
    </>,
    t(`officers.office.${office.kind}`),
    said(view, office),
    String(office.unexplained),
    String(office.dutiesLate),
    lateInWords(view, office.oldestLate, view.now),
  ];
}

function said(view: View, office: OfficeGaps) {
  const { t } = view;
  if (!office.silent) return t('timeliness.gaps.entries', { count: office.entries });
  if (office.nilCode === null) return <span class="late-word">{t('timeliness.office.silent')}</span>;
  return [t(`timeliness.nil.${office.nilCode}`), office.nilNote].filter(Boolean).join(': ');
}
