// After sending: the number to keep, and what happens next.
import type { View } from '../../../web/view.ts';

const steps = ['police', 'compare', 'child', 'ask'] as const;

export function ThanksPage({ view, reference }: { view: View; reference: string }) {
  const { t } = view;
  return (
    <>
      <h1>{t('sightings.thanks.title')}</h1>
      <p class="large-reference">
        <span class="quiet-text">{t('sightings.thanks.reference')}</span> <strong>{reference}</strong>
      </p>
      <h2>{t('sightings.thanks.next')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>{t(`sightings.thanks.${step}`)}</li>
        ))}
      </ol>
    </>
  );
}
