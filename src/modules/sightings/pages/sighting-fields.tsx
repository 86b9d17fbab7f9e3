// What is asked of whoever saw a child: where, when, what the child was like. Three answers are needed, the rest helps.
import { DateInput } from '../../../web/components/date-input.tsx';
import { Fieldset } from '../../../web/components/fieldset.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { DescriptionFields } from '../../children/index.ts';
import { type District, DistrictSelect } from '../../places/index.ts';

export type SightingFieldsProps = { view: View; form: FormState; districts: readonly District[] };

/** What a passer-by cannot know is not asked. */
const hidden = [
  'childNameOtherScript',
  'alias',
  'fatherName',
  'motherName',
  'guardianName',
  'siblingName',
  'birthDate',
  'ageBasis',
  'homeDistrict',
  'homeWords',
  'heightFrom',
  'heightTo',
] as const;

export function SightingFields({ view, form, districts }: SightingFieldsProps) {
  const about = (name: string) => ({ view, form, name, label: view.t(`sightings.field.${name}`) });
  return (
    <>
      <Fieldset view={view} form={form} name="seen" legend={view.t('sightings.group.seen')}>
        <TextInput {...about('place')} hint={view.t('sightings.hint.place')} maxLength={300} />
        <DistrictSelect {...about('districtCode')} districts={districts} />
        <DateInput {...about('seenOn')} />
        <TimeInput {...about('seenAt')} optional />
        <TextInput {...about('seenWith')} optional maxLength={300} />
        <TextArea {...about('doing')} optional rows={2} maxLength={500} />
      </Fieldset>
      <DescriptionFields view={view} form={form} districts={districts} hide={hidden} />
    </>
  );
}

export function ReporterFields({ view, form }: Omit<SightingFieldsProps, 'districts'>) {
  const about = (name: string) => ({ view, form, name, label: view.t(`sightings.field.${name}`) });
  return (
    <Fieldset view={view} form={form} name="reporter" legend={view.t('sightings.group.reporter')} hint={view.t('sightings.hint.reporter')}>
      <TextInput {...about('reporterTelephone')} optional type="tel" width="medium" />
      <TextInput {...about('reporterName')} optional maxLength={200} />
    </Fieldset>
  );
}
