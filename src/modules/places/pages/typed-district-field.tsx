// A district typed by its first letters; where they fit several, those are listed to choose from. No list of the whole country is sent.
import { Radios } from '../../../web/components/radios.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { District } from '../place.ts';
import type { DistrictFields } from '../typed-district.ts';

type Props = { view: View; form: FormState; fields: DistrictFields; districts: readonly District[]; hint?: string };

export function TypedDistrictField({ view, form, fields, districts, hint }: Props) {
  const { t } = view;
  const options = districts.map((district) => ({ value: district.code, label: `${district.name}, ${district.stateName}` }));
  return (
    <>
      <TextInput
        view={view}
        form={form}
        name={fields.typed}
        label={t('places.field.district')}
        hint={hint ?? t('places.hint.firstLetters')}
        width="medium"
      />
      {options.length > 1 || form.errors[fields.chosen] ? (
        <Radios view={view} form={form} name={fields.chosen} label={t('places.field.which')} options={options} />
      ) : null}
    </>
  );
}
