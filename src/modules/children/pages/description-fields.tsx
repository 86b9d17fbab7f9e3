// The questions every intake form asks about the child. All optional: a child who can say one word must be registrable.
import { languageName } from '../../../platform/i18n/index.ts';
import { ageBases } from '../../../kernel/age.ts';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { Fieldset } from '../../../web/components/fieldset.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type District, DistrictSelect } from '../../places/index.ts';
import { builds, complexions, sexes } from '../description.ts';
import { type DescriptionField, offeredLanguages } from '../description-form.ts';
import { MarkFields } from './mark-fields.tsx';

/** `prefix` for a list of children in one form: `children.0.`. `hide` leaves out what the form asks elsewhere or must not ask. */
export type DescriptionFieldsProps = {
  view: View;
  form: FormState;
  districts: readonly District[];
  prefix?: string;
  hide?: readonly DescriptionField[];
};

type Asking = { view: View; form: FormState; prefix: string; asks(name: DescriptionField): boolean };

export function DescriptionFields({ view, form, districts, prefix = '', hide = [] }: DescriptionFieldsProps) {
  const asking: Asking = { view, form, prefix, asks: (name) => !hide.includes(name) };
  return (
    <>
      <NameFields {...asking} />
      {(['sex', 'birthDate', 'ageFrom', 'ageTo', 'ageBasis'] as const).some(asking.asks) ? <AgeFields {...asking} /> : null}
      <LookFields {...asking} />
      {asking.asks('marks') ? <MarkFields view={view} form={form} prefix={prefix} /> : null}
      <HomeFields {...asking} districts={districts} />
    </>
  );
}

/** What a field of the description needs besides its options. */
function about({ view, form, prefix }: Asking, name: DescriptionField, hinted = false) {
  const hint = hinted ? { hint: view.t(`children.hint.${name}`) } : {};
  return { view, form, name: `${prefix}${name}`, label: view.t(`children.field.${name}`), ...hint };
}

function optionsOf(view: View, group: string, values: readonly string[]) {
  return values.map((value) => ({ value, label: view.t(`children.${group}.${value}`) }));
}

function NameFields(asking: Asking) {
  const { view, form, prefix, asks } = asking;
  const names = ['childName', 'childNameOtherScript', 'alias', 'fatherName', 'motherName', 'guardianName', 'siblingName'] as const;
  return (
    <Fieldset view={view} form={form} name={`${prefix}names`} legend={view.t('children.group.names')} hint={view.t('children.hint.names')}>
      {names.filter(asks).map((name) => (
        <TextInput key={name} {...about(asking, name, name === 'childNameOtherScript' || name === 'siblingName')} maxLength={200} />
      ))}
    </Fieldset>
  );
}

function AgeFields(asking: Asking) {
  const { view, form, prefix, asks } = asking;
  const years = { width: 'short', inputMode: 'numeric', suffix: view.t('children.years') } as const;
  return (
    <Fieldset view={view} form={form} name={`${prefix}ageAndSex`} legend={view.t('children.group.ageAndSex')}>
      {asks('sex') ? <Radios {...about(asking, 'sex')} options={optionsOf(view, 'sex', sexes)} unknown inline /> : null}
      {asks('birthDate') ? <DateInput {...about(asking, 'birthDate')} /> : null}
      {asks('ageFrom') ? <TextInput {...about(asking, 'ageFrom', true)} {...years} /> : null}
      {asks('ageTo') ? <TextInput {...about(asking, 'ageTo')} {...years} /> : null}
      {asks('ageBasis') ? <Select {...about(asking, 'ageBasis')} options={optionsOf(view, 'ageBasis', ageBases)} /> : null}
    </Fieldset>
  );
}

function LookFields(asking: Asking) {
  const { view, form, prefix, asks } = asking;
  const tall = { width: 'short', inputMode: 'numeric', suffix: view.t('children.centimetres') } as const;
  return (
    <Fieldset view={view} form={form} name={`${prefix}looks`} legend={view.t('children.group.looks')}>
      {asks('heightFrom') ? <TextInput {...about(asking, 'heightFrom')} {...tall} /> : null}
      {asks('heightTo') ? <TextInput {...about(asking, 'heightTo')} {...tall} /> : null}
      {asks('complexion') ? <Select {...about(asking, 'complexion')} options={optionsOf(view, 'complexion', complexions)} /> : null}
      {asks('build') ? <Select {...about(asking, 'build')} options={optionsOf(view, 'build', builds)} /> : null}
      {asks('clothing') ? <TextArea {...about(asking, 'clothing')} rows={2} maxLength={500} /> : null}
      {asks('disability') ? <TextArea {...about(asking, 'disability', true)} rows={2} maxLength={500} /> : null}
    </Fieldset>
  );
}

function HomeFields({ districts, ...asking }: Asking & { districts: readonly District[] }) {
  const { view, form, prefix, asks } = asking;
  const languages = offeredLanguages.map((code) => ({ value: code, label: languageName(view.locale, code) }));
  return (
    <Fieldset view={view} form={form} name={`${prefix}languageAndHome`} legend={view.t('children.group.languageAndHome')}>
      {asks('wordsRepeated') ? <TextArea {...about(asking, 'wordsRepeated', true)} rows={2} maxLength={500} /> : null}
      {asks('homeWords') ? <TextArea {...about(asking, 'homeWords', true)} rows={2} maxLength={500} /> : null}
      {asks('homeDistrict') ? <DistrictSelect {...about(asking, 'homeDistrict', true)} districts={districts} /> : null}
      {asks('languages') ? <Checkboxes {...about(asking, 'languages')} options={languages} inline /> : null}
    </Fieldset>
  );
}
