// Several inputs that answer one question together.
import type { ComponentChildren } from 'preact';
import type { FormState } from '../form-state.ts';
import type { View } from '../view.ts';
import { FieldError, describedBy } from './field.tsx';

/** `name` ties the group to an error of that field. `heading` makes the question the page's title. */
export type FieldsetProps = {
  view: View;
  form: FormState;
  name: string;
  legend: string;
  children: ComponentChildren;
  hint?: string;
  heading?: boolean;
  optional?: boolean;
};

export function Fieldset({ view, form, name, legend, children, hint, heading, optional }: FieldsetProps) {
  const { 'aria-describedby': describing } = describedBy({ form, name, hint });
  return (
    <fieldset class={form.errors[name] ? 'field wrong' : 'field'} aria-describedby={describing}>
      <legend>
        {heading ? <h1 class="label-heading">{legend}</h1> : legend}
        {optional ? <span class="optional"> {view.t('web.form.optional')}</span> : null}
      </legend>
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError view={view} form={form} name={name} />
      {children}
    </fieldset>
  );
}
