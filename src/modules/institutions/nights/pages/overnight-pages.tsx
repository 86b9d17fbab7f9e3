// Form 42 on screen: the child kept for a night, and what became of it in the morning.
import type { ComponentChildren } from 'preact';
import { Button } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { TimeInput } from '../../../../web/components/time-input.tsx';
import { WhenFields } from '../../../../web/components/when-fields.tsx';
import type { FormState } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';

type Props = { view: View; form: FormState; reference: string; name: string };

function Night({ view, form, reference, name, act, children }: Props & { act: 'overnight' | 'hand-over'; children: ComponentChildren }) {
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

const about = ({ view, form }: Props, name: string) => ({ view, form, name, label: view.t(`institutions.field.${name}`) });

export function OvernightPage(props: Props) {
  return (
    <Night {...props} act="overnight">
      <TextInput {...about(props, 'broughtBy')} hint={props.view.t('institutions.hint.broughtBy')} maxLength={200} />
      <WhenFields view={props.view} form={props.form} />
      <DateInput {...about(props, 'dueOn')} hint={props.view.t('institutions.hint.dueOn')} optional latest={null} />
      <TimeInput {...about(props, 'dueAt')} optional />
      <TextInput {...about(props, 'condition')} optional maxLength={500} />
    </Night>
  );
}

export function HandOverPage(props: Props) {
  const options = (['taken-over', 'not-taken-over'] as const).map((value) => ({
    value,
    label: props.view.t(`institutions.endedHow.${value}`),
  }));
  return (
    <Night {...props} act="hand-over">
      <Radios {...about(props, 'endedHow')} options={options} />
      <TextInput {...about(props, 'endedBy')} optional maxLength={200} />
      <WhenFields view={props.view} form={props.form} />
    </Night>
  );
}
