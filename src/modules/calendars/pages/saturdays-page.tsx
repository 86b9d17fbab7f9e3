// Saying which Saturdays of a month a State closes, from a day on.
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { type Option, Select } from '../../../web/components/select.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { saturdayNumbers } from '../form.ts';

type SaturdaysProps = { view: View; form: FormState; places: readonly Option[] };

export function SaturdaysPage({ view, form, places }: SaturdaysProps) {
  const { t } = view;
  const field = { view, form };
  const options = saturdayNumbers.map((value) => ({ value, label: t(`calendars.saturday.${value}`) }));
  return (
    <>
      <h1>{t('calendars.saturdays.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>{t('calendars.saturdays.about')}</p>
      <Form view={view} action="/calendars/saturdays">
        {places.length > 0 ? <Select {...field} name="place" label={t('calendars.field.place')} options={places} /> : null}
        <Checkboxes
          {...field}
          name="saturdays"
          label={t('calendars.field.saturdays')}
          hint={t('calendars.hint.saturdays')}
          options={options}
        />
        <DateInput {...field} name="fromOn" label={t('calendars.field.fromOn')} latest={null} />
        <TextInput {...field} name="source" label={t('calendars.field.order')} maxLength={120} />
        <Button>{t('calendars.saturdays.save')}</Button>
      </Form>
    </>
  );
}
