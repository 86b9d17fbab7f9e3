// What a home prints: a night kept for the police (Form 42), leave (Form 41), and a visit to the home (Form 46).
import { headOfForm } from '../../../kernel/forms.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Document } from '../../../platform/documents/index.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { type Finding, type Visit, subjects } from '../inspections/inspection.ts';
import type { OvernightStay } from '../nights/overnight-store.ts';
import type { Absence } from '../residents/residence.ts';

type Paper = Omit<Document, 'printed'>;
type Subject = { name: string; reference: string };

function signature(name: string, designation: string) {
  return { name, designation, signedAt: null, textHash: null };
}

/** Who brought the child, by when the police take the child over, and what became of it. Without a night: the form to be filled in by hand. */
export function overnightPaper(view: View, { name, reference }: Subject, stay: OvernightStay | undefined): Paper {
  const { t } = view;
  const { broughtBy = '', broughtAt = null, dueAt = null, condition, endedAt, endedHow, endedBy, homeName = '' } = stay ?? {};
  return {
    form: headOfForm('overnight-stay'),
    title: t('institutions.paper.overnight'),
    reference,
    date: broughtAt ? formatDay(view, dayOf(broughtAt)) : '',
    parties: [
      { role: t('institutions.paper.child'), name },
      { role: t('institutions.paper.home'), name: homeName },
    ],
    body: [
      {
        kind: 'definitions',
        rows: [
          { term: t('institutions.field.broughtBy'), value: broughtBy },
          { term: t('institutions.paper.broughtAt'), value: broughtAt ? formatMoment(view, broughtAt) : '' },
          { term: t('institutions.field.condition'), value: condition ?? '' },
          { term: t('institutions.field.dueAt'), value: dueAt ? formatMoment(view, dueAt) : stay ? t('institutions.paper.nextDay') : '' },
        ],
      },
      { kind: 'paragraph', text: t('institutions.why.overnight') },
      {
        kind: 'definitions',
        rows: [
          { term: t('institutions.field.endedHow'), value: endedHow ? t(`institutions.endedHow.${endedHow}`) : '' },
          { term: t('institutions.paper.endedAt'), value: endedAt ? formatMoment(view, endedAt) : '' },
          { term: t('institutions.field.endedBy'), value: endedBy ?? '' },
        ],
      },
      { kind: 'signatures', of: [signature(broughtBy, t('institutions.paper.brings')), signature('', t('institutions.paper.forHome'))] },
    ],
  };
}

/** Without a leave: the form to be filled in by hand. */
export function leavePaper(view: View, { name, reference }: Subject, leave: Absence | undefined): Paper {
  const { t } = view;
  const { fromAt, dueBackAt, backAt, place, withWhom, orderNumber } = leave ?? {};
  return {
    form: headOfForm('leave'),
    title: t('institutions.paper.leave'),
    reference,
    date: fromAt ? formatDay(view, dayOf(fromAt)) : '',
    parties: [{ role: t('institutions.paper.child'), name }],
    body: [
      {
        kind: 'definitions',
        rows: [
          { term: t('institutions.paper.where'), value: place ?? '' },
          { term: t('institutions.field.withWhom'), value: withWhom ?? '' },
          { term: t('institutions.paper.permission'), value: orderNumber ?? '' },
          { term: t('institutions.paper.from'), value: fromAt ? formatMoment(view, fromAt) : '' },
          { term: t('institutions.paper.dueBack'), value: dueBackAt ? formatMoment(view, dueBackAt) : '' },
          { term: t('institutions.paper.back'), value: backAt ? formatMoment(view, backAt) : '' },
        ],
      },
      {
        kind: 'signatures',
        of: [signature(withWhom ?? '', t('institutions.paper.takesChild')), signature('', t('institutions.paper.forHome'))],
      },
    ],
  };
}

const toWriteOn = Array.from({ length: 4 }, () => ['\n', '\n', '\n']);

/** Without a visit: the form to be filled in by hand in the home. */
export function visitPaper(view: View, homeName: string, visit: Visit | null, findings: readonly Finding[]): Paper {
  const { t } = view;
  const asked = ['members', 'childrenHeard', ...subjects, 'recommendation'] as const;
  return {
    form: headOfForm('inspection'),
    title: t('institutions.paper.visit'),
    reference: t('institutions.paper.visitReference'),
    date: visit ? formatDay(view, visit.visitedOn) : '',
    parties: [{ role: t('institutions.paper.home'), name: homeName }],
    body: [
      {
        kind: 'definitions',
        rows: [
          { term: t('institutions.field.visitedBy'), value: visit ? t(`institutions.visitor.${visit.visitedBy}`) : '' },
          ...asked.map((name) => ({ term: t(`institutions.field.${name}`), value: visit?.[name] ?? '' })),
        ],
      },
      { kind: 'heading', text: t('institutions.findings.title') },
      {
        kind: 'table',
        columns: ['what', 'mendBy', 'mended'].map((name) => t(`institutions.paper.column.${name}`)),
        rows: !visit
          ? toWriteOn
          : findings.map(({ what, mendBy, mendedOn, mendedHow }) => [
              what,
              formatDay(view, mendBy),
              [mendedOn && formatDay(view, mendedOn), mendedHow].filter(Boolean).join(': '),
            ]),
      },
      { kind: 'signatures', of: [signature('', t('institutions.paper.visits')), signature('', t('institutions.paper.forHome'))] },
    ],
  };
}
