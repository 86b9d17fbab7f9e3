// The family's own view of their report: what was done and when, who was told, what is due, whom to telephone. Nothing of where a found child is.
import type { DiaryFact } from '../../../kernel/happenings.ts';
import type { Instant } from '../../../kernel/time.ts';
import type { ObligationState } from '../../../law/index.ts';
import { formatDeadline, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Icon } from '../../../web/components/icon.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { type StatusKind, StatusList } from '../../../web/components/word-status.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { ChildRecord } from '../../children/index.ts';
import { type Alert, alertState } from '../../alerts/index.ts';
import { KitLinks } from '../../notices/index.ts';
import { type FamilyNews, familyNews } from '../family-news.ts';
import { type MissingReport, isStillMissing } from '../missing-report.ts';
import type { Investigator } from '../store.ts';

/** One duty, its title already in words. `lateAfter`: the one deadline a family is told. */
export type DutyShown = { title: string; lateAfter: Instant; state: ObligationState };

export type MyReport = {
  view: View;
  /** What is being added to the report. */
  form: FormState;
  record: ChildRecord;
  report: Pick<MissingReport, 'contactBarred' | 'askerBarred'> | undefined;
  childName: string | null;
  diary: readonly DiaryFact[];
  alerts: readonly Alert[];
  investigator: Investigator | undefined;
  duties: readonly DutyShown[];
  /** Languages of the place, while a public notice is up; null: there is none. */
  posters: readonly string[] | null;
};

/** What the family is told of the diary. Matching, identity and everything about the found child stay inside (a child found is shown to nobody outside). */
const told = [
  'missing.reported',
  'missing.firRegistered',
  'missing.riskAssessed',
  'missing.forwardedToJuvenilePoliceUnit',
  'missing.photographAdded',
  'missing.sentToAgencies',
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

function dutyLine(view: View, { title, lateAfter }: DutyShown): string {
  const left = formatDeadline(view, lateAfter, view.now);
  return `${title} · ${view.t('missing-reports.my.dueBy', { when: formatMoment(view, lateAfter) })} (${left})`;
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

/** The end in one sentence, as good as it is; `closed` says nothing of the child. */
function newsOf({ view, childName }: MyReport, news: FamilyNews) {
  if (news === 'closed') return <p class="lead">{view.t('missing-reports.my.closed')}</p>;
  return (
    <>
      <p class="lead">{view.t(`missing-reports.my.${news}`, { name: childName ?? view.t('missing-reports.my.yourChild') })}</p>
      <p>{view.t(`missing-reports.my.${news}Next`)}</p>
    </>
  );
}

function Add({ view, form, record }: Pick<MyReport, 'view' | 'form' | 'record'>) {
  const { t } = view;
  return (
    <Form view={view} action={`/my/${record.reference}/add`}>
      <TextArea
        view={view}
        form={form}
        name="text"
        label={t('missing-reports.my.addLabel')}
        hint={t('missing-reports.my.addHint')}
        maxLength={2000}
      />
      <Button kind="secondary">{t('missing-reports.my.add')}</Button>
    </Form>
  );
}

export function MyReportPage(props: MyReport) {
  const { view, form, record, diary, report } = props;
  const { t } = view;
  if (!isStillMissing(record.status)) {
    return (
      <>
        <Heading {...props} />
        {newsOf(props, familyNews(diary, report))}
        <Officer {...props} />
        <Done {...props} />
        <Told {...props} />
      </>
    );
  }
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <Heading {...props} />
      <p class="lead">{t(`missing-reports.my.status.${record.status}`)}</p>
      <Officer {...props} />
      <Due {...props} />
      <Done {...props} />
      <Told {...props} />
      {props.posters ? <KitLinks view={view} under={`/my/${record.reference}`} spoken={props.posters} /> : null}
      <section>
        <h2>{t('missing-reports.my.meanwhile')}</h2>
        <p>{t('missing-reports.my.meanwhileText')}</p>
      </section>
      <Add {...props} />
    </>
  );
}
