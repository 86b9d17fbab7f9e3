// One answer from a long list. For up to seven, radios are quicker to read.
import { typedIn } from '../form-state.ts';
import { Field, type FieldProps, describedBy } from './field.tsx';

export type Option = { value: string; label: string; hint?: string };
/** `blank` is the first, empty line; left out, "Choose" in the reader's language. */
export type SelectProps = FieldProps & { options: readonly Option[]; blank?: string };

export function Select(props: SelectProps) {
  const { view, form, name, options, blank } = props;
  const chosen = typedIn(form, name);
  return (
    <Field {...props}>
      <select id={name} name={name} {...describedBy(props)}>
        <option value="">{blank ?? view.t('web.form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
