// The form of a step: its questions in order, who sat, and when it was done.
import type { ComponentChildren } from 'preact';
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select, type Option } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type Proceeding, numberOf } from '../proceeding.ts';
import { type Step, type StepField, isSigned } from '../step.ts';
import { casePath } from './board-page.tsx';

export type Choices = { homes: readonly Option[]; bench: readonly Option[] };

/** What every form about one case has around its questions. */
export function CaseForm(props: {
  view: View;
  form: FormState;
  proceeding: Proceeding;
  /** After the case's address; also names its words. */
  name: string;
  title: string;
  why: string;
  save: string;
  children: ComponentChildren;
}) {
  const { view, form, proceeding, name, title, why, save, children } = props;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={casePath(proceeding)}>{view.t('jjb.case.back', { number: numberOf(proceeding) })}</a>
      </p>
      <h1>{title}</h1>
      <p>{why}</p>
      <Form view={view} action={`${casePath(proceeding)}/${name}`}>
        {children}
        <Button>{save}</Button>
      </Form>
    </>
  );
}

export function StepPage(props: { view: View; form: FormState; proceeding: Proceeding; step: Step; choices: Choices }) {
  const { view, form, proceeding, step, choices } = props;
  const { t } = view;
  return (
    <CaseForm
      view={view}
      form={form}
      proceeding={proceeding}
      name={step.code}
      title={t('jjb.step.title', { step: t(`jjb.step.${step.code}`), name: proceeding.identity?.name ?? '' })}
      why={t(isSigned(step) ? 'jjb.step.whySigned' : 'jjb.step.why')}
      save={t(isSigned(step) ? 'jjb.step.saveSigned' : 'jjb.step.save')}
    >
      {step.fields.map((field) => (
        <Asked key={field.name} view={view} form={form} field={field} choices={choices} />
      ))}
      <WhenFields view={view} form={form} />
    </CaseForm>
  );
}

function Asked({ view, form, field, choices }: { view: View; form: FormState; field: StepField; choices: Choices }) {
  const { t } = view;
  const about = { view, form, name: field.name, label: t(`jjb.field.${field.name}`), optional: field.optional ?? false };
  const words = (options: readonly string[]): Option[] => options.map((value) => ({ value, label: t(`jjb.${field.name}.${value}`) }));
  switch (field.kind) {
    case 'choice':
      return field.options.length > 7 ? (
        <Select {...about} options={words(field.options)} />
      ) : (
        <Radios {...about} options={words(field.options)} />
      );
    case 'choices':
      return <Checkboxes {...about} optional options={words(field.options)} />;
    case 'bench':
      return <Checkboxes {...about} options={choices.bench} />;
    case 'home':
      return <Select {...about} options={choices.homes} />;
    case 'text':
      return <TextArea {...about} rows={3} maxLength={4000} />;
    case 'day':
      return <DateInput {...about} />;
    case 'ahead':
      return <DateInput {...about} latest={null} />;
    case 'tick':
      return <Checkboxes {...about} optional options={[{ value: 'yes', label: t('jjb.yes') }]} />;
    default:
      return <TextInput {...about} maxLength={200} />;
  }
}
