// What every single-input field has in common: a label, a hint, what is wrong, and "I don't know" where that is an answer.
import type { ComponentChildren } from 'preact';
import { type FormState, typedIn } from '../form-state.ts';
import type { View } from '../view.ts';

/** `optional` says so beside the label; `unknown` offers "I don't know" (sent as `<name>Unknown=yes`); `heading` makes the label the page's title. */
export type FieldProps = {
  view: View;
  form: FormState;
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  unknown?: boolean;
  heading?: boolean;
};

export function Field(props: FieldProps & { children: ComponentChildren }) {
  const { view, form, name, label, hint, optional, heading } = props;
  const text = (
    <label for={name}>
      {label}
      {optional ? <span class="optional"> {view.t('web.form.optional')}</span> : null}
    </label>
  );
  return (
    <div class={form.errors[name] ? 'field wrong' : 'field'}>
      {heading ? <h1 class="label-heading">{text}</h1> : text}
      {hint ? (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError view={view} form={form} name={name} />
      {props.children}
      {props.unknown ? <UnknownAnswer view={view} form={form} name={name} /> : null}
    </div>
  );
}

/** The sentence that says what is wrong, beside the field it is about. */
export function FieldError({ view, form, name }: { view: View; form: FormState; name: string }) {
  const error = form.errors[name];
  if (!error) return null;
  return (
    <p class="field-error" id={`${name}-error`}>
      <span class="unseen">{view.t('web.form.errorPrefix')} </span>
      {error}
    </p>
  );
}

/** Attributes that tie an input to its label, hint and error. */
export function describedBy({ form, name, hint }: Pick<FieldProps, 'form' | 'name' | 'hint'>) {
  const ids = [hint ? `${name}-hint` : '', form.errors[name] ? `${name}-error` : ''].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': form.errors[name] ? ('true' as const) : undefined };
}

function UnknownAnswer({ view, form, name }: { view: View; form: FormState; name: string }) {
  const unknown = `${name}Unknown`;
  return (
    <div class="choice">
      <input type="checkbox" id={unknown} name={unknown} value="yes" checked={typedIn(form, unknown) === 'yes'} />
      <label for={unknown}>{view.t('web.form.unknown')}</label>
    </div>
  );
}
