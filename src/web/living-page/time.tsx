// The parts that tell time, on invented duties: late, soon, later, done; a diary with its lags; states in words.
import { addHours, addMinutes } from '../../kernel/time.ts';
import { Acronym } from '../components/acronym.tsx';
import { Columns } from '../components/columns.tsx';
import { Duty, DutyList } from '../components/duty.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Tabs } from '../components/tabs.tsx';
import { Timeline } from '../components/timeline.tsx';
import { VisibilityNote } from '../components/visibility-note.tsx';
import { StatusList } from '../components/word-status.tsx';
import type { View } from '../view.ts';

export function LivingTime({ view }: { view: View }) {
  const { t, now } = view;
  return (
    <Columns
      aside={
        <>
          <StatusList
            items={[
              { kind: 'done', text: t('web.living.fir') },
              { kind: 'doing', text: t('web.living.told') },
              { kind: 'soon', text: t('web.living.photograph') },
              { kind: 'waiting', text: t('web.living.trafficking') },
            ]}
          />
          <VisibilityNote view={view} to={['PS Bantra', 'CWC Howrah']} you={view.officer?.role ?? t('web.unknown')} lookedHref="#looked" />
          <EmptyState view={view} title={t('web.living.empty')} text={t('web.living.emptyHow')} />
        </>
      }
    >
      <Tabs
        label={t('web.desk.duties')}
        tabs={[
          { label: t('web.living.overdue'), href: '#overdue', count: 1, late: true, current: true },
          { label: t('web.living.today'), href: '#today', count: 4 },
          { label: t('web.living.week'), href: '#week', count: 11 },
        ]}
      />
      <Duties view={view} />
      <Timeline
        view={view}
        caption={t('web.living.diary')}
        entries={[
          { happenedAt: addMinutes(now, -9000), recordedAt: addMinutes(now, -8945), what: t('web.living.lastSeen'), by: 'PS Bantra' },
          {
            happenedAt: addHours(now, -120),
            recordedAt: addHours(now, -42),
            what: t('web.living.found'),
            by: 'RPF Asansol',
            paper: { href: '#paper', label: t('web.living.form17') },
          },
          {
            happenedAt: addHours(now, -36),
            enteredAt: addHours(now, -33),
            recordedAt: addMinutes(now, -33 * 60 + 4),
            what: t('web.living.fir'),
            by: 'PS Bantra',
          },
          { happenedAt: null, recordedAt: addHours(now, -30), what: t('web.living.correction'), by: 'RPF Asansol' },
        ]}
      />
    </Columns>
  );
}

function Duties({ view }: { view: View }) {
  const { t, now } = view;
  const action = { href: '#do' };
  const why = 'JJ Act s.31(1)';
  return (
    <DutyList>
      <Duty
        view={view}
        title={t('web.living.photograph')}
        due={addHours(now, -3)}
        why={t('web.living.rule')}
        note={t('web.living.escalated')}
        action={action}
        href="#a"
      />
      <Duty
        view={view}
        title={
          <>
            {t('web.living.produce')} (<Acronym view={view} of="cwc" />)
          </>
        }
        due={addMinutes(now, 220)}
        why={why}
        action={action}
        href="#b"
      />
      <Duty view={view} title={t('web.living.risk')} due={addHours(now, 50)} why={t('web.living.rule')} action={action} href="#c" />
      <Duty view={view} title={t('web.living.fir')} due={null} why={t('web.living.rule')} metAt={addHours(now, -20)} />
    </DutyList>
  );
}
