// After sending: the number to keep, who to ring meanwhile, and what happens next.
import type { View } from '../../../web/view.ts';
import { CallNow } from './seen-page.tsx';

const steps = ['police', 'compare', 'child', 'ask'] as const;

export function ThanksPage({ view, reference }: { view: View; reference: string }) {
  const { t } = view;
  return (
    <>
      <h1>{t('sightings.thanks.title')}</h1>
      <p>
        {t('sightings.thanks.reference')} <strong class="reference">{reference}</strong>
      </p>
      <CallNow view={view} />
      <h2>{t('sightings.thanks.next')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`sightings.thanks.${step}`)}</li>
        ))}
      </ol>
    </>
  );
}
