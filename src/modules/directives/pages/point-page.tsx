// One point of a draft: what is to be done, by whom, by when, how often, with what figure; or the duty of the law that it is.
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Fieldset } from '../../../web/components/fieldset.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Directive } from '../directive.ts';
import { dueBases, dueKinds, dueOrigins, repeatings } from '../term.ts';

type Props = { view: View; directive: Directive; form: FormState };

export function PointPage({ view, directive, form: typed }: Props) {
  const { t } = view;
  const form = Object.keys(typed.values).length > 0 ? typed : { ...typed, values: { repeats: 'once', dueKind: 'none' } };
  const field = (name: string) => ({ view, form, name, label: t(`directives.field.${name}`) });
  const choices = <Value extends string>(name: string, values: readonly Value[]) =>
    values.map((value) => ({ value, label: t(`directives.${name}.${value}`) }));
  return (
    <>
      <p class="back">
        <a href={`/directives/draft/${directive.id}`}>{directive.title}</a>
      </p>
      <h1>{t('directives.point.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <Form view={view} action={`/directives/draft/${directive.id}/point`}>
        <TextArea {...field('what')} rows={3} />
        <Select
          {...field('officeKind')}
          blank={t('directives.everyAddressee')}
          options={directive.officeKinds.map((value) => ({ value, label: t(`officers.office.${value}`) }))}
          optional
        />
        <Radios {...field('repeats')} options={choices('repeating', repeatings)} inline />
        <Fieldset view={view} form={form} name="due" legend={t('directives.field.due')} hint={t('directives.hint.due')}>
          <Radios {...field('dueKind')} options={choices('dueKind', dueKinds)} inline />
          <DateInput {...field('dueOn')} latest={null} optional />
          <TextInput {...field('dueCount')} width="short" optional />
          <Select {...field('dueFrom')} options={choices('dueFrom', dueOrigins)} optional />
          <Radios {...field('dueBasis')} options={choices('dueBasis', dueBases)} optional />
        </Fieldset>
        <TextInput {...field('figure')} hint={t('directives.hint.figureAsked')} optional />
        <TextInput {...field('setsDuty')} hint={t('directives.hint.setsDuty')} width="short" optional />
        <Button>{t('directives.point.save')}</Button>
      </Form>
    </>
  );
}
