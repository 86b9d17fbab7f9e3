// A drive is ordered: by which paper, from when to when, where, by whom, and who is in which team.
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Fieldset } from '../../../web/components/fieldset.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { agencies } from '../drive.ts';
import { MOST_MEMBERS } from '../form.ts';

type Props = { view: View; form: FormState };
const LEAST_ROWS = 4;
const SPARE_ROWS = 2;

/** As many rows as were filled in, and a few more. */
function rowsShown({ values }: FormState): number[] {
  const filled = Array.from({ length: MOST_MEMBERS }, (_, at) => at).filter((at) => values[`members.${at}.officerName`]);
  return Array.from({ length: Math.min(MOST_MEMBERS, Math.max(LEAST_ROWS, (filled.at(-1) ?? -1) + 1 + SPARE_ROWS)) }, (_, at) => at);
}

export function MakePage({ view, form }: Props) {
  const { t } = view;
  const field = (name: string, label = name) => ({ view, form, name, label: t(`drives.field.${label}`) });
  const options = agencies.map((value) => ({ value, label: t(`drives.agency.${value}`) }));
  return (
    <>
      <p class="back">
        <a href="/drives">{t('drives.title')}</a>
      </p>
      <h1>{t('drives.new.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <p class="hint">{t('drives.new.about')}</p>
      <Form view={view} action="/drives/new">
        <TextInput {...field('name')} maxLength={200} />
        <TextInput {...field('orderNumber')} width="medium" maxLength={120} />
        <TextInput {...field('orderAuthority')} maxLength={200} />
        <DateInput {...field('orderedOn')} />
        <DateInput {...field('fromOn')} latest={null} />
        <DateInput {...field('toOn')} latest={null} />
        <TextArea {...field('places')} hint={t('drives.hint.places')} rows={4} />
        <Checkboxes {...field('agencies')} options={options} />
        {rowsShown(form).map((at) => (
          <Fieldset key={at} view={view} form={form} name={`members.${at}`} legend={t('drives.teams.member', { number: at + 1 })} optional>
            <TextInput {...field(`members.${at}.team`, 'team')} width="short" inputMode="numeric" optional />
            <Select {...field(`members.${at}.agency`, 'agency')} options={options} />
            <TextInput {...field(`members.${at}.officerName`, 'officerName')} maxLength={120} />
            <TextInput {...field(`members.${at}.designation`, 'designation')} maxLength={120} />
          </Fieldset>
        ))}
        <Button>{t('drives.new.save')}</Button>
      </Form>
    </>
  );
}
