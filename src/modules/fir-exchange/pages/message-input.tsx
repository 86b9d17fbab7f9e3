// One field of a message to be put right: an input of its kind, in the reader's words, with what came where it cannot stand in it.
import { Field, describedBy } from '../../../web/components/field.tsx';
import { Choice } from '../../../web/components/radios.tsx';
import { Fieldset } from '../../../web/components/fieldset.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { type Option, Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { MessageField } from '../quarantine/message-fields.ts';
import { LEFT_OUT } from '../quarantine/typed-values.ts';
import { codeText } from './field-words.ts';

const LONG_TEXT = 200;
const LONGEST_SHOWN = 100;

/** `options`: what may be chosen where the portal knows it better than a code can say. */
export type InputProps = {
  view: View;
  form: FormState;
  field: MessageField;
  label: string;
  options?: readonly Option[] | undefined;
};

/** What came, where the input cannot hold it. */
function cameText(view: View, { value, path }: MessageField, { form, options }: Pick<InputProps, 'form' | 'options'>): string | undefined {
  const holds = options ? options.some((one) => one.value === String(value)) : form.values[path] !== '' && form.values[path] !== undefined;
  if (holds || value === undefined || value === null || value === '') return undefined;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return view.t('message-fields.came', { value: text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text });
}

export function MessageInput({ view, form, field, label, options }: InputProps) {
  const { shape, path: name, must, value } = field;
  const { t } = view;
  const came = shape.kind === 'photograph' ? undefined : cameText(view, field, { form, options });
  const hint = [came, shape.kind === 'form' && !options && hinted.has(shape.form.name) ? t(`message-fields.hint.${shape.form.name}`) : undefined].filter(Boolean).join(' ') || undefined; // prettier-ignore
  const props = { view, form, name, label, optional: !must, ...(hint ? { hint } : {}) };
  if (options) return <Select {...props} options={options} />;
  switch (shape.kind) {
    case 'code':
      return <Select {...props} options={Object.keys(shape.list.codes).map((code) => ({ value: code, label: codeText(view, shape.list, code) }))} />;
    case 'yes-no':
      return <Select {...props} options={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(`message-fields.${one}`) }))} />;
    case 'day':
      return <DateInput {...props} />;
    case 'instant':
      return <MomentInput {...props} />;
    case 'whole':
      return <TextInput {...props} width="short" inputMode="numeric" />;
    case 'photograph':
      return (
        <Fieldset view={view} form={form} name={name} legend={label} hint={t('message-fields.photographHere', { kilobytes: kilobytesIn(value) })}>
          <Choice type="checkbox" name={name} option={{ value: LEFT_OUT, label: t('message-fields.photographDrop') }} first checked={typedIn(form, name) === LEFT_OUT} />
        </Fieldset>
      );
    default:
      return shape.kind === 'text' && (shape.most > LONG_TEXT || typedIn(form, name).length > LONG_TEXT) ? <TextArea {...props} rows={3} /> : <TextInput {...props} width={shape.kind === 'form' ? 'medium' : 'full'} />;
  }
} // prettier-ignore

/** Ways of writing a person can follow. */
const hinted: ReadonlySet<string> = new Set(['DistrictCode', 'OfficeCode', 'PaperNumber', 'Section', 'Telephone']);

function kilobytesIn(value: unknown): number {
  const { base64 } = (typeof value === 'object' && value !== null ? value : {}) as { base64?: unknown };
  return typeof base64 === 'string' ? Math.round((base64.length * 3) / 4 / 1024) : 0;
}

/** A day and a time on the clock of India. */
function MomentInput(props: { view: View; form: FormState; name: string; label: string; hint?: string; optional?: boolean }) {
  const { form, name } = props;
  return (
    <Field {...props}>
      <input class="medium" type="datetime-local" id={name} name={name} value={typedIn(form, name)} {...describedBy(props)} />
    </Field>
  );
}
