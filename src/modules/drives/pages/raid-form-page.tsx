// A raid is written down: where, and when.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type District, DistrictSelect } from '../../places/index.ts';
import type { Drive } from '../drive.ts';

export function RaidFormPage({
  view,
  form,
  drive,
  districts,
}: {
  view: View;
  form: FormState;
  drive: Drive;
  districts: readonly District[];
}) {
  const { t } = view;
  const field = (name: string) => ({ view, form, name, label: t(`drives.field.${name}`) });
  return (
    <>
      <p class="back">
        <a href={`/drives/${drive.id}`} dir="auto">
          {drive.name}
        </a>
      </p>
      <h1>{t('drives.raid.new')}</h1>
      <ErrorSummary view={view} form={form} />
      <Form view={view} action={`/drives/${drive.id}/raids/new`}>
        <DistrictSelect {...field('districtCode')} districts={districts} />
        <TextInput {...field('place')} hint={t('drives.hint.place')} maxLength={300} />
        <WhenFields view={view} form={form} />
        <Button>{t('drives.raid.save')}</Button>
      </Form>
    </>
  );
}
