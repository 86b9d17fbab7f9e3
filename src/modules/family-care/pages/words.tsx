// Money, periods, papers and states in words, as every page of care in families says them.
import { headOfForm } from '../../../kernel/forms.ts';
import { type Paise, rupeesOf } from '../../../kernel/money.ts';
import type { Day } from '../../../kernel/time.ts';
import { formatDay, formatMonth } from '../../../platform/i18n/index.ts';
import { type StatusKind, WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import type { Due, DueState } from '../payments/payment.ts';
import { type PaperKind, papers } from '../papers/paper-fields.ts';
import type { PlacingState } from '../placings/placing.ts';

const digits = new Intl.NumberFormat('en-IN');

/** "₹ 4,000": the digits of a file in India, in lakhs and crores, in every language alike. */
export function rupees(amount: Paise): string {
  return `₹ ${digits.format(rupeesOf(amount))}`;
}

export function periodInWords(view: View, period: string): string {
  if (period === 'once') return view.t('family-care.period.once');
  const [year, part = ''] = period.split('-');
  if (part.startsWith('Q')) return view.t('family-care.period.quarter', { quarter: part.slice(1), year: year! });
  return formatMonth(view, `${period}-01` as Day);
}

/** "Child study (Form 31)". */
export function paperName({ t }: View, kind: PaperKind): string {
  const { purpose } = papers[kind];
  const paper = t(`family-care.paper.${kind}`);
  return purpose ? t('family-care.onForm', { paper, form: headOfForm(purpose).number }) : paper;
}

const dueKinds: Record<DueState, StatusKind> = { paid: 'done', held: 'waiting', due: 'soon', overdue: 'late' };

/** With the reason it was held back, where one was given. */
export function DueWord({ view, due }: { view: View; due: Due }) {
  const { state, payment, to } = due;
  const facts = { on: formatDay(view, payment?.paidOn ?? to) };
  return (
    <>
      <WordStatus kind={dueKinds[state]}>{view.t(`family-care.due.${state}`, facts)}</WordStatus>
      {payment?.heldBecause && state !== 'paid' ? <> {view.t(`family-care.held.${payment.heldBecause}`)}</> : null}
      {state === 'overdue' && !payment?.heldBecause ? <> {view.t('family-care.due.noReason')}</> : null}
    </>
  );
}

const stateKinds: Record<PlacingState, StatusKind> = {
  applied: 'waiting',
  returned: 'waiting',
  approved: 'waiting',
  refused: 'waiting',
  running: 'doing',
  ended: 'done',
  withdrawn: 'done',
};

export function StateWord({ view, state }: { view: View; state: PlacingState }) {
  return <WordStatus kind={stateKinds[state]}>{view.t(`family-care.state.${state}`)}</WordStatus>;
}
