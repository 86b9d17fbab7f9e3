// An officer's own quiet hours: from and to, or none. An alarm comes through all the same.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Hours } from '../duty.ts';

export function QuietHoursPage({ view, form, kept }: { view: View; form: FormState; kept: Hours | null }) {
  const { t } = view;
  return (
    <>
      <h1>{t('intimations.quiet.title')}</h1>
      <p>{kept ? t('intimations.quiet.kept', { from: kept.from, to: kept.to }) : t('intimations.quiet.none')}</p>
      <p>{t('intimations.quiet.about')}</p>
      <ErrorSummary view={view} form={form} />
      <Form view={view} action="/account/quiet-hours">
        <TimeInput view={view} form={form} name="from" label={t('intimations.field.from')} optional />
        <TimeInput view={view} form={form} name="to" label={t('intimations.field.to')} hint={t('intimations.field.toHint')} optional />
        <Button>{t('intimations.quiet.save')}</Button>
      </Form>
    </>
  );
}
