// The code sent to the telephone is typed here; the last four digits show where it went.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

type CodeProps = { view: View; form: FormState; action: string; again: string; telephone: string };

export function CodePage({ view, form, action, again, telephone }: CodeProps) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('citizens.code.title')}</h1>
      <p>{t('citizens.code.sentTo', { lastDigits: telephone.slice(-4) })}</p>
      <Form view={view} action={action}>
        <TextInput
          view={view}
          form={form}
          name="code"
          label={t('citizens.field.code')}
          width="short"
          inputMode="numeric"
          autocomplete="one-time-code"
          maxLength={20}
        />
        <Button>{t('citizens.code.send')}</Button>
      </Form>
      <Form view={{ ...view, idempotencyKey: `${view.idempotencyKey}-again` }} action={again}>
        <Button kind="secondary">{t('citizens.code.again')}</Button>
      </Form>
      <p>{t('citizens.code.cannot')}</p>
    </>
  );
}
