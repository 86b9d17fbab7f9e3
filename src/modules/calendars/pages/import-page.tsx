// Bringing a year's list of holidays.
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { FileInput } from '../../../web/components/file-input.tsx';
import { Form } from '../../../web/components/form.tsx';
import { type Option, Select } from '../../../web/components/select.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

const SHEETS = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `places`: none for whoever keeps one State's calendar only. */
type ImportProps = { view: View; form: FormState; places: readonly Option[] };

export function ImportPage({ view, form, places }: ImportProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <h1>{t('calendars.import.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>{t('calendars.import.about')}</p>
      <p class="hint">{t('calendars.import.columns')}</p>
      <Form view={view} action="/calendars/import" files>
        {places.length > 0 ? (
          <Select {...field} name="place" label={t('calendars.field.place')} hint={t('calendars.hint.nation')} options={places} />
        ) : null}
        <TextInput {...field} name="year" label={t('calendars.field.year')} width="short" inputMode="numeric" maxLength={4} />
        <TextInput {...field} name="source" label={t('calendars.field.source')} hint={t('calendars.hint.source')} maxLength={120} />
        <DateInput {...field} name="notifiedOn" label={t('calendars.field.notifiedOn')} />
        <FileInput {...field} name="list" label={t('calendars.field.list')} hint={t('calendars.hint.list')} accept={SHEETS} />
        <Button>{t('calendars.import.look')}</Button>
      </Form>
    </>
  );
}
