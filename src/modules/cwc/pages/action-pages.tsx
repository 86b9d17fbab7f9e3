// The Committee's three forms: the child produced, the identity answered, the restoration ordered (Form 44).
import type { ComponentChildren } from 'preact';
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { RecordComparison } from '../../../web/components/record-comparison.tsx';
import { Select } from '../../../web/components/select.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Office } from '../../officers/index.ts';
import type { RequestShown } from '../compared.ts';
import type { Particular } from '../particulars.ts';
import { type CommitteeStep, identityBases, placements, relations, sittings } from '../identity.ts';

export type ActionPageProps = { view: View; form: FormState; reference: string; title: string };

function Step({ view, form, reference, title, step, children }: ActionPageProps & { step: CommitteeStep; children: ComponentChildren }) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      <p>{t(`cwc.${step}.why`)}</p>
      <Form view={view} action={`/cwc/${reference}/${step}`}>
        {children}
        <Button>{t(`cwc.${step}.save`)}</Button>
      </Form>
    </>
  );
}

function about({ view, form }: ActionPageProps, name: string) {
  return { view, form, name, label: view.t(`cwc.field.${name}`) };
}

function optionsOf({ view }: ActionPageProps, group: string, values: readonly string[]) {
  return values.map((value) => ({ value, label: view.t(`cwc.${group}.${value}`) }));
}

/** `homes`: those of the child's district. */
export function ProductionPage(props: ActionPageProps & { homes: readonly Pick<Office, 'id' | 'name'>[] }) {
  const { t } = props.view;
  return (
    <Step {...props} step="production">
      <DateInput {...about(props, 'producedOn')} />
      <TimeInput {...about(props, 'producedAt')} />
      <Radios {...about(props, 'sitting')} options={optionsOf(props, 'sitting', sittings)} />
      <TextInput {...about(props, 'producedBy')} optional maxLength={200} />
      <TextInput
        {...about(props, 'journeyMinutes')}
        hint={t('cwc.hint.journeyMinutes')}
        optional
        width="short"
        inputMode="numeric"
        suffix={t('cwc.minutes')}
      />
      <TextArea {...about(props, 'childHeard')} hint={t('cwc.hint.childHeard')} optional maxLength={2000} />
      <Radios {...about(props, 'placedWith')} options={optionsOf(props, 'placement', placements)} />
      <Select
        {...about(props, 'home')}
        hint={t('cwc.hint.home')}
        optional
        options={props.homes.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Step>
  );
}

/** What the Committee decides about: both children, and why an officer thought them one. */
function Compared({ view, request }: { view: View; request: RequestShown }) {
  const { missing, found, particulars, reason, judge, matchPath, label } = request;
  return (
    <section class="panel" aria-label={label}>
      {missing && found ? <RecordComparison view={view} left={missing} right={found} /> : null}
      {particulars.length > 0 ? <Particulars view={view} caption={label} particulars={particulars} /> : null}
      {reason ? (
        <p>
          {view.t('cwc.identity.reason')} <q dir="auto">{reason}</q>
        </p>
      ) : null}
      {judge ? <p>{view.t('cwc.identity.twoPeople', { judge })}</p> : null}
      {view.may('match.read') ? (
        <p>
          <a href={matchPath}>{view.t('cwc.identity.match')}</a>
        </p>
      ) : null}
    </section>
  );
}

/** Beside each other on this page: nobody should decide who a child is without having seen the parents' names and the marks. */
function Particulars({ view, caption, particulars }: { view: View; caption: string; particulars: readonly Particular[] }) {
  const cell = (text: string | null) =>
    text === null ? <span class="quiet-text">{view.t('web.unknown')}</span> : <span dir="auto">{text}</span>;
  const columns = ['match-review.field.what', 'match-review.side.missing', 'match-review.side.found'].map((key) => ({
    label: view.t(key),
  }));
  const rows = particulars.map(({ label, missing, found }) => ({ id: label, cells: [label, cell(missing), cell(found)] }));
  return <Table caption={caption} captionUnseen columns={columns} rows={rows} />;
}

/** Several reports are asked about at once: said before the first of them is answered. */
function Several({ view, count }: { view: View; count: number }) {
  if (count < 2) return null;
  return (
    <section class="rivals" aria-labelledby="several">
      <h2 id="several">{view.t('cwc.identity.severalTitle', { count })}</h2>
      <p>{view.t('cwc.identity.severalDo')}</p>
    </section>
  );
}

/** The tick without which nothing is confirmed where more than one report claims the child. */
function AllCompared(props: ActionPageProps & { confirmed: boolean; claims: number }) {
  if (!props.confirmed && props.claims < 2) return null;
  const { label, ...rest } = about(props, 'both');
  const { t } = props.view;
  return props.confirmed ? (
    <Checkboxes {...rest} label={label} options={[{ value: 'yes', label: t('cwc.both.yes') }]} />
  ) : (
    <Checkboxes {...rest} label={t('cwc.field.compared')} options={[{ value: 'yes', label: t('cwc.both.compared') }]} />
  );
}

/** A missing report the child is already confirmed to be; `matchPath` only where the officer may open the pair. */
export type ConfirmedOther = { reference: string; matchPath: string | null };

function Others({ view, others }: { view: View; others: readonly ConfirmedOther[] }) {
  if (others.length === 0) return null;
  return (
    <section class="rivals" aria-labelledby="confirmed-others">
      <h2 id="confirmed-others">{view.t('cwc.identity.anotherTitle')}</h2>
      <ul>
        {others.map(({ reference, matchPath }) => (
          <li key={reference}>
            {view.t('cwc.identity.another', { reference })}{' '}
            {matchPath ? <a href={matchPath}>{view.t('cwc.identity.anotherOpen')}</a> : null}
          </li>
        ))}
      </ul>
      <p>{view.t('cwc.identity.anotherDo')}</p>
    </section>
  );
}

/** `requests`: the unanswered ones; with more than one the Committee says which it answers. `others`: missing reports the child is already confirmed to be. */
export function IdentityPage(props: ActionPageProps & { requests: readonly RequestShown[]; others: readonly ConfirmedOther[] }) {
  const { t } = props.view;
  const requests = props.requests.map(({ id, label }) => ({ value: id, label }));
  return (
    <Step {...props} step="identity">
      <Others view={props.view} others={props.others} />
      <Several view={props.view} count={props.requests.length} />
      {props.requests.map((request) => (
        <Compared key={request.id} view={props.view} request={request} />
      ))}
      <Radios {...about(props, 'requestId')} options={requests} />
      <Radios {...about(props, 'answer')} options={optionsOf(props, 'answer', ['confirmed', 'refused'])} />
      <AllCompared {...props} confirmed={props.others.length > 0} claims={props.requests.length} />
      <Checkboxes {...about(props, 'basis')} hint={t('cwc.hint.basis')} options={optionsOf(props, 'basis', identityBases)} />
      <TextArea {...about(props, 'reasons')} maxLength={2000} />
    </Step>
  );
}

export function RestorationPage(props: ActionPageProps) {
  return (
    <Step {...props} step="restoration">
      <TextInput {...about(props, 'orderNumber')} width="medium" maxLength={60} />
      <DateInput {...about(props, 'orderedOn')} />
      <Radios {...about(props, 'toRelation')} options={optionsOf(props, 'relation', relations)} />
      <DateInput {...about(props, 'restoredOn')} />
      <TimeInput {...about(props, 'restoredAt')} />
      <TextInput {...about(props, 'escortedBy')} optional maxLength={200} />
      <TextArea {...about(props, 'conditions')} optional rows={3} maxLength={2000} />
    </Step>
  );
}
