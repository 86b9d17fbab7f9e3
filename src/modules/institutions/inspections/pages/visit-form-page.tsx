// Form 46: a visit to a home, as the visitors write it down.
import { Button } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Fieldset } from '../../../../web/components/fieldset.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import type { FormState } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';
import type { Office } from '../../../officers/index.ts';
import { type Visitor, subjects } from '../inspection.ts';

type Props = { view: View; form: FormState; office: Office; visitors: readonly Visitor[] };

const FINDINGS = [0, 1, 2, 3, 4];

export function VisitFormPage({ view, form, office, visitors }: Props) {
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`institutions.field.${name}`) });
  const shown = FINDINGS.filter((at) => at < 3 || form.values[`findings.${at}.what`]);
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/homes/${office.id}/visits`}>{office.name}</a>
      </p>
      <h1>{t('institutions.visit.title')}</h1>
      <p>{t('institutions.visit.why')}</p>
      <Form view={view} action={`/homes/${office.id}/visit`}>
        <Radios {...about('visitedBy')} options={visitors.map((value) => ({ value, label: t(`institutions.visitor.${value}`) }))} />
        <DateInput {...about('visitedOn')} />
        <TextInput {...about('members')} hint={t('institutions.hint.members')} maxLength={400} />
        <TextArea {...about('childrenHeard')} hint={t('institutions.hint.childrenHeard')} optional rows={3} maxLength={2000} />
        {subjects.map((subject) => (
          <TextArea key={subject} {...about(subject)} optional rows={2} maxLength={1000} />
        ))}
        {shown.map((at) => (
          <Fieldset key={at} view={view} form={form} name={`findings.${at}`} legend={t('institutions.findings.one', { number: at + 1 })}>
            <TextInput view={view} form={form} name={`findings.${at}.what`} label={t('institutions.field.what')} optional maxLength={500} />
            <DateInput
              view={view}
              form={form}
              name={`findings.${at}.mendBy`}
              label={t('institutions.field.mendBy')}
              optional
              latest={null}
            />
          </Fieldset>
        ))}
        <TextArea {...about('recommendation')} optional rows={3} maxLength={2000} />
        <Button>{t('institutions.save')}</Button>
      </Form>
    </>
  );
}
