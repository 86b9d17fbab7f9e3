// What is asked of whoever saw a child: where, when, what was seen, a telephone. The rest helps, and is folded away.
import { DateInput } from '../../../web/components/date-input.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import { type FormState, allTypedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { DescriptionFields, sexes } from '../../children/index.ts';
import { type District, TypedDistrictField } from '../../places/index.ts';
import { districtFields } from '../form.ts';

export type SightingFieldsProps = { view: View; form: FormState; districts: readonly District[] };

/** Asked in sight of everyone; whatever is wrong or was typed elsewhere opens the folded part. */
const inSight = ['place', 'districtTyped', 'districtCode', 'seenOn', 'seenAt', 'sex', 'ageFrom', 'doing', 'reporterTelephone'];

/** What a passer-by cannot know is not asked, and what is asked above is not asked twice. */
const hidden = [
  'sex',
  'ageFrom',
  'ageTo',
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

const carried = ['noticePublicId', 'source'];

function isUnfolded(form: FormState): boolean {
  const folded = (name: string) => name !== '' && !inSight.includes(name) && !carried.includes(name);
  const typed = Object.keys(form.values).filter((name) => allTypedIn(form, name).some((text) => text !== ''));
  return [...Object.keys(form.errors), ...typed].some(folded);
}

export function SightingFields(props: SightingFieldsProps) {
  const { view, form, districts } = props;
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`sightings.field.${name}`) });
  return (
    <>
      <TextInput {...about('place')} hint={t('sightings.hint.place')} maxLength={300} />
      <TypedDistrictField view={view} form={form} fields={districtFields} districts={districts} />
      <DateInput {...about('seenOn')} />
      <TimeInput {...about('seenAt')} optional />
      <Radios
        view={view}
        form={form}
        name="sex"
        label={t('children.field.sex')}
        options={sexes.map((value) => ({ value, label: t(`children.sex.${value}`) }))}
        unknown
        inline
      />
      <TextInput {...about('ageFrom')} optional width="short" inputMode="numeric" suffix={t('children.years')} />
      <TextArea {...about('doing')} hint={t('sightings.hint.doing')} optional rows={3} maxLength={500} />
      <TextInput
        {...about('reporterTelephone')}
        hint={t('sightings.hint.reporter')}
        optional
        type="tel"
        width="medium"
        autocomplete="tel"
      />
      <details open={isUnfolded(form)}>
        <summary>{t('sightings.more')}</summary>
        <TheRest {...props} />
      </details>
    </>
  );
}

function TheRest({ view, form, districts }: SightingFieldsProps) {
  const about = (name: string) => ({ view, form, name, label: view.t(`sightings.field.${name}`) });
  return (
    <>
      <TextInput {...about('seenWith')} optional maxLength={300} />
      <DescriptionFields view={view} form={form} districts={districts} hide={hidden} />
      <TextInput {...about('reporterName')} optional maxLength={200} autocomplete="name" />
    </>
  );
}
