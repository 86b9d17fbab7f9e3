// The first three questions: who is missing, when and where the child was last seen.
import { DateInput } from '../../../web/components/date-input.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import { sexes } from '../../children/index.ts';
import { TypedDistrictField } from '../../places/index.ts';
import type { QuestionProps } from './question-page.tsx';

export function WhoQuestion({ view, form }: QuestionProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <TextInput {...field} name="childName" label={t('children.field.childName')} hint={t('missing-reports.hint.childName')} unknown />
      <TextInput {...field} name="alias" label={t('children.field.alias')} optional />
      <Radios
        {...field}
        name="sex"
        label={t('children.field.sex')}
        options={sexes.map((value) => ({ value, label: t(`children.sex.${value}`) }))}
        unknown
        inline
      />
      <TextInput
        {...field}
        name="ageFrom"
        label={t('missing-reports.field.age')}
        hint={t('missing-reports.hint.age')}
        width="short"
        inputMode="numeric"
        suffix={t('children.years')}
        unknown
      />
    </>
  );
}

export function WhenQuestion({ view, form }: QuestionProps) {
  const { t } = view;
  return (
    <>
      <DateInput view={view} form={form} name="lastSeenOn" label={t('missing-reports.field.lastSeenOn')} unknown />
      <TimeInput view={view} form={form} name="lastSeenAt" label={t('missing-reports.field.lastSeenAt')} optional />
    </>
  );
}

/** Without JavaScript: the district is typed, and where the letters fit several, they are listed to choose from. */
export function WhereQuestion({ view, form, districts }: QuestionProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <TypedDistrictField
        {...field}
        fields={{ typed: 'districtTyped', chosen: 'lastSeenDistrict' }}
        districts={districts}
        hint={t('missing-reports.hint.district')}
      />
      <TextInput
        {...field}
        name="lastSeenPlace"
        label={t('missing-reports.field.lastSeenPlace')}
        hint={t('missing-reports.hint.lastSeenPlace')}
        unknown
      />
      <TextInput {...field} name="lastSeenWith" label={t('missing-reports.field.lastSeenWith')} optional />
    </>
  );
}
