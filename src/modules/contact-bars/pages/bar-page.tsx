// A contact bar is written down: on what it rests, who it is, and what follows from it.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { barGrounds } from '../bar.ts';

export function BarPage({ view, action, reference, form }: { view: View; action: string; reference: string; form: FormState }) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('contact-bars.title')}</h1>
      <p>{reference}</p>
      <p>{t('contact-bars.about')}</p>
      <Form view={view} action={action}>
        <Radios
          {...field}
          name="ground"
          label={t('contact-bars.field.ground')}
          options={barGrounds.map((value) => ({ value, label: t(`contact-bars.ground.${value}`) }))}
        />
        <TextInput {...field} name="who" label={t('contact-bars.field.who')} hint={t('contact-bars.hint.who')} />
        <TextInput
          {...field}
          name="telephone"
          label={t('contact-bars.field.telephone')}
          hint={t('contact-bars.hint.telephone')}
          type="tel"
          inputMode="tel"
          width="medium"
          optional
        />
        <TextArea {...field} name="because" label={t('contact-bars.field.because')} hint={t('contact-bars.hint.because')} />
        <Button>{t('contact-bars.save')}</Button>
      </Form>
    </>
  );
}
