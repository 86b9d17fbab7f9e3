// When what a form records was done: a day and a time, which begin with now (when.ts).
import type { FormState } from '../form-state.ts';
import type { View } from '../view.ts';
import { DateInput } from './date-input.tsx';
import { TimeInput } from './time-input.tsx';

export function WhenFields({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  return (
    <>
      <DateInput view={view} form={form} name="doneOn" label={t('web.when.on')} />
      <TimeInput view={view} form={form} name="doneAt" label={t('web.when.at')} />
    </>
  );
}
