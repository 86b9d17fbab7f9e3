// Marks on the body, one row each: what, where, which side, in words. The strongest signs by which a grown child is known again.
import { FieldError } from '../../../web/components/field.tsx';
import { Fieldset } from '../../../web/components/fieldset.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { markKinds, markSites } from '../description.ts';

type Props = { view: View; form: FormState; prefix: string };

const USUAL_ROWS = 3;
const MOST_ROWS = 6;
const sides = ['left', 'right'] as const;

/** Three rows, or one more than there are marks already, so that editing loses none. */
function rowsIn(form: FormState, prefix: string): number[] {
  const rows = Array.from({ length: MOST_ROWS }, (_, row) => row);
  const last = rows.findLast((row) => typedIn(form, `${prefix}marks.${row}.kind`) !== '') ?? -1;
  return rows.slice(0, Math.max(USUAL_ROWS, last + 2));
}

export function MarkFields({ view, form, prefix }: Props) {
  const { t } = view;
  const options = (group: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`children.${group}.${value}`) }));
  return (
    <Fieldset view={view} form={form} name={`${prefix}marks`} legend={t('children.group.marks')} hint={t('children.hint.marks')}>
      {rowsIn(form, prefix).map((row) => {
        const about = (field: string) => ({ view, form, name: `${prefix}marks.${row}.${field}`, label: t(`children.mark.${field}`) });
        return (
          <div key={row} class="row" role="group" aria-label={t('children.mark.row', { number: row + 1 })}>
            <Select {...about('kind')} options={options('markKind', markKinds)} />
            <Select {...about('site')} options={options('markSite', markSites)} />
            <Select {...about('side')} options={options('side', sides)} />
            <TextInput {...about('text')} maxLength={200} />
            <FieldError view={view} form={form} name={`${prefix}marks.${row}`} />
          </div>
        );
      })}
    </Fieldset>
  );
}
