// One home: its places and how many are taken, who runs it and until when it is registered, who works there.
import type { Day } from '../../../../kernel/time.ts';
import { formatDay } from '../../../../platform/i18n/index.ts';
import { EmptyState } from '../../../../web/components/empty-state.tsx';
import { ButtonRow, LinkButton } from '../../../../web/components/link-button.tsx';
import { SummaryList } from '../../../../web/components/summary-list.tsx';
import { Table } from '../../../../web/components/table.tsx';
import type { View } from '../../../../web/view.ts';
import type { InPost, Office } from '../../../officers/index.ts';
import type { District } from '../../../places/index.ts';
import { type Count, type Institution, type Unit, bands, countedSexes, isOpen, occupancy } from '../institution.ts';
import { Fullness, Registration } from './words.tsx';

export type HomePageProps = {
  view: View;
  office: Office;
  district: District | null;
  institution: Institution | null;
  units: readonly Unit[];
  counts: readonly Count[];
  staff: readonly InPost[];
  station: string | null;
  on: Day;
  /** The reader works here. */
  own: boolean;
};

export function HomePage(props: HomePageProps) {
  const { view, office, institution, district, units, counts, on } = props;
  const { t } = view;
  const full = occupancy(units, counts, on);
  return (
    <>
      {view.may('resident.act') ? null : (
        <p>
          <a href={district ? `/homes?district=${district.code}` : '/homes'}>{t('institutions.list.title')}</a>
        </p>
      )}
      <h1>
        <bdi>{office.name}</bdi>
      </h1>
      <p>
        <Registration view={view} home={institution} on={on} />
      </p>
      <p>
        {t('institutions.home.full', { here: full.here, strength: full.strength })} <Fullness view={view} occupancy={full} />
      </p>
      <Ways {...props} />
      <Units {...props} />
      <ByAge view={view} counts={counts} />
      <h2>{t('institutions.home.particulars')}</h2>
      <SummaryList view={view} rows={particularsOf(props)} />
    </>
  );
}

function Ways({ view, office }: HomePageProps) {
  const { t } = view;
  const keeps = view.may('institution.keep');
  return (
    <ButtonRow>
      <LinkButton href={`/homes/${office.id}/visits`}>{t('institutions.visits.done')}</LinkButton>
      {view.may('resident.read') ? (
        <LinkButton href={`/homes/${office.id}/attendance`}>{t('institutions.home.attendance')}</LinkButton>
      ) : null}
      {keeps ? <LinkButton href={`/homes/${office.id}/particulars`}>{t('institutions.home.particularsDo')}</LinkButton> : null}
      {keeps ? <LinkButton href={`/homes/${office.id}/unit`}>{t('institutions.home.unitDo')}</LinkButton> : null}
    </ButtonRow>
  );
}

function Units({ view, office, units, counts, on }: HomePageProps) {
  const { t } = view;
  const keeps = view.may('institution.keep');
  const columns = (['unit', 'strength', 'here', 'free'] as const).map((name) => ({
    label: t(`institutions.column.${name}`),
    numeric: name === 'strength' || name === 'here',
  }));
  const rows = units.map((unit) => {
    const mine = counts.filter(({ unitId }) => unitId === unit.id);
    const words = t('institutions.unit.words', {
      kind: t(`institutions.unitKind.${unit.kind}`),
      sex: t(`institutions.unitSex.${unit.sex}`),
    });
    const closed = isOpen(unit, on) ? '' : ` (${t('institutions.unit.closed', { on: formatDay(view, unit.closedOn ?? unit.openedOn) })})`;
    const full = occupancy([unit], mine, on);
    return {
      id: unit.id,
      cells: [
        keeps ? <a href={`/homes/${office.id}/unit?unit=${unit.id}`}>{words + closed}</a> : words + closed,
        full.strength,
        full.here,
        <Fullness view={view} occupancy={full} />,
      ],
    };
  });
  return (
    <>
      <h2>{t('institutions.home.units')}</h2>
      <Table
        caption={t('institutions.home.units')}
        captionUnseen
        columns={columns}
        rows={rows}
        empty={<EmptyState view={view} title={t('institutions.unit.none')} text={t('institutions.unit.empty')} />}
      />
    </>
  );
}

function ByAge({ view, counts }: { view: View; counts: readonly Count[] }) {
  const { t } = view;
  if (counts.length === 0) return null;
  const some = <T extends string>(all: readonly T[], of: (count: Count) => T) =>
    all.filter((one) => one !== 'unknown' || counts.some((count) => of(count) === one));
  const sexes = some(countedSexes, ({ sex }) => sex);
  const number = (band: string, sex: string) =>
    counts.filter((count) => count.band === band && count.sex === sex).reduce((all, { children }) => all + children, 0);
  return (
    <>
      <h2>{t('institutions.home.byAge')}</h2>
      <Table
        caption={t('institutions.home.byAge')}
        captionUnseen
        narrow="running"
        columns={[{ label: t('institutions.column.age') }, ...sexes.map((sex) => ({ label: t(`institutions.sex.${sex}`), numeric: true }))]}
        rows={some(bands, ({ band }) => band).map((band) => ({
          id: band,
          cells: [t(`institutions.band.${band}`), ...sexes.map((sex) => number(band, sex))],
        }))}
      />
    </>
  );
}

function particularsOf({ view, institution, district, staff, station, office }: HomePageProps) {
  const { t } = view;
  const label = (name: string) => t(`institutions.field.${name}`);
  const day = (on: Day | null | undefined) => (on ? formatDay(view, on) : null);
  const runner = institution && [t(`institutions.runner.${institution.runBy}`), institution.runner].filter(Boolean).join(', ');
  const place = institution?.latitude === null || !institution ? null : `${institution.latitude}, ${institution.longitude}`;
  return [
    { label: label('runBy'), value: runner },
    { label: label('registrationNumber'), value: institution?.registrationNumber ?? null },
    { label: label('registeredOn'), value: day(institution?.registeredOn) },
    { label: label('registeredUntil'), value: day(institution?.registeredUntil) },
    { label: label('grantApproved'), value: institution ? t(institution.grantApproved ? 'institutions.yes' : 'institutions.no') : null },
    {
      label: label('staff'),
      value: staff.length > 0 ? staff.map(({ name, role }) => `${name} (${t(`officers.role.${role}`)})`).join(', ') : null,
    },
    { label: label('address'), value: [institution?.address, district?.name, district?.stateName].filter(Boolean).join(', ') || null },
    { label: label('stationId'), value: station },
    { label: label('place'), value: place },
    { label: label('telephone'), value: office.telephone },
  ];
}
