// Intake of a found child (Form 17's facts in our own fields). Where, when and who brought the child; all else may stay empty.
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Fieldset } from '../../../web/components/fieldset.tsx';
import { FileInput } from '../../../web/components/file-input.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { DescriptionFields } from '../../children/index.ts';
import { type District, DistrictSelect } from '../../places/index.ts';
import { broughtByKinds } from '../found-child.ts';

type Props = { view: View; form: FormState; districts: readonly District[]; action: string };

export function IntakePage({ view, form, districts, action }: Props) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('found-children.new.title')}</h1>
      <p>{t('found-children.new.oneWord')}</p>
      <Form view={view} action={action} files>
        <FoundFields view={view} form={form} districts={districts} />
        <FileInput
          view={view}
          form={form}
          name="photograph"
          label={t('found-children.field.photograph')}
          hint={t('found-children.hint.photograph')}
          optional
          camera
        />
        <DescriptionFields view={view} form={form} districts={districts} />
        <BroughtByFields view={view} form={form} />
        <ConditionFields view={view} form={form} />
        <Button>{t('found-children.new.save')}</Button>
      </Form>
    </>
  );
}

function FoundFields({ view, form, districts }: Omit<Props, 'action'>) {
  const about = (name: string) => ({ view, form, name, label: view.t(`found-children.field.${name}`) });
  return (
    <Fieldset view={view} form={form} name="found" legend={view.t('found-children.group.found')}>
      <DateInput {...about('foundOn')} />
      <TimeInput {...about('foundAt')} />
      <DistrictSelect {...about('districtCode')} districts={districts} />
      <TextInput {...about('foundPlace')} hint={view.t('found-children.hint.foundPlace')} maxLength={300} />
      <TextInput {...about('foundWith')} optional maxLength={300} />
      <TextArea {...about('circumstances')} optional rows={3} maxLength={2000} />
    </Fieldset>
  );
}

function BroughtByFields({ view, form }: Omit<Props, 'districts' | 'action'>) {
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`found-children.field.${name}`) });
  const kinds = broughtByKinds.map((value) => ({ value, label: t(`found-children.broughtBy.${value}`) }));
  return (
    <Fieldset view={view} form={form} name="brought" legend={t('found-children.group.brought')}>
      <Select {...about('broughtBy')} options={kinds} />
      <TextInput {...about('broughtByName')} optional maxLength={200} />
      <TextInput {...about('broughtByTelephone')} optional type="tel" width="medium" />
      <TextInput
        {...about('journeyMinutes')}
        optional
        width="short"
        inputMode="numeric"
        suffix={t('found-children.minutes')}
        hint={t('found-children.hint.journey')}
      />
    </Fieldset>
  );
}

function ConditionFields({ view, form }: Omit<Props, 'districts' | 'action'>) {
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`found-children.field.${name}`) });
  const yes = (name: string) => [{ value: 'yes', label: t(`found-children.tick.${name}`) }];
  return (
    <Fieldset view={view} form={form} name="state" legend={t('found-children.group.state')}>
      <TextArea {...about('condition')} optional rows={2} maxLength={1000} />
      <TextInput {...about('treatment')} optional maxLength={500} />
      <TextInput {...about('belongings')} optional maxLength={500} />
      <Checkboxes {...about('allegationOfOffence')} options={yes('allegationOfOffence')} />
      <Checkboxes {...about('policeInformed')} options={yes('policeInformed')} />
    </Fieldset>
  );
}
