// The way to the sitting of today: nothing can be recorded of it before it is written down who came.
import { dayOf } from '../../../../kernel/time.ts';
import { formatMoment } from '../../../../platform/i18n/index.ts';
import type { View } from '../../../../web/view.ts';
import type { Sitting } from '../sitting.ts';

export function TodaysSitting({ view, sitting }: { view: View; sitting: Sitting }) {
  const key = sitting.heldAt === null ? 'cwc-sittings.todayPlanned' : 'cwc-sittings.todayHeld';
  return <a href={`/cwc/sittings/${sitting.id}`}>{view.t(key, { when: formatMoment(view, sitting.sitsAt) })}</a>;
}

/** Above the choice of a sitting: today's is no choice yet. */
export function NotYetOpened({ view, sittings }: { view: View; sittings: readonly Sitting[] }) {
  const today = sittings.find(({ sitsOn, heldAt }) => sitsOn === dayOf(view.now) && heldAt === null);
  if (!today) return null;
  return (
    <p class="panel">
      {view.t('cwc-sittings.notYetOpened')} <TodaysSitting view={view} sitting={today} />
    </p>
  );
}
