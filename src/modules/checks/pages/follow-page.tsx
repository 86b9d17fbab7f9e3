// Whoever asked before types the code they were given, and the telephone they gave.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

export function FollowPage({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('checks.follow.title')}</h1>
      <Form view={view} action="/known/follow">
        <TextInput {...field} name="code" label={t('checks.field.code')} hint={t('checks.hint.code')} width="medium" maxLength={40} />
        <TextInput
          {...field}
          name="telephone"
          label={t('missing-reports.field.yourTelephone')}
          hint={t('checks.hint.telephone')}
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
