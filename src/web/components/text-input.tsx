// One line of text: a name, a place, a telephone number.
import { typedIn } from '../form-state.ts';
import { Field, type FieldProps, describedBy } from './field.tsx';

export type TextInputProps = FieldProps & {
  type?: 'text' | 'tel' | 'email' | 'password' | 'search';
  /** How much is expected, so the box is as long as the answer. */
  width?: 'short' | 'medium' | 'full';
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email';
  /** HTML autofill token: `name`, `tel`, `one-time-code`, or `off` for what is about somebody else. */
  autocomplete?: string;
  /** Says what the number counts, after the box: "cm". */
  suffix?: string;
  maxLength?: number;
};

export function TextInput(props: TextInputProps) {
  const { form, name, type = 'text', width = 'full', inputMode, autocomplete = 'off', suffix, maxLength } = props;
  return (
    <Field {...props}>
      <div class="with-suffix">
        <input
          class={width}
          id={name}
          name={name}
          type={type as 'text'} // Preact's types know a list only for some kinds of input
          value={type === 'password' ? undefined : typedIn(form, name)}
          inputMode={inputMode}
          autocomplete={autocomplete}
          maxLength={maxLength}
          dir="auto"
          {...describedBy(props)}
        />
        {suffix ? <span class="suffix">{suffix}</span> : null}
      </div>
    </Field>
  );
}
