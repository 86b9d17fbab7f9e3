// Form 26: the day fixed for each step and the day it was done, to look at and to fill in.
import { formatDay } from '../../../../platform/i18n/index.ts';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { Hidden } from '../../../../web/components/form.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { SummaryList } from '../../../../web/components/summary-list.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { StatusList, WordStatus } from '../../../../web/components/word-status.tsx';
import { dayOf, type Day } from '../../../../kernel/time.ts';
import type { View } from '../../../../web/view.ts';
import { FileForm, type FileFormProps } from '../../pages/file-form.tsx';
import { ageEvidences } from '../form.ts';
import type { Hearing } from '../../sittings/sitting.ts';
import type { InquiryDue } from '../inquiry-due.ts';
import { type Sheet, type SheetLine, type SheetStep, sheetSteps } from '../sheet.ts';

export type SheetShown = {
  reference: string;
  lines: readonly SheetLine[];
  unscheduled: readonly { step: SheetStep; doneOn: Day }[];
  sheet: Sheet | undefined;
  producedOn: Day;
  due: InquiryDue | null;
  /** The latest hearing. */
  heard: Pick<Hearing, 'nextOn'> | null;
  /** By what is written of the child's age now. */
  eighteenOn: Day | null;
  /** The inquiry is not over. */
  open: boolean;
};

/** Where the lines stand, at the top of the child's page for the Committee. */
export function MonitoringSheet({ view, shown }: { view: View; shown: SheetShown }) {
  const { t } = view;
  const columns = ['step', 'planned', 'done'].map((name) => ({ label: t(`cwc-schedule.column.${name}`) }));
  const rows = [
    ...shown.lines.map((line) => ({
      id: line.reference,
      cells: [
        t(`cwc-schedule.step.${line.step}`),
        formatDay(view, line.plannedFor),
        <Done key="done" view={view} line={line} shown={shown} />,
      ],
    })),
    ...shown.unscheduled.map(({ step, doneOn }) => ({
      id: `told-${step}`,
      cells: [t(`cwc-schedule.step.${step}`), t('cwc-schedule.noDay'), formatDay(view, doneOn)],
    })),
  ];
  return (
    <section class="panel" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{t('cwc-schedule.title')}</h2>
      <p>{t('cwc-schedule.produced', { day: formatDay(view, shown.producedOn) })}</p>
      {shown.open ? <Ahead view={view} shown={shown} /> : null}
      {shown.eighteenOn && shown.open ? <Eighteen view={view} on={shown.eighteenOn} reference={shown.reference} /> : null}
      <Table caption={t('cwc-schedule.title')} captionUnseen columns={columns} rows={rows} empty={<p>{t('cwc-schedule.none')}</p>} />
      <SheetFacts view={view} sheet={shown.sheet} />
    </section>
  );
}

/** What comes next and by when: the end of the inquiry, and the day the child is heard again. */
function Ahead({ view, shown: { due, heard } }: { view: View; shown: SheetShown }) {
  const { t } = view;
  const nextOn = heard?.nextOn ?? null;
  const missed = nextOn !== null && nextOn < dayOf(view.now);
  const next =
    nextOn === null
      ? t('cwc-schedule.noNext')
      : t(missed ? 'cwc-schedule.nextMissed' : 'cwc-schedule.next', { day: formatDay(view, nextOn) });
  return (
    <StatusList
      items={[
        ...(due
          ? [
              {
                kind: due.at < view.now ? ('late' as const) : ('waiting' as const),
                text: t(`cwc-schedule.due.${due.what}`, { day: formatDay(view, dayOf(due.at)) }),
              },
            ]
          : []),
        { kind: missed ? 'late' : 'waiting', text: next },
      ]}
    />
  );
}

