// A time of day, Indian time, on the clock of 24 hours.
import { typedIn } from '../form-state.ts';
import { Field, type FieldProps, describedBy } from './field.tsx';

/** Sent as HH:MM. */
export function TimeInput(props: FieldProps) {
  const { view, form, name, hint } = props;
  const explained = { ...props, hint: hint ?? view.t('web.form.timeHint') };
  return (
    <Field {...explained}>
      <input class="short" type="time" id={name} name={name} value={typedIn(form, name)} {...describedBy(explained)} />
    </Field>
  );
}
