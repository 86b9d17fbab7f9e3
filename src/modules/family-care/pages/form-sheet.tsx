// A form of care in families: its fields from a list, each drawn by what it asks.
import type { ComponentChildren } from 'preact';
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

type Options = readonly (string | { value: string; label: string })[];
/** `group`: where the words of its options are; `words`: the label, where the name is not one of the catalogue. */
export type Asked = {
  name: string;
  as: 'line' | 'text' | 'day' | 'later' | 'number' | 'rupees' | 'radios' | 'select' | 'checks' | 'tick';
  group?: string;
  options?: Options;
  optional?: true;
  hint?: string;
  words?: string;
};

export type SheetProps = {
  view: View;
  form: FormState;
  title: string;
  /** Where it goes back to. */
  back: string;
  action: string;
  why: string;
  save: string;
  asks: readonly Asked[];
  before?: ComponentChildren;
};

export function FormSheet({ view, form, title, back, action, why, save, asks, before }: SheetProps) {
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={back}>{view.t('family-care.back')}</a>
      </p>
      <h1>{title}</h1>
      <p>{why}</p>
      {before}
      <Form view={view} action={action}>
        {asks.map((asked) => (
          <Field key={asked.name} view={view} form={form} asked={asked} />
        ))}
        <Button>{save}</Button>
      </Form>
    </>
  );
}

export function Field({ view, form, asked }: { view: View; form: FormState; asked: Asked }) {
  const { t } = view;
  const { name, as, group = name, options = [], optional } = asked;
  const hint = asked.hint ? { hint: t(asked.hint) } : {};
  const about = { view, form, name, label: asked.words ?? t(`family-care.field.${name}`), ...(optional ? { optional } : {}), ...hint };
  const choices = options.map((one) => (typeof one === 'string' ? { value: one, label: t(`family-care.${group}.${one}`) } : one));
  if (as === 'radios') return <Radios {...about} options={choices} inline={choices.length === 2 && group === 'answer'} />;
  if (as === 'select') return <Select {...about} options={choices} />;
  if (as === 'checks') return <Checkboxes {...about} options={choices} />;
  if (as === 'tick') return <Checkboxes {...about} options={[{ value: 'yes', label: t(`family-care.tick.${name}`) }]} optional />;
  if (as === 'text') return <TextArea {...about} rows={3} maxLength={4000} />;
  if (as === 'day') return <DateInput {...about} />;
  if (as === 'later') return <DateInput {...about} latest={null} />;
  if (as === 'number') return <TextInput {...about} width="short" inputMode="numeric" />;
  if (as === 'rupees') return <TextInput {...about} width="short" inputMode="numeric" suffix="₹" />;
  return <TextInput {...about} maxLength={500} />;
}
