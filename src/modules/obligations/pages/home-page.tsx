// Desk home: what waits for you and what climbed to you in one list, the most pressing first; then your children.
import { DutyList } from '../../../web/components/duty.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Tabs } from '../../../web/components/tabs.tsx';
import { formatAgo } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../../children/index.ts';
import { DirectiveStrip } from '../../directives/index.ts';
import type { DutyRow } from '../duty-row.ts';
import type { Home } from '../home.ts';
import { type Tab, tabPath, tabs } from '../tabs.ts';
import { ActForms, type Opened } from './act-forms.tsx';
import { DutyItem } from './duty-item.tsx';
import { MyChildren } from './my-children.tsx';

type Props = { view: View; home: Home; opened?: Opened | undefined };

export function HomePage({ view, home, opened }: Props) {
  return (
    <>
      <h1>{view.t('duties.title')}</h1>
      <Waiting view={view} home={home} />
      <Tabs label={view.t('duties.tabs')} tabs={tabs.map((tab) => tabOf(view, home, tab))} />
      <Duties view={view} home={home} opened={opened} />
      <Cut view={view} home={home} />
      <OfOffice view={view} home={home} opened={opened} />
      <DirectiveStrip view={view} {...home.directives} />
      <MyChildren view={view} children={home.children} more={home.moreChildren} />
    </>
  );
}

function tabOf(view: View, { tab: current, counts }: Home, tab: Tab) {
  const { overdue, today, week, later, climbed, others } = counts;
  const late = overdue + climbed;
  const count = { all: late + today + week + later, overdue: late, today, week, climbed, others }[tab];
  return {
    label: view.t(`duties.tab.${tab}`),
    href: tabPath(tab),
    count,
    current: tab === current,
    late: tab === 'overdue',
  };
}

/**
 * Children reported in the last day, alerts nobody acknowledged and pairs nobody judged: above all else, since a child may be at the end of them.
 * Duties of the Board's closed register stand on its page alone: without a word here an officer would read that nothing is due.
 */
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
      {view.may('conflict.read') ? (
        <p>
          <a href="/board">{view.t('duties.board')}</a>
        </p>
      ) : null}
    </>
  );
}

type Line = { row: DutyRow; own: boolean };

/** One list whoever owes what: the office's own duties and those that climbed to it, the most pressing first. A line that was opened is always on it. */
function linesOf({ tab, duties, escalated, ofOffice }: Home, opened: Opened | undefined): Line[] {
  const own = tab === 'climbed' ? [] : duties.map((row): Line => ({ row, own: tab !== 'others' }));
  const climbed = ['all', 'overdue', 'climbed'].includes(tab) ? escalated.map((row): Line => ({ row, own: false })) : [];
  const lines = [...new Map([...climbed, ...own].map((line) => [line.row.key, line])).values()];
  const listed = [...lines.map(({ row }) => row), ...ofOffice];
  if (opened?.row && !listed.some(({ key }) => key === opened.row!.key)) lines.push({ row: opened.row, own: opened.owes });
  return lines.toSorted((one, other) => (one.row.lateAfter < other.row.lateAfter ? -1 : 1));
}

/** The record has no such duty, or no longer. What was typed into its form is not lost. */
function WithoutLine({ view, opened }: { view: View; opened: Opened }) {
  if (Object.keys(opened.form.errors).length > 0) return <ActForms view={view} opened={opened} />;
  return <p class="notice">{view.t('duties.gone', { reference: opened.about })}</p>;
}

function Duties({ view, home, opened }: Props) {
  const { tab } = home;
  const lines = linesOf(home, opened);
  return (
    <>
      {opened && !opened.row ? <WithoutLine view={view} opened={opened} /> : null}
      {lines.length === 0 && home.ofOffice.length === 0 ? (
        <EmptyState view={view} title={view.t(`duties.empty.${tab}`)} text={view.t('duties.empty.about')} />
      ) : null}
      {lines.length > 0 ? (
        <DutyList>
          {lines.map(({ row, own }) => (
            <DutyItem
              key={row.key}
              view={view}
              row={row}
              doable={own}
              owner={!own}
              back={tab}
              opened={opened?.row?.key === row.key ? opened : undefined}
            />
          ))}
        </DutyList>
      ) : null}
    </>
  );
}

/** Where the list ends before the duties do: how to see more of them, or that the rest come up by themselves. */
function Cut({ view, home: { tab, cut, duties, escalated } }: { view: View; home: Home }) {
  if (cut === 'none') return null;
  const count = duties.length + escalated.length;
  if (cut === 'longer') return <p class="quiet-text">{view.t('duties.cut', { count })}</p>;
  return (
    <p>
      <a href={`/?show=${tab}&list=longer`}>{view.t('duties.longer', { count })}</a>
    </p>
  );
}

/** What the office owes as an office, below what it owes a child. */
function OfOffice({ view, home: { ofOffice, tab }, opened }: Props) {
  if (ofOffice.length === 0) return null;
  return (
    <section aria-labelledby="of-office">
      <h2 id="of-office">{view.t('duties.ofOffice', { count: ofOffice.length })}</h2>
      <DutyList>
        {ofOffice.map((row) => (
          <DutyItem key={row.key} view={view} row={row} doable back={tab} opened={opened?.row?.key === row.key ? opened : undefined} />
        ))}
      </DutyList>
    </section>
  );
}
