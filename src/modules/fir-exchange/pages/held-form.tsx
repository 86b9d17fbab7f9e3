// The form that puts a message right: first what is wrong with it, each at its field; everything else it says behind a fold.
import type { ComponentChildren } from 'preact';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Fill } from '../quarantine/fill.ts';
import type { MessageField } from '../quarantine/message-fields.ts';
import { fieldText, partText, wholeFieldText } from './field-words.ts';
import { MessageInput } from './message-input.tsx';

type Props = { view: View; row: number; form: FormState; fill: Fill };

/** Fields that are wrong only together: whoever mends one may have to mend the other. */
const beside: Readonly<Record<string, readonly string[]>> = {
  birthDate: ['ageFrom', 'ageTo'],
  ageFrom: ['ageTo', 'birthDate'],
  ageTo: ['ageFrom'],
  heightTo: ['heightFrom'],
  onlyDay: ['at'],
  occurredTo: ['occurredFrom'],
  station: ['district'],
  district: ['station'],
  number: ['year'],
};

/** Those with something wrong, and those beside them. */
function inSight(fields: readonly MessageField[], errors: FormState['errors']): ReadonlySet<string> {
  return new Set(
    fields.flatMap(({ path, name }) => {
      const within = path.slice(0, path.lastIndexOf('/'));
      return errors[path] ? [path, ...(beside[name] ?? []).map((other) => `${within}/${other}`)] : [];
    }),
  );
}

export function HeldForm({ view, row, form, fill }: Props) {
  const { t } = view;
  const first = inSight(fill.fields, form.errors);
  const rest = fill.fields.filter(({ path }) => !first.has(path));
  const isSaid = ({ path, must, shape }: MessageField) => must || shape.kind === 'photograph' || typedIn(form, path) !== '';
  const input = (field: MessageField, label: string) => (
    <MessageInput key={field.path} view={view} form={form} field={field} label={label} options={fill.options.get(field.path)} />
  );
  return (
    <Form view={view} action={`/exchange/quarantine/${row}`}>
      <p class="hint">{t('quarantine.againHint')}</p>
      {fill.fields.filter(({ path }) => first.has(path)).map((field) => input(field, wholeFieldText(view, field)))}
      {fill.strangers.length > 0 ? <Strangers view={view} strangers={fill.strangers} /> : null}
      <Fold view={view} words={first.size > 0 ? 'quarantine.rest' : 'quarantine.allFields'} fields={rest.filter(isSaid)} input={input} />
      <Fold view={view} words={'quarantine.unsaid'} fields={rest.filter((field) => !isSaid(field))} input={input} />
      <TextArea view={view} form={form} name="words" label={t('quarantine.why')} rows={2} />
      <Button>{t('quarantine.send')}</Button>
    </Form>
  );
}

type FoldProps = {
  view: View;
  words: string;
  fields: readonly MessageField[];
  input: (field: MessageField, label: string) => ComponentChildren;
};

function Fold({ view, words, fields, input }: FoldProps) {
  if (fields.length === 0) return null;
  return (
    <details>
      <summary>{view.t(words, { count: fields.length })}</summary>
      {[...Map.groupBy(fields, (field) => partText(view, field))].map(([part, ofPart]) => (
        <section key={part}>
          {part === '' ? null : <h3>{part}</h3>}
          {ofPart.map((field) => input(field, fieldText(view, field)))}
        </section>
      ))}
    </details>
  );
}

function Strangers({ view, strangers }: { view: View; strangers: readonly string[] }) {
  return (
    <p>
      {view.t('quarantine.strangers', { count: strangers.length })}{' '}
      {strangers.slice(0, 10).map((path, at) => (
        <span key={path}>
          {at > 0 ? ', ' : null}
          <bdi>{path.split('/').at(-1)}</bdi>
        </span>
      ))}
      .
    </p>
  );
}

/** Only what could not be opened at all is put right as a text. */
export function TextForm({ view, row, form }: Omit<Props, 'fill'>) {
  const { t } = view;
  if (typedIn(form, 'message') === '') return null;
  return (
    <>
      <h2>{t('quarantine.again')}</h2>
      <Form view={view} action={`/exchange/quarantine/${row}`}>
        <p class="hint">{t('quarantine.textHint')}</p>
        <TextArea view={view} form={form} name="message" label={t('quarantine.message')} rows={16} />
        <TextArea view={view} form={form} name="words" label={t('quarantine.why')} rows={2} />
        <Button>{t('quarantine.send')}</Button>
      </Form>
    </>
  );
}
