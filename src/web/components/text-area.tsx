// Several lines of a person's own words.
import { typedIn } from '../form-state.ts';
import { Field, type FieldProps, describedBy } from './field.tsx';

export type TextAreaProps = FieldProps & { rows?: number; maxLength?: number };

export function TextArea(props: TextAreaProps) {
  const { form, name, rows = 4, maxLength } = props;
  return (
    <Field {...props}>
      <textarea id={name} name={name} rows={rows} maxLength={maxLength} dir="auto" {...describedBy(props)}>
        {typedIn(form, name)}
      </textarea>
    </Field>
  );
}
