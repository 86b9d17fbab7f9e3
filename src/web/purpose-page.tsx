// Asked before a file outside one's own cases opens: for what purpose? The answer is kept in the access log.
import { Button } from './components/button.tsx';
import { Form, Hidden } from './components/form.tsx';
import { Radios } from './components/radios.tsx';
import { statedPurposes } from './stated-purposes.ts';
import type { View } from './view.ts';

/** `query`: what the address already carried, kept. The form asks for the same address again, with the purpose. */
export function PurposePage({ view, reference, query = {} }: { view: View; reference: string; query?: Readonly<Record<string, string>> }) {
  const { t } = view;
  const options = statedPurposes.map((purpose) => ({ value: purpose, label: t(`children.purpose.${purpose}`) }));
  const kept = Object.entries(query).filter(([name]) => name !== 'purpose' && name !== 'done');
  return (
    <>
      <h1>{t('children.purposePage.title', { reference })}</h1>
      <p>{t('children.purposePage.why')}</p>
      <Form view={view} action={view.path} method="get">
        {kept.map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
        <Radios view={view} form={{ values: {}, errors: {} }} name="purpose" label={t('children.purposePage.question')} options={options} />
        <Button>{t('children.purposePage.open')}</Button>
      </Form>
    </>
  );
}
