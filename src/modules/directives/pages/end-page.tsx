// Ending a directive: superseded by a later one, or withdrawn; with the reason everybody reads who finds the old one.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type Directive, endings } from '../directive.ts';
import type { ListedDirective } from '../store.ts';
import { headOf } from './words.tsx';

type Props = { view: View; directive: Directive; later: readonly ListedDirective[]; form: FormState };

export function EndPage({ view, directive, later, form }: Props) {
  const { t } = view;
  const field = (name: string) => ({ view, form, name, label: t(`directives.field.${name}`) });
  return (
    <>
      <p class="back">
        <a href={`/directives/${directive.id}`}>{directive.title}</a>
      </p>
      <h1>{t('directives.end.title')}</h1>
      <p>{headOf(view, directive)}</p>
      <ErrorSummary view={view} form={form} />
      <p class="hint">{t('directives.end.about')}</p>
      <Form view={view} action={`/directives/${directive.id}/end`}>
        <Radios {...field('how')} options={endings.map((value) => ({ value, label: t(`directives.ending.${value}`) }))} />
        <Select
          {...field('by')}
          hint={t('directives.hint.by')}
          options={later.map((one) => ({ value: one.id, label: `${one.title} · ${headOf(view, one)}` }))}
          optional
        />
        <TextArea {...field('reason')} rows={3} />
        <Button>{t('directives.end.save')}</Button>
      </Form>
    </>
  );
}
