// The papers of a child's file: the summary of Form 15, the sheet of Form 26, the report of Form 22, the certificate of Form 25, the surrender of Forms 23, 24.
import { headOfForm } from '../../../kernel/forms.ts';
import type { Day } from '../../../kernel/time.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Document } from '../../../platform/documents/index.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import type { Certificate, Surrender } from '../adoption/adoption-store.ts';
import type { Production } from '../identity.ts';
import { type Order, numberOf, standingOf } from '../orders/order.ts';
import type { SheetShown } from '../schedule/pages/schedule-page.tsx';
import type { Hearing } from '../sittings/sitting.ts';
import { answerInWords } from '../social-reports/answer-in-words.ts';
import { fieldsOfPart, reportParts } from '../social-reports/report-fields.ts';
import type { ReportAnswer, SocialReport } from '../social-reports/social-report.ts';

export type Child = { name: string; reference: string };
type Paper = Omit<Document, 'printed'>;

function headed(view: View, purpose: string, title: string, { name, reference }: Child, on: Day): Omit<Paper, 'body'> {
  return {
    form: headOfForm(purpose),
    title: view.t(`cwc-papers.${title}`),
    reference,
    date: formatDay(view, on),
    parties: [{ role: view.t('cwc-papers.child'), name }],
  };
}

type Contents = {
  productions: readonly Production[];
  hearings: readonly Hearing[];
  orders: readonly Order[];
  reports: readonly SocialReport[];
};

export function summaryPaper(view: View, child: Child, { productions, hearings, orders, reports }: Contents): Paper {
  const { t } = view;
  const made = orders.filter((order) => standingOf(order) === 'made');
  const dated = (kind: string, at: string, more = '') => [kind, at, more];
  return {
    ...headed(view, 'case-summary', 'summary', child, dayOf(view.now)),
    body: [
      {
        kind: 'table',
        columns: ['what', 'when', 'more'].map((name) => t(`cwc-papers.column.${name}`)),
        rows: [
          ...productions.map(({ producedAt, producedBy }) =>
            dated(t('cwc-papers.production'), formatMoment(view, producedAt), producedBy ?? ''),
          ),
          ...hearings.map(({ heardAt, nextOn }) =>
            dated(
              t('cwc-papers.hearing'),
              formatMoment(view, heardAt),
              nextOn ? t('cwc-sittings.next', { day: formatDay(view, nextOn) }) : '',
            ),
          ),
          ...made.map((order) => dated(t(`cwc-orders.type.${order.type}`), formatMoment(view, order.madeAt!), numberOf(order))),
          ...reports.map(({ dueOn, submittedAt, officeName }) =>
            dated(t('cwc-report.register'), formatDay(view, submittedAt ? dayOf(submittedAt) : dueOn), officeName),
          ),
        ],
      },
    ],
  };
}

export function sheetPaper(view: View, child: Child, { lines, unscheduled, sheet, producedOn }: SheetShown): Paper {
  const { t } = view;
  const day = (on: Day | null) => (on ? formatDay(view, on) : '');
  const asked = ['policeStation', 'sections', 'paperNumber', 'probationOfficer', 'investigatingOfficer'] as const;
  return {
    ...headed(view, 'monitoring-sheet', 'sheet', child, dayOf(view.now)),
    body: [
      {
        kind: 'definitions',
        rows: [
          { term: t('cwc-papers.production'), value: day(producedOn) },
          ...asked.map((name) => ({ term: t(`cwc-schedule.field.${name}`), value: sheet?.[name] ?? '' })),
          { term: t('cwc-schedule.field.medicalOn'), value: day(sheet?.medicalOn ?? null) },
          {
            term: t('cwc-schedule.field.ageEvidence'),
            value: sheet?.ageEvidence ? t(`cwc-schedule.ageEvidence.${sheet.ageEvidence}`) : '',
          },
        ],
      },
      {
        kind: 'table',
        columns: ['step', 'planned', 'done'].map((name) => t(`cwc-schedule.column.${name}`)),
        rows: [
          ...lines.map(({ step, plannedFor, doneOn }) => [t(`cwc-schedule.step.${step}`), day(plannedFor), day(doneOn)]),
          ...unscheduled.map(({ step, doneOn }) => [t(`cwc-schedule.step.${step}`), t('cwc-schedule.noDay'), day(doneOn)]),
        ],
      },
    ],
  };
}

/** Without what is sealed: no paper of it leaves the portal. */
export function reportPaper(view: View, child: Child, report: SocialReport, answers: ReadonlyMap<string, ReportAnswer>): Paper {
  const { t } = view;
  return {
    ...headed(view, 'social-report', 'report', child, dayOf(report.submittedAt!)),
    body: [
      { kind: 'paragraph', text: t('cwc-papers.unsealed') },
      ...reportParts.flatMap((part): Document['body'] => {
        const rows = fieldsOfPart(part)
          .filter(({ name, sealed }) => !sealed && answers.get(name)?.value)
          .map((field) => ({
            term: t(`cwc-report.item.${field.name}`),
            value: answerInWords(view, field, answers.get(field.name)!.value),
          }));
        return rows.length === 0
          ? []
          : [
              { kind: 'heading', text: t(`cwc-report.part.${part}`) },
              { kind: 'definitions', rows },
            ];
      }),
      {
        kind: 'signatures',
        of: [
          {
            name: report.submittedBy ?? '',
            designation: report.officeName,
            signedAt: formatMoment(view, report.submittedAt!),
            textHash: null,
          },
        ],
      },
    ],
  };
}

export function certificatePaper(view: View, child: Child, certificate: Certificate, order: Order): Paper {
  const { t } = view;
  return {
    ...headed(view, 'free-for-adoption-certificate', 'certificate', child, certificate.givenOn),
    body: [
      {
        kind: 'paragraph',
        text: t('cwc-papers.certified', { name: child.name, number: numberOf(order), day: formatDay(view, dayOf(order.madeAt!)) }),
      },
      { kind: 'definitions', rows: [{ term: t('cwc-moves.field.basis'), value: certificate.basis }] },
      { kind: 'conditions', items: [t('cwc-moves.restorationTried.yes'), t('cwc-moves.counsellingDone.yes')] },
      {
        kind: 'signatures',
        of: order.signers.map(({ name }) => ({ name, designation: t('cwc-papers.member'), signedAt: null, textHash: null })),
      },
    ],
  };
}

/** Form 23, the application, and Form 24, the deed. */
export function surrenderPaper(view: View, child: Child, which: 'application' | 'deed', surrender: Surrender): Paper {
  const { t } = view;
  const on = which === 'deed' ? surrender.deedOn : (surrender.appliedOn ?? surrender.deedOn);
  return {
    ...headed(view, which === 'deed' ? 'surrender-deed' : 'surrender-application', which, child, on),
    body: [
      {
        kind: 'definitions',
        rows: [
          { term: t('cwc-moves.field.surrenderedBy'), value: surrender.surrenderedBy ?? '' },
          { term: t('cwc-moves.field.surrenderReasons'), value: surrender.surrenderReasons ?? '' },
          { term: t('cwc-moves.field.deedOn'), value: formatDay(view, surrender.deedOn) },
        ],
      },
      { kind: 'conditions', items: [t('cwc-moves.counselled.yes'), t('cwc-papers.sixtyDays')] },
      {
        kind: 'signatures',
        of: [{ name: surrender.surrenderedBy ?? '', designation: t('cwc-papers.surrenders'), signedAt: null, textHash: null }],
      },
    ],
  };
}
