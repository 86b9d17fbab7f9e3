// A day. The browser's own picker; where there is none it is a text box, and the hint says how to write the day.
import { type Day, dayOf } from '../../kernel/time.ts';
import { typedIn } from '../form-state.ts';
import { Field, type FieldProps, describedBy } from './field.tsx';

/** Sent as YYYY-MM-DD. `latest` defaults to today in India: most days asked about have already happened; `null` lifts that. */
export type DateInputProps = FieldProps & { latest?: Day | null; earliest?: Day };

export function DateInput(props: DateInputProps) {
  const { view, form, name, hint, earliest } = props;
  const latest = props.latest === undefined ? dayOf(view.now) : props.latest;
  const explained = { ...props, hint: hint ?? view.t('web.form.dateHint', { example: dayOf(view.now) }) };
  return (
    <Field {...explained}>
      <input
        class="short"
        type="date"
        id={name}
        name={name}
        value={typedIn(form, name)}
        min={earliest}
        max={latest ?? undefined}
        {...describedBy(explained)}
      />
    </Field>
  );
}
