// Entering a directive: what it is, who says it, its words as given, how far its source was seen, and to whom it goes.
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { addressableKinds, audiences, directiveKinds, kindsByLevel, sourceTags } from '../directive.ts';

type Props = { view: View; action: string; isNational: boolean; form: FormState };

/** A State's directives go to offices of the State alone: kinds of the nation's are not offered. */
function kindsOffered(view: View, isNational: boolean) {
  const national: readonly string[] = kindsByLevel.nation;
  const kinds = addressableKinds.filter((kind) => isNational || !national.includes(kind));
  return kinds.map((value) => ({ value, label: view.t(`officers.office.${value}`) }));
}

export function EnterPage({ view, action, isNational, form }: Props) {
  const { t } = view;
  const field = (name: string) => ({ view, form, name, label: t(`directives.field.${name}`) });
  return (
    <>
      <p class="back">
        <a href="/directives">{t('directives.title')}</a>
      </p>
      <h1>{t('directives.enter.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <p class="hint">{t('directives.enter.about')}</p>
      <Form view={view} action={action}>
        <Radios {...field('kind')} options={directiveKinds.map((value) => ({ value, label: t(`directives.kind.${value}`) }))} inline />
        <TextInput {...field('title')} />
        <TextInput {...field('authority')} hint={t('directives.hint.authority')} />
        <DateInput {...field('dated')} />
        <TextInput {...field('number')} width="medium" optional />
        <TextArea {...field('text')} hint={t('directives.hint.text')} rows={12} />
        <TextInput {...field('original')} hint={t('directives.hint.original')} optional />
        <Radios
          {...field('confidence')}
          hint={t('directives.hint.confidence')}
          options={sourceTags.map((value) => ({ value, label: `${value}: ${t(`law.confidence.${value}`)}` }))}
        />
        <Checkboxes {...field('officeKinds')} options={kindsOffered(view, isNational)} />
        <TextArea {...field('places')} hint={t(isNational ? 'directives.hint.places' : 'directives.hint.districts')} rows={3} optional />
        <Radios
          {...field('audience')}
          options={audiences.map((value) => ({
            value,
            label: t(`directives.audience.${value}`),
            hint: t(`directives.audienceHint.${value}`),
          }))}
        />
        <Button>{t('directives.enter.save')}</Button>
      </Form>
    </>
  );
}
