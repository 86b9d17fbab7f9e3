// One answer from a few, all in sight. "I don't know" is an option like any other, and always last.
import { typedIn } from '../form-state.ts';
import type { FieldProps } from './field.tsx';
import { Fieldset } from './fieldset.tsx';
import type { Option } from './select.tsx';

/** With `unknown`, "I don't know" is added, sent as `<name>=unknown`. `inline` puts short answers side by side. */
export type RadiosProps = FieldProps & { options: readonly Option[]; inline?: boolean };

export function Radios({ view, form, name, label, hint, heading, optional, unknown, options, inline }: RadiosProps) {
  const all = unknown ? [...options, { value: 'unknown', label: view.t('web.form.unknown') }] : options;
  const chosen = typedIn(form, name);
  return (
    <Fieldset view={view} form={form} name={name} legend={label} hint={hint} heading={heading} optional={optional}>
      <div class={inline ? 'choices inline' : 'choices'}>
        {all.map((option, index) => (
          <Choice key={option.value} type="radio" name={name} option={option} first={index === 0} checked={option.value === chosen} />
        ))}
      </div>
    </Fieldset>
  );
}

type ChoiceProps = { type: 'radio' | 'checkbox'; name: string; option: Option; first: boolean; checked: boolean };

/** The first choice carries the field's own id, so an error summary can land on it. */
export function Choice({ type, name, option, first, checked }: ChoiceProps) {
  const id = first ? name : `${name}-${option.value}`;
  return (
    <div class="choice">
      <input
        type={type}
        id={id}
        name={name}
        value={option.value}
        checked={checked}
        aria-describedby={option.hint ? `${id}-about` : undefined}
      />
      <label for={id}>{option.label}</label>
      {option.hint ? (
        <p class="hint" id={`${id}-about`}>
          {option.hint}
        </p>
      ) : null}
    </div>
  );
}
