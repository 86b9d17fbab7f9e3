// How far along, in words: "3 of 7: when was she last seen?"
import type { View } from '../view.ts';

export type ProgressProps = { view: View; step: number; of: number; label: string };

export function Progress({ view, step, of, label }: ProgressProps) {
  return (
    <div class="progress">
      <p>{view.t('web.progress', { step, of, label })}</p>
      <progress value={step} max={of} aria-hidden="true" />
    </div>
  );
}
