// One drive on one page: the figures first, then the raids, then the children for who may see children.
import { dayOf, timeOfDay } from '../../../kernel/time.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { Pagination } from '../../../web/components/pagination.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { placeName } from '../../places/index.ts';
import type { Loaded } from '../desk.ts';
import type { Drive } from '../drive.ts';
import { ChildrenTable } from './children-table.tsx';
import { FigureTables, PlaceTable } from './figures.tsx';

type Props = { view: View; loaded: Loaded };

export function daysOf(view: View, { fromOn, toOn }: Pick<Drive, 'fromOn' | 'toOn'>): string {
  return view.t('drives.fromTo', { from: formatDay(view, fromOn), to: formatDay(view, toOn) });
}

export function statesOf(view: View, { states }: Pick<Drive, 'states'>): string {
  return states.map((code) => placeName(view, { code, name: code })).join(', ');
}

export function DrivePage({ view, loaded }: Props) {
  const { t } = view;
  const { drive, figures, mayRaid } = loaded;
  const path = `/drives/${drive.id}`;
  return (
    <>
      <p class="back">
        <a href="/drives">{t('drives.title')}</a>
      </p>
      <h1 dir="auto">{drive.name}</h1>
      <p>
        {daysOf(view, drive)} · {statesOf(view, drive)}
      </p>
      <h2>{t('drives.figures.title')}</h2>
      {drive.countedAt ? (
        <p class="quiet-text">{t('drives.countedAt', { at: formatMoment(view, drive.countedAt) })}</p>
      ) : (
        <p role="status">{t('drives.notCounted')}</p>
      )}
      {figures ? <FigureTables view={view} figures={figures} /> : null}
      {figures ? <PlaceTable view={view} figures={figures} /> : null}
      <ButtonRow>
        <LinkButton href={`${path}/print.pdf`}>{t('drives.print')}</LinkButton>
        <LinkButton href={`${path}/figures.csv`}>{t('drives.csv.figures')}</LinkButton>
        {loaded.children ? <LinkButton href={`${path}/children.csv`}>{t('drives.csv.children')}</LinkButton> : null}
      </ButtonRow>
      <Raids view={view} loaded={loaded} />
      {mayRaid ? <LinkButton href={`${path}/raids/new`}>{t('drives.raid.new')}</LinkButton> : null}
      <Children view={view} loaded={loaded} />
      <About view={view} loaded={loaded} />
    </>
  );
}

function Raids({ view, loaded: { drive, raids } }: Props) {
  const { t } = view;
  return (
    <>
      <h2>{t('drives.raids.title', { count: raids.length })}</h2>
      <Table
        caption={t('drives.raids.caption')}
        captionUnseen
        columns={['place', 'district', 'when', 'office'].map((name) => ({ label: t(`drives.raids.${name}`) }))}
        rows={raids.map((raid) => ({
          id: raid.id,
          cells: [
            <a href={`/drives/${drive.id}/raids/${raid.id}`} dir="auto">
              {raid.place}
            </a>,
            raid.districtName,
            `${formatDay(view, dayOf(raid.raidedAt))}, ${timeOfDay(raid.raidedAt)}`,
            raid.officeName,
          ],
        }))}
        empty={<p>{t('drives.raids.none')}</p>}
      />
    </>
  );
}

function Children({ view, loaded: { drive, children, readsPlans } }: Props) {
  const { t } = view;
  if (!children) return null;
  return (
    <>
      <h2>{t('drives.children.title', { count: children.count })}</h2>
      <p class="quiet-text">{t('drives.children.own')}</p>
      <ChildrenTable view={view} caption={t('drives.children')} lines={children.lines} readsPlans={readsPlans} />
      <Pagination view={view} page={children.page} pages={children.pages} href={(at) => `/drives/${drive.id}?page=${at}`} />
    </>
  );
}

function About({ view, loaded: { drive, members } }: Props) {
  const { t } = view;
  return (
    <>
      <h2>{t('drives.about')}</h2>
      <SummaryList
        view={view}
        rows={[
          { label: t('drives.field.orderNumber'), value: drive.orderNumber },
          { label: t('drives.field.orderAuthority'), value: drive.orderAuthority },
          { label: t('drives.field.orderedOn'), value: formatDay(view, drive.orderedOn) },
          { label: t('drives.field.agencies'), value: drive.agencies.map((one) => t(`drives.agency.${one}`)).join(', ') },
          { label: t('drives.madeBy'), value: drive.officeName },
        ]}
      />
      {members.length > 0 ? (
        <Table
          caption={t('drives.teams.title')}
          columns={['team', 'agency', 'officerName', 'designation'].map((name) => ({ label: t(`drives.field.${name}`) }))}
          rows={members.map(({ team, agency, officerName, designation }, at) => ({
            id: String(at),
            cells: [t('drives.teams.one', { team }), t(`drives.agency.${agency}`), <bdi>{officerName}</bdi>, designation],
          }))}
        />
      ) : null}
    </>
  );
}
