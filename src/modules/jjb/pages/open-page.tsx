// The form by which the police open a case: who the child is, and when the child was apprehended.
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

export function OpenPage({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`jjb.field.${name}`) });
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href="/board">{t('jjb.list.title')}</a>
      </p>
      <h1>{t('jjb.open')}</h1>
      <p>{t('jjb.open.why')}</p>
      <Form view={view} action="/board/new">
        <WhenFields view={view} form={form} />
        <TextInput {...about('name')} maxLength={120} />
        <Radios {...about('sex')} options={['female', 'male', 'third'].map((value) => ({ value, label: t(`jjb.sex.${value}`) }))} inline />
        <DateInput {...about('born')} optional />
        <TextInput {...about('age')} optional maxLength={40} />
        <TextInput {...about('guardian')} optional maxLength={120} />
        <TextInput {...about('address')} optional maxLength={300} />
        <TextInput {...about('language')} optional maxLength={60} />
        <Button>{t('jjb.open.save')}</Button>
      </Form>
    </>
  );
}
