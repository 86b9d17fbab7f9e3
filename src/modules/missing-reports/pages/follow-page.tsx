// Two things open one's own report: its reference number and the telephone it was made from.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

export function FollowPage({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('missing-reports.follow.title')}</h1>
      <p>{t('missing-reports.follow.explain')}</p>
      <Form view={view} action="/my">
        <TextInput
          view={view}
          form={form}
          name="reference"
          label={t('missing-reports.field.reference')}
          hint={t('missing-reports.hint.reference')}
          width="medium"
        />
        <TextInput
          view={view}
          form={form}
          name="informantTelephone"
          label={t('missing-reports.field.yourTelephone')}
          hint={t('missing-reports.hint.followTelephone')}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
          width="medium"
        />
        <Button>{t('missing-reports.check.sendCode')}</Button>
      </Form>
    </>
  );
}
