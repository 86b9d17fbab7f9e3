// Asked before a file outside one's own cases opens: for what purpose? The answer is kept in the access log.
import { Button } from './components/button.tsx';
import { Form, Hidden } from './components/form.tsx';
import { Radios } from './components/radios.tsx';
import { blankForm } from './form-state.ts';
import { statedPurposes } from './stated-purposes.ts';
import type { View } from './view.ts';

/** What the address already asked for, kept beside the purpose. */
function keptIn(path: string): [string, string][] {
  return [...new URLSearchParams(path.split('?')[1] ?? '')].filter(([name]) => name !== 'purpose' && name !== 'done');
}

/** Asks for the same address again, with the purpose in it. */
export function PurposePage({ view, reference }: { view: View; reference: string }) {
  const { t } = view;
  const options = statedPurposes.map((purpose) => ({ value: purpose, label: t(`children.purpose.${purpose}`) }));
  return (
    <>
      <h1>{t('children.purposePage.title', { reference })}</h1>
      <p>{t('children.purposePage.why')}</p>
      <Form view={view} action={view.path.split('?')[0]!} method="get">
        {keptIn(view.path).map(([name, value]) => (
          <Hidden key={name} name={name} value={value} />
        ))}
        <Radios view={view} form={blankForm} name="purpose" label={t('children.purposePage.question')} options={options} />
        <Button>{t('children.purposePage.open')}</Button>
      </Form>
    </>
  );
}
