// The short forms of a home about a child who lives there: away and back, whom it told, to another home, discharge, death.
import type { ComponentChildren } from 'preact';
import { Button } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { Select } from '../../../../web/components/select.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { TimeInput } from '../../../../web/components/time-input.tsx';
import { WhenFields } from '../../../../web/components/when-fields.tsx';
import type { Drawn } from '../desk.ts';
import { leavings, toldOf } from '../residence.ts';

/** What every form about a child of a home begins with. */
export type ActProps = Pick<Drawn, 'view' | 'form' | 'reference' | 'name'>;

export function ActForm({ view, form, reference, name, act, children }: ActProps & { act: string; children?: ComponentChildren }) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}`}>{reference}</a> <bdi>{name}</bdi>
      </p>
      <h1>{t(`institutions.act.${act}`)}</h1>
      <p>{t(`institutions.why.${act}`)}</p>
      <Form view={view} action={`/residents/${reference}/${act}`}>
        {children}
        <Button>{t('institutions.save')}</Button>
      </Form>
    </>
  );
}

export const about = ({ view, form }: Pick<ActProps, 'view' | 'form'>, name: string) => ({
  view,
  form,
  name,
  label: view.t(`institutions.field.${name}`),
});

/** Why brothers and sisters are to live in two homes: asked only where it would be so. */
export function ApartReason(props: Drawn) {
  const { view, choices, form } = props;
  if (choices.apart.length === 0 && !form.errors['apartReason']) return null;
  const hint = choices.apart.length > 0 ? view.t('institutions.hint.apart', { homes: choices.apart.join(', ') }) : undefined;
  return <TextArea {...about(props, 'apartReason')} {...(hint ? { hint } : {})} rows={3} maxLength={1000} />;
}

export function LeavePage(props: Drawn) {
  return (
    <ActForm {...props} act="leave">
      <TextInput
        {...about(props, 'place')}
        label={props.view.t('institutions.paper.where')}
        hint={props.view.t('institutions.hint.leavePlace')}
        maxLength={300}
      />
      <TextInput {...about(props, 'withWhom')} maxLength={200} />
      <TextInput {...about(props, 'orderNumber')} hint={props.view.t('institutions.hint.leaveOrder')} width="medium" maxLength={60} />
      <WhenFields view={props.view} form={props.form} />
      <DateInput {...about(props, 'dueBackOn')} latest={null} />
      <TimeInput {...about(props, 'dueBackAt')} />
    </ActForm>
  );
}

export function HospitalPage(props: Drawn) {
  return (
    <ActForm {...props} act="hospital">
      <TextInput {...about(props, 'place')} label={props.view.t('institutions.field.hospital')} maxLength={300} />
      <TextInput {...about(props, 'withWhom')} optional maxLength={200} />
      <WhenFields view={props.view} form={props.form} />
    </ActForm>
  );
}

export function MissingPage(props: Drawn) {
  return (
    <ActForm {...props} act="missing">
      <TextArea {...about(props, 'words')} hint={props.view.t('institutions.hint.missingWords')} rows={4} maxLength={2000} />
      <WhenFields view={props.view} form={props.form} />
    </ActForm>
  );
}

export function BackPage(props: Drawn) {
  return (
    <ActForm {...props} act="back">
      <TextArea {...about(props, 'words')} optional rows={3} maxLength={1000} />
      <WhenFields view={props.view} form={props.form} />
    </ActForm>
  );
}

export function ToldPage(props: Drawn) {
  const options = toldOf.map((value) => ({ value, label: props.view.t(`institutions.told.${value}`) }));
  return (
    <ActForm {...props} act="told">
      <Radios {...about(props, 'to')} options={options} />
      <WhenFields view={props.view} form={props.form} />
    </ActForm>
  );
}

function OrderFields(props: Drawn) {
  return (
    <>
      <TextInput {...about(props, 'orderNumber')} width="medium" maxLength={60} />
      <DateInput {...about(props, 'orderedOn')} />
    </>
  );
}

export function TransferPage(props: Drawn) {
  return (
    <ActForm {...props} act="transfer">
      <Select {...about(props, 'toOffice')} options={props.choices.homes} />
      <OrderFields {...props} />
      <TextArea {...about(props, 'reason')} rows={3} maxLength={1000} />
      <ApartReason {...props} />
    </ActForm>
  );
}

export function SiblingPage(props: Drawn) {
  return (
    <ActForm {...props} act="sibling">
      <TextInput {...about(props, 'other')} hint={props.view.t('institutions.hint.other')} width="medium" maxLength={40} />
    </ActForm>
  );
}

export function WithdrawPage(props: Drawn) {
  return <ActForm {...props} act="withdraw" />;
}

export function DischargePage(props: Drawn) {
  const options = leavings.map((value) => ({ value, label: props.view.t(`institutions.leaving.${value}`) }));
  return (
    <ActForm {...props} act="discharge">
      <Radios {...about(props, 'leftHow')} options={options} />
      <TextInput {...about(props, 'leftTo')} hint={props.view.t('institutions.hint.leftTo')} optional maxLength={300} />
      <OrderFields {...props} />
      <WhenFields view={props.view} form={props.form} />
    </ActForm>
  );
}

export function DeathPage(props: Drawn) {
  return (
    <ActForm {...props} act="died">
      <TextArea {...about(props, 'words')} label={props.view.t('institutions.field.deathWords')} rows={4} maxLength={2000} />
      <WhenFields view={props.view} form={props.form} />
    </ActForm>
  );
}