function Done({ view, line, shown }: { view: View; line: SheetLine; shown: SheetShown }) {
  if (line.doneOn) {
    const late = line.doneOn > line.plannedFor;
    return (
      <WordStatus kind="done">{view.t('cwc-schedule.doneOn', { day: formatDay(view, line.doneOn), late: late ? 'yes' : 'no' })}</WordStatus>
    );
  }
  const late = line.plannedFor < dayOf(view.now);
  return (
    <>
      <WordStatus kind={late ? 'late' : 'waiting'}>{view.t(late ? 'cwc-schedule.overdue' : 'cwc-schedule.toCome')}</WordStatus>{' '}
      {shown.open ? (
        <a href={`/cwc/${shown.reference}/step?line=${encodeURIComponent(line.reference)}`}>
          {view.t('cwc-schedule.sayDone')} <span class="unseen">{view.t(`cwc-schedule.step.${line.step}`)}</span>
        </a>
      ) : null}
    </>
  );
}

/** A birthday ends no inquiry: the Committee says what follows from it. */
function Eighteen({ view, on, reference }: { view: View; on: Day; reference: string }) {
  return (
    <p role="note">
      <strong>{view.t('cwc-schedule.eighteen', { day: formatDay(view, on) })}</strong> {view.t('cwc-schedule.eighteenDo')}{' '}
      <a href={`/cwc/${reference}/order?type=age`}>{view.t('cwc-schedule.eighteenOrder')}</a>
    </p>
  );
}

function SheetFacts({ view, sheet }: { view: View; sheet: Sheet | undefined }) {
  if (!sheet) return null;
  const { t } = view;
  const lines: [string, string | null][] = [
    ['policeStation', sheet.policeStation],
    ['sections', sheet.sections],
    ['paperNumber', sheet.paperNumber],
    ['probationOfficer', sheet.probationOfficer],
    ['investigatingOfficer', sheet.investigatingOfficer],
    ['medicalOn', sheet.medicalOn && formatDay(view, sheet.medicalOn)],
    ['ageEvidence', sheet.ageEvidence && t(`cwc-schedule.ageEvidence.${sheet.ageEvidence}`)],
  ];
  const rows = lines
    .filter(([, value]) => value)
    .map(([name, value]) => ({ label: t(`cwc-schedule.field.${name}`), value: <bdi>{value}</bdi> }));
  return rows.length > 0 ? <SummaryList view={view} rows={rows} /> : null;
}

export function SchedulePage(props: FileFormProps) {
  const { view, form } = props;
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`cwc-schedule.field.${name}`), optional: true });
  return (
    <FileForm {...props} path="schedule" why={t('cwc-schedule.why')} save={t('cwc-schedule.save')}>
      <h2>{t('cwc-schedule.steps')}</h2>
      {sheetSteps.map((step) => (
        <DateInput
          key={step}
          view={view}
          form={form}
          name={step}
          label={t(`cwc-schedule.step.${step}`)}
          optional
          latest={null}
          earliest={dayOf(view.now)}
        />
      ))}
      <h2>{t('cwc-schedule.facts')}</h2>
      <TextInput {...about('policeStation')} maxLength={200} />
      <TextInput {...about('sections')} maxLength={200} />
      <TextInput {...about('paperNumber')} width="medium" maxLength={100} />
      <TextInput {...about('probationOfficer')} maxLength={120} />
      <TextInput {...about('investigatingOfficer')} maxLength={120} />
      <DateInput {...about('medicalOn')} />
      <Radios {...about('ageEvidence')} options={ageEvidences.map((value) => ({ value, label: t(`cwc-schedule.ageEvidence.${value}`) }))} />
    </FileForm>
  );
}

export function StepDonePage(props: FileFormProps & { line: SheetLine }) {
  const { view, form, line } = props;
  const { t } = view;
  const why = t('cwc-schedule.stepWhy', { step: t(`cwc-schedule.step.${line.step}`), day: formatDay(view, line.plannedFor) });
  return (
    <FileForm {...props} path={`step?line=${encodeURIComponent(line.reference)}`} why={why} save={t('cwc-schedule.stepSave')}>
      <Hidden name="reference" value={line.reference} />
      <DateInput view={view} form={form} name="doneOn" label={t('cwc-schedule.field.doneOn')} />
    </FileForm>
  );
}
