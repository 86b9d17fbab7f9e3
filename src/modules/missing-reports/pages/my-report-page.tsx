// The family's own view of their report: what was done and when, who was told, what is due, whom to telephone. Nothing of where a found child is.
import type { DiaryFact } from '../../../kernel/happenings.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { ObligationState } from '../../../law/index.ts';
import { formatDeadline, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Icon } from '../../../web/components/icon.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { type StatusKind, StatusList } from '../../../web/components/word-status.tsx';
import { blankForm } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { ChildRecord } from '../../children/index.ts';
import { type Alert, alertState } from '../../alerts/index.ts';
import { isStillMissing } from '../missing-report.ts';
import type { Investigator } from '../store.ts';

/** One duty, its title already in words. `lateAfter`: from then on it is late (for "at once" later than `dueAt`). */
export type DutyShown = { title: string; dueAt: Instant; lateAfter?: Instant; state: ObligationState };

type MyReport = {
  view: View;
  record: ChildRecord;
  childName: string | null;
  diary: readonly DiaryFact[];
  alerts: readonly Alert[];
  investigator: Investigator | undefined;
  duties: readonly DutyShown[];
};

/** What the family is told of the diary. Matching, identity and everything about the found child stay inside (security §2). */
const told = [
  'missing.reported',
  'missing.firRegistered',
  'missing.riskAssessed',
  'missing.forwardedToJuvenilePoliceUnit',
  'missing.photographAdded',
  'missing.copySentToLegalServices',
  'missing.hueAndCryIssued',
  'missing.transferredToAntiTrafficking',
  'missing.movedToStation',
  'missing.noticePublished',
  'record.corrected',
] as const satisfies DiaryFact['happening'][];

function lineOf(view: View, entry: DiaryFact): string {
  if (entry.happening === 'missing.firRegistered') return view.t(`missing-reports.my.paper.${entry.facts.paper}`);
  return view.t(`missing-reports.my.${entry.happening}`);
}

function Done({ view, diary }: Pick<MyReport, 'view' | 'diary'>) {
  const entries = diary.filter((entry) => (told as readonly string[]).includes(entry.happening));
  return (
    <section>
      <h2>{view.t('missing-reports.my.done')}</h2>
      <StatusList
        items={entries.map((entry) => ({ kind: 'done', text: `${lineOf(view, entry)} · ${formatMoment(view, entry.happenedAt)}` }))}
      />
    </section>
  );
}

function Told({ view, alerts }: Pick<MyReport, 'view' | 'alerts'>) {
  return (
    <section>
      <h2>{view.t('missing-reports.my.told')}</h2>
      <StatusList
        items={alerts.map((alert) => ({
          kind: alert.deliveredAt ? 'done' : 'doing',
          text: `${alert.officeName}: ${alertState(view, alert)}`,
        }))}
      />
    </section>
  );
}

const signOf: Partial<Record<ObligationState, StatusKind>> = { late: 'late', 'nearly-late': 'soon' };

function dutyLine(view: View, { title, dueAt, lateAfter }: DutyShown): string {
  const left = formatDeadline(view, lateAfter ?? dueAt, view.now);
  return `${title} · ${view.t('missing-reports.my.dueBy', { when: formatMoment(view, dueAt) })} (${left})`;
}

function Due({ view, duties }: Pick<MyReport, 'view' | 'duties'>) {
  const open = duties.filter(({ state }) => state === 'running' || state === 'nearly-late' || state === 'late');
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{view.t('missing-reports.my.due')}</h2>
      <p>{view.t('missing-reports.my.dueExplain')}</p>
      <StatusList items={open.map((duty) => ({ kind: signOf[duty.state] ?? 'waiting', text: dutyLine(view, duty) }))} />
    </section>
  );
}

/** Whom to ring: the station of the case, one tap away. */
function Officer({ view, investigator }: Pick<MyReport, 'view' | 'investigator'>) {
  if (!investigator) return null;
  const { t } = view;
  const { name, rank, officeName, officeTelephone: telephone } = investigator;
  const who = [rank, name].filter(Boolean).join(' ') || t('missing-reports.my.stationInCharge');
  return (
    <>
      <p>{t('missing-reports.my.officer', { who, office: officeName })}</p>
      {telephone ? (
        <p>
          <a class="call" href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>
            <Icon name="phone" />
            {t('missing-reports.my.ring', { telephone })}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** The reference stands large: it is read out on the telephone. */
function Heading({ view, record, childName }: MyReport) {
  return (
    <>
      <h1>{childName ? <bdi>{childName}</bdi> : view.t('missing-reports.my.title')}</h1>
      <p class="large-reference">
        <span class="quiet-text">{view.t('missing-reports.my.reference')}</span> <strong>{record.reference}</strong>
      </p>
    </>
  );
}

export function MyReportPage(props: MyReport) {
  const { view, record } = props;
  const { t } = view;
  if (!isStillMissing(record.status)) {
    return (
      <>
        <Heading {...props} />
        <p class="lead">{t('missing-reports.my.closed')}</p>
        <Officer {...props} />
      </>
    );
  }
  return (
    <>
      <Heading {...props} />
      <p class="lead">{t(`missing-reports.my.status.${record.status}`)}</p>
      <Officer {...props} />
      <Due {...props} />
      <Done {...props} />
      <Told {...props} />
      <section>
        <h2>{t('missing-reports.my.meanwhile')}</h2>
        <p>{t('missing-reports.my.meanwhileText')}</p>
      </section>
      <Form view={view} action={`/my/${record.reference}/add`}>
        <TextArea
          view={view}
          form={blankForm}
          name="text"
          label={t('missing-reports.my.addLabel')}
          hint={t('missing-reports.my.addHint')}
          maxLength={2000}
        />
        <Button kind="secondary">{t('missing-reports.my.add')}</Button>
      </Form>
    </>
  );
}
