// What was said in a paper, in words: each answer under its question.
import { formatDay } from '../../../platform/i18n/index.ts';
import { type Day, isDay } from '../../../kernel/time.ts';
import type { View } from '../../../web/view.ts';
import type { Said, StepField } from '../step.ts';

export type SaidLine = { term: string; value: string };
/** Offices and officers are named by the caller: a paper keeps their ids. */
export type Names = ReadonlyMap<string, string>;

function inWords({ t, locale }: View, field: StepField, value: Said[string], names: Names): string {
  const { name, kind } = field;
  if (kind === 'choice') return t(`jjb.${name}.${String(value)}`);
  if (kind === 'choices') return (value as string[]).map((one) => t(`jjb.${name}.${one}`)).join(' · ');
  if (kind === 'day' || kind === 'ahead') return isDay(String(value)) ? formatDay({ t, locale }, value as Day) : String(value);
  if (kind === 'home') return names.get(String(value)) ?? '';
  if (kind === 'tick') return value ? t('jjb.yes') : '';
  return String(value);
}

/** Answers that were given; the bench stands by itself. */
export function linesOf(view: View, fields: readonly StepField[], said: Said, names: Names): SaidLine[] {
  return fields
    .filter(({ name, kind }) => kind !== 'bench' && said[name] !== undefined && String(said[name]) !== '')
    .map((field) => ({ term: view.t(`jjb.field.${field.name}`), value: inWords(view, field, said[field.name], names) }))
    .filter(({ value }) => value !== '');
}

export function SaidWords({ lines }: { lines: readonly SaidLine[] }) {
  return (
    <dl class="need-words">
      {lines.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
