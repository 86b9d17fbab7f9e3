// Where a child in care lives, in sentences: the stay, the absence, the transfer asked for, brothers and sisters; and the acts of the home.
import { formatDay, formatMoment } from '../../../../platform/i18n/index.ts';
import { ButtonRow, LinkButton } from '../../../../web/components/link-button.tsx';
import { WordStatus } from '../../../../web/components/word-status.tsx';
import type { View } from '../../../../web/view.ts';
import type { OvernightStay } from '../../nights/overnight-store.ts';
import type { Absence, Residence, ResidentAct, Transfer } from '../residence.ts';

type Stay = Residence & { homeName: string };
export type ResidencePanelProps = {
  view: View;
  reference: string;
  stays: readonly Stay[];
  absences: readonly Absence[];
  away: Absence | null;
  transfer: Transfer | null;
  /** The home of each brother or sister in care; null: in none. */
  siblings: readonly (string | null)[];
  acts: readonly ResidentAct[];
  mayAdmit: boolean;
  nights: readonly OvernightStay[];
  mayKeep: boolean;
  mayHandOver: boolean;
  mayWithdraw: boolean;
  mayAnswer: boolean;
};

export function ResidencePanel(props: ResidencePanelProps) {
  const { view, stays, away, transfer, siblings, absences } = props;
  const { t } = view;
  const before = absences.filter(({ backAt }) => backAt !== null);
  return (
    <section class="panel" aria-labelledby="residence-title">
      <h2 id="residence-title">{t('institutions.panel.title')}</h2>
      {stays.length === 0 ? <p>{t('institutions.panel.nowhere')}</p> : null}
      <ul>
        {stays.map((stay) => (
          <StayLine key={stay.id} view={view} stay={stay} />
        ))}
        {props.nights.map((night) => (
          <li key={night.id}>{nightWords(view, night)}</li>
        ))}
        {before.map((absence) => (
          <li key={absence.id}>{absenceWords(view, absence)}</li>
        ))}
      </ul>
      {away ? (
        <p>
          <WordStatus kind={isLate(view, away) ? 'late' : 'waiting'}>{absenceWords(view, away)}</WordStatus>
        </p>
      ) : null}
      {transfer ? <p>{t('institutions.panel.transfer', { home: transfer.toName, order: transfer.orderNumber })}</p> : null}
      <Papers {...props} />
      {siblings.length > 0 ? <p>{siblingWords(view, siblings)}</p> : null}
      <Acts {...props} />
    </section>
  );
}

function Papers({ view, reference, nights, absences }: ResidencePanelProps) {
  const forms = [...(nights.length > 0 ? [42] : []), ...(absences.some(({ kind }) => kind === 'leave') ? [41] : [])];
  if (forms.length === 0) return null;
  return (
    <p>
      {forms.map((form) => (
        <span key={form}>
          <a href={`/residents/${reference}/form-${form}.pdf`}>{view.t('institutions.print', { form })}</a>{' '}
        </span>
      ))}
    </p>
  );
}

function Acts({ view, reference, acts, mayAdmit, mayWithdraw, mayAnswer, mayKeep, mayHandOver }: ResidencePanelProps) {
  const all: string[] = [
    ...(mayAnswer ? ['answer'] : []),
    ...(mayAdmit ? ['admit'] : []),
    ...(mayKeep ? ['overnight'] : []),
    ...(mayHandOver ? ['hand-over'] : []),
    ...acts,
    ...(mayWithdraw ? ['withdraw'] : []),
  ];
  if (all.length === 0) return null;
  return (
    <ButtonRow>
      {all.map((act) => (
        <LinkButton key={act} href={`/residents/${reference}/${act}`}>
          {view.t(`institutions.act.${act}`)}
        </LinkButton>
      ))}
    </ButtonRow>
  );
}

const isLate = ({ now }: View, { kind, dueBackAt }: Absence): boolean => kind === 'missing' || (dueBackAt !== null && dueBackAt < now);

export function absenceWords(view: View, { kind, fromAt, dueBackAt, backAt }: Absence): string {
  const facts = {
    from: formatMoment(view, fromAt),
    back: backAt ? formatMoment(view, backAt) : '',
    due: dueBackAt ? formatMoment(view, dueBackAt) : 'none',
  };
  return view.t(`institutions.${backAt ? 'was' : 'is'}Away.${kind}`, facts);
}

function StayLine({ view, stay }: { view: View; stay: Stay }) {
  const { t } = view;
  const { homeName, admittedAt, admissionNumber, orderedBy, orderNumber, orderedOn, leftAt, leftHow, overStrengthReason, apartReason } =
    stay;
  const facts = {
    home: homeName,
    number: admissionNumber,
    from: formatMoment(view, admittedAt),
    until: leftAt ? formatMoment(view, leftAt) : '',
  };
  const order = orderNumber && orderedOn ? t('institutions.panel.order', { order: orderNumber, on: formatDay(view, orderedOn) }) : '';
  return (
    <li>
      {t(leftAt ? 'institutions.panel.lived' : 'institutions.panel.lives', facts)} {t(`institutions.orderedBy.${orderedBy}`)}
      {order ? `, ${order}` : ''}. {leftHow ? t(`institutions.leaving.${leftHow}`) : ''}
      {overStrengthReason ? (
        <p class="quiet-text">
          {t('institutions.field.overStrengthReason')}: <bdi>{overStrengthReason}</bdi>
        </p>
      ) : null}
      {apartReason ? (
        <p class="quiet-text">
          {t('institutions.field.apartReason')}: <bdi>{apartReason}</bdi>
        </p>
      ) : null}
    </li>
  );
}

function nightWords(view: View, { broughtAt, broughtBy, dueAt, endedAt }: OvernightStay): string {
  const facts = { from: formatMoment(view, broughtAt), by: broughtBy };
  if (endedAt) return view.t('institutions.panel.keptUntil', { ...facts, until: formatMoment(view, endedAt) });
  return view.t('institutions.panel.kept', { ...facts, due: dueAt ? formatMoment(view, dueAt) : '…' });
}

function siblingWords({ t }: View, siblings: readonly (string | null)[]): string {
  const homes = siblings.map((home) => home ?? t('institutions.panel.inNoHome'));
  return t('institutions.panel.siblings', { count: siblings.length, homes: homes.join('; ') });
}
