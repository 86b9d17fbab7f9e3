// In a few words how a child is supported outside a home.
import type { View } from '../../../web/view.ts';
import { type Placing, stateOf } from '../placings/placing.ts';
import { StateWord } from './words.tsx';

export function FamilyCarePanel({ view, reference, placings }: { view: View; reference: string; placings: readonly Placing[] }) {
  const { t } = view;
  const open = placings.filter(({ endedOn }) => endedOn === null);
  return (
    <section class="panel" aria-labelledby="family-care-panel">
      <h2 id="family-care-panel">{t('family-care.title')}</h2>
      {open.length === 0 ? <p>{t('family-care.placings.none')}</p> : null}
      {open.map((placing) => (
        <p key={placing.id}>
          {t(`family-care.kind.${placing.kind}`)}: <StateWord view={view} state={stateOf(placing)} />
        </p>
      ))}
      <p>
        <a href={`/found/${reference}/family-care`}>{t('family-care.open')}</a>
      </p>
    </section>
  );
}
