// A district chosen from a list grouped by State: works without JavaScript; typing a few letters jumps to the name.
import { Field, type FieldProps, describedBy } from '../../../web/components/field.tsx';
import { typedIn } from '../../../web/form-state.ts';
import type { District } from '../place.ts';

/** `districts` in order of State; `blank` is the first, empty line. */
export type DistrictSelectProps = FieldProps & { districts: readonly District[]; blank?: string };

export function DistrictSelect(props: DistrictSelectProps) {
  const { view, form, name, districts, blank } = props;
  const chosen = typedIn(form, name);
  return (
    <Field {...props}>
      <select id={name} name={name} {...describedBy(props)}>
        <option value="">{blank ?? view.t('web.form.choose')}</option>
        {[...Map.groupBy(districts, (district) => district.stateName)].map(([state, within]) => (
          <optgroup key={state} label={state}>
            {within.map((district) => (
              <option key={district.code} value={district.code} selected={district.code === chosen}>
                {district.nativeName ? `${district.name} · ${district.nativeName}` : district.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}
