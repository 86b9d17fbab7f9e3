// Words of the register used on several of its pages: how a registration stands, and how full a home is.
import { formatDay } from '../../../../platform/i18n/index.ts';
import type { Day } from '../../../../kernel/time.ts';
import { WordStatus } from '../../../../web/components/word-status.tsx';
import type { View } from '../../../../web/view.ts';
import { type Institution, type Occupancy, registrationState } from '../institution.ts';

type Registered = Pick<Institution, 'registrationNumber' | 'registeredUntil'>;

export function Registration({ view, home, on }: { view: View; home: Registered | null; on: Day }) {
  const state = registrationState(home, on);
  const until = home?.registeredUntil ? formatDay(view, home.registeredUntil) : '';
  const kind = { none: 'late', expired: 'late', expiring: 'soon', valid: 'done' } as const;
  const words = view.t(`institutions.registration.${state}`, { until: until || 'none' });
  return <WordStatus kind={kind[state]}>{words}</WordStatus>;
}

/** "12 places free", or by how many children a unit is over its strength: both can be true of one home. */
export function Fullness({ view, occupancy: { free, over } }: { view: View; occupancy: Pick<Occupancy, 'free' | 'over'> }) {
  const places = view.t('institutions.free', { count: free });
  if (over === 0) return <>{places}</>;
  return (
    <>
      <WordStatus kind="late">{view.t('institutions.over', { count: over })}</WordStatus>
      {free > 0 ? <span class="quiet-text"> {places}</span> : null}
    </>
  );
}
