// Any number of answers from a few.
import { allTypedIn } from '../form-state.ts';
import type { FieldProps } from './field.tsx';
import { Fieldset } from './fieldset.tsx';
import { Choice } from './radios.tsx';
import type { Option } from './select.tsx';

export type CheckboxesProps = Omit<FieldProps, 'unknown'> & { options: readonly Option[]; inline?: boolean };

export function Checkboxes({ view, form, name, label, hint, heading, optional, options, inline }: CheckboxesProps) {
  const ticked = allTypedIn(form, name);
  return (
    <Fieldset view={view} form={form} name={name} legend={label} hint={hint} heading={heading} optional={optional}>
      <div class={inline ? 'choices inline' : 'choices'}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            type="checkbox"
            name={name}
            option={option}
            first={index === 0}
            checked={ticked.includes(option.value)}
          />
        ))}
      </div>
    </Fieldset>
  );
}
