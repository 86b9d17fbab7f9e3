// Fields of a short form, from a list of what each asks.
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select, type Option } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

export type AskedField = { name: string; optional?: true } & (
  | { kind: 'line' | 'text' | 'day' | 'time' | 'tick' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'select'; options: readonly Option[] }
);

/** Words: `cwc-moves.field.<name>`, and `cwc-moves.<name>.<option>`. */
export function AskedFields({ view, form, fields }: { view: View; form: FormState; fields: readonly AskedField[] }) {
  return (
    <>
      {fields.map((field) => (
        <One key={field.name} view={view} form={form} field={field} />
      ))}
    </>
  );
}

function One({ view, form, field }: { view: View; form: FormState; field: AskedField }) {
  const { t } = view;
  const about = { view, form, name: field.name, label: t(`cwc-moves.field.${field.name}`), optional: field.optional ?? false };
  if (field.kind === 'choice')
    return <Radios {...about} options={field.options.map((value) => ({ value, label: t(`cwc-moves.${field.name}.${value}`) }))} />;
  if (field.kind === 'line') return <TextInput {...about} maxLength={200} />;
  if (field.kind === 'text') return <TextArea {...about} rows={3} maxLength={2000} />;
  if (field.kind === 'day') return <DateInput {...about} />;
  if (field.kind === 'time') return <TimeInput {...about} />;
  if (field.kind === 'select') return <Select {...about} options={field.options} />;
  if (field.kind === 'tick')
    return <Checkboxes {...about} optional={false} options={[{ value: 'yes', label: t(`cwc-moves.${field.name}.yes`) }]} />;
  return null;
}
