// Desk home: what waits for you, the most pressing first; then what climbed to you, then your children.
import { DutyList } from '../../../web/components/duty.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Tabs } from '../../../web/components/tabs.tsx';
import { formatAgo } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import { type Home, type Tab, tabs } from '../home.ts';
import { DutyItem } from './duty-item.tsx';
import { MyChildren } from './my-children.tsx';

export function HomePage({ view, home }: { view: View; home: Home }) {
  return (
    <>
      <h1>{view.t('duties.title')}</h1>
      <Waiting view={view} home={home} />
      <Escalated view={view} home={home} />
      <Tabs label={view.t('duties.tabs')} tabs={tabs.map((tab) => tabOf(view, home, tab))} />
      <Duties view={view} home={home} />
      <OfOffice view={view} home={home} />
      <MyChildren view={view} children={home.children} more={home.moreChildren} />
    </>
  );
}

function tabOf(view: View, { tab: current, counts }: Home, tab: Tab) {
  const { overdue, today, week, later, others } = counts;
  const count = { all: overdue + today + week + later, overdue, today, week, others }[tab];
  return {
    label: view.t(`duties.tab.${tab}`),
    href: tab === 'all' ? '/' : `/?show=${tab}`,
    count,
    current: tab === current,
    late: tab === 'overdue',
  };
}

/** Children reported in the last day, alerts nobody acknowledged and pairs nobody judged: above all else, since a child may be at the end of them. */
function Waiting({ view, home }: { view: View; home: Home }) {
  const { alerts, matches, fresh } = home;
  return (
    <>
      {fresh.map((child) => (
        <p key={child.id} class="waiting-on-you">
          <a href={recordPath(child)}>
            {view.t('duties.fresh', {
              name: child.childName ?? view.t('children.nameUnknown'),
              reference: child.reference,
              ago: formatAgo(view, child.openedAt, view.now),
            })}
          </a>
        </p>
      ))}
      {alerts.waiting > 0 && alerts.oldest ? (
        <p class="waiting-on-you">
          <a href="/alerts">{view.t('duties.alerts', { count: alerts.waiting, ago: formatAgo(view, alerts.oldest, view.now) })}</a>
        </p>
      ) : null}
      {matches > 0 ? (
        <p class="waiting-on-you">
          <a href="/matches">{view.t('duties.matches', { count: matches })}</a>
        </p>
      ) : null}
    </>
  );
}

function Escalated({ view, home }: { view: View; home: Home }) {
  if (home.escalated.length === 0) return null;
  return (
    <section aria-labelledby="escalated">
      <h2 id="escalated">{view.t('duties.escalatedToYou', { count: home.escalated.length })}</h2>
      <DutyList>
        {home.escalated.map((row) => (
          <DutyItem key={row.key} view={view} row={row} doable={false} owner />
        ))}
      </DutyList>
    </section>
  );
}

function Duties({ view, home: { tab, duties } }: { view: View; home: Home }) {
  if (duties.length === 0) return <EmptyState view={view} title={view.t(`duties.empty.${tab}`)} text={view.t('duties.empty.about')} />;
  return (
    <DutyList>
      {duties.map((row) => (
        <DutyItem key={row.key} view={view} row={row} doable={tab !== 'others'} owner={tab === 'others'} />
      ))}
    </DutyList>
  );
}

/** What the office owes as an office, below what it owes a child. */
function OfOffice({ view, home: { ofOffice } }: { view: View; home: Home }) {
  if (ofOffice.length === 0) return null;
  return (
    <section aria-labelledby="of-office">
      <h2 id="of-office">{view.t('duties.ofOffice', { count: ofOffice.length })}</h2>
      <DutyList>
        {ofOffice.map((row) => (
          <DutyItem key={row.key} view={view} row={row} doable />
        ))}
      </DutyList>
    </section>
  );
}
