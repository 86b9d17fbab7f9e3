// Who is here tonight: the count, the places, who waits to be taken in, then the children by unit, each with what is due next.
import type { Age } from '../../../../kernel/age.ts';
import { type Instant, dayOf } from '../../../../kernel/time.ts';
import { formatAgeNow, formatMoment, formatWhen } from '../../../../platform/i18n/index.ts';
import { Button } from '../../../../web/components/button.tsx';
import { EmptyState } from '../../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { LinkButton } from '../../../../web/components/link-button.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { WordStatus } from '../../../../web/components/word-status.tsx';
import type { FormState } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';
import { titleCode } from '../../../../law/index.ts';
import { RecordPhotograph } from '../../../children/index.ts';
import type { Occupancy, Unit } from '../../register/institution.ts';
import { Fullness } from '../../register/pages/words.tsx';
import type { Living, RollCall } from '../store.ts';

type Child = { reference: string; name: string; age: Age | null; photograph: string | null; since: Instant };
export type Tonight = {
  view: View;
  form: FormState;
  children: readonly (Child & Living)[];
  awaited: readonly Child[];
  transfers: readonly (Child & { fromName: string })[];
  units: readonly Unit[];
  full: Occupancy;
  rollCall: RollCall | null;
  /** Brought by the police for a night. */
  kept: number;
  officeId: string;
};

export function TonightPage(props: Tonight) {
  const { view, form, children, full, officeId } = props;
  const { t } = view;
  const away = (kind: Living['away']) => children.filter((child) => child.away === kind).length;
  const counts = { here: away(null), leave: away('leave'), hospital: away('hospital'), missing: away('missing') };
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('institutions.tonight.title')}</h1>
      <p class="lead">{t('institutions.tonight.counts', counts)}</p>
      <p>
        {t('institutions.tonight.places', { strength: full.strength })} <Fullness view={view} occupancy={full} />{' '}
        <a href={`/homes/${officeId}`}>{t('institutions.tonight.home')}</a>
      </p>
      {props.kept > 0 ? <p>{t('institutions.tonight.kept', { count: props.kept })}</p> : null}
      <Waiting {...props} />
      <RollCallForm {...props} expected={counts.here} />
      {props.units.map((unit) => (
        <UnitChildren
          key={unit.id}
          view={view}
          unit={unit}
          several={props.units.length > 1}
          children={children.filter(({ unitId }) => unitId === unit.id)}
        />
      ))}
      {children.length === 0 ? (
        <EmptyState view={view} title={t('institutions.tonight.nobody')} text={t('institutions.tonight.empty')} />
      ) : null}
    </>
  );
}

/** Placed here or taken in here and not yet admitted; and who another home asks us to take. */
function Waiting({ view, awaited, transfers }: Tonight) {
  const { t } = view;
  if (awaited.length + transfers.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('institutions.tonight.waiting')}</h2>
      <ul>
        {awaited.map(({ reference, name, since }) => (
          <li key={reference}>
            <a href={`/found/${reference}`}>{reference}</a> <bdi>{name}</bdi>,{' '}
            {t('institutions.tonight.found', { when: formatWhen(view, since, view.now) })}{' '}
            <LinkButton href={`/residents/${reference}/admit`}>{t('institutions.act.admit')}</LinkButton>
          </li>
        ))}
        {transfers.map(({ reference, name, fromName }) => (
          <li key={reference}>
            <a href={`/found/${reference}`}>{reference}</a> <bdi>{name}</bdi>, {t('institutions.tonight.askedBy', { home: fromName })}{' '}
            <LinkButton href={`/residents/${reference}/answer`}>{t('institutions.act.answer')}</LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function RollCallForm({ view, form, rollCall, expected, children }: Tonight & { expected: number }) {
  const { t } = view;
  if (children.length === 0) return null;
  const counted = rollCall
    ? t('institutions.tonight.counted', { count: rollCall.counted, at: formatMoment(view, rollCall.countedAt) })
    : null;
  const about = (name: string) => ({ view, form, name, label: t(`institutions.field.${name}`) });
  return (
    <details class="panel" open={!rollCall || Object.keys(form.errors).length > 0}>
      <summary>{counted ?? t('institutions.tonight.count')}</summary>
      <Form view={view} action="/tonight">
        <TextInput {...about('counted')} hint={t('institutions.hint.counted', { expected })} width="short" inputMode="numeric" />
        <TextInput {...about('words')} label={t('institutions.field.countWords')} optional maxLength={500} />
        <Button kind="secondary">{t('institutions.tonight.saveCount')}</Button>
      </Form>
    </details>
  );
}

function UnitChildren({ view, unit, several, children }: { view: View; unit: Unit; several: boolean; children: Tonight['children'] }) {
  const { t } = view;
  const title = t('institutions.unit.words', { kind: t(`institutions.unitKind.${unit.kind}`), sex: t(`institutions.unitSex.${unit.sex}`) });
  if (children.length === 0) return null;
  return (
    <>
      {several ? <h2>{title}</h2> : null}
      <Table
        caption={title}
        captionUnseen
        columns={(['child', 'since', 'tonight', 'due'] as const).map((name) => ({ label: t(`institutions.column.${name}`) }))}
        rows={children.map((child) => ({
          id: child.reference,
          cells: [
            <span class="child-cell">
              <RecordPhotograph view={view} name={child.photograph} size="list" />
              <span>
                <a href={`/found/${child.reference}`}>
                  <bdi>{child.name}</bdi>
                </a>
                <span class="quiet-text">
                  {' '}
                  {t('institutions.tonight.number', { number: child.admissionNumber })}
                  {child.age ? `, ${formatAgeNow(view, child.age, dayOf(view.now))}` : ''}
                </span>
              </span>
            </span>,
            formatWhen(view, child.admittedAt, view.now),
            <Where view={view} child={child} />,
            <Next view={view} child={child} />,
          ],
        }))}
      />
    </>
  );
}

function Where({ view, child: { away, fromAt, dueBackAt } }: { view: View; child: Living }) {
  const { t } = view;
  if (away === null) return <WordStatus kind="done">{t('institutions.tonight.here')}</WordStatus>;
  const late = away === 'missing' || (dueBackAt !== null && dueBackAt < view.now);
  const facts = { from: fromAt ? formatMoment(view, fromAt) : '', due: dueBackAt ? formatMoment(view, dueBackAt) : 'none', back: '' };
  return <WordStatus kind={late ? 'late' : 'waiting'}>{t(`institutions.isAway.${away}`, facts)}</WordStatus>;
}

function Next({ view, child: { nextRule, nextDue, others, reference } }: { view: View; child: Living & Child }) {
  const { t, now } = view;
  if (!nextRule || !nextDue) return <span class="quiet-text">{t('institutions.tonight.nothingDue')}</span>;
  const words = t('institutions.tonight.due', { duty: t(titleCode(nextRule)), by: formatMoment(view, nextDue) });
  return (
    <>
      {nextDue < now ? <WordStatus kind="late">{words}</WordStatus> : words}
      {others > 0 ? (
        <>
          {' '}
          <a href={`/found/${reference}`}>{t('institutions.tonight.others', { count: others })}</a>
        </>
      ) : null}
    </>
  );
}
