// Fit facilities and fit persons of a district (JJ Act s.51, s.52; Model Rules r.27, Forms 38 and 39). Pure: how one stands on a day.
import { type Day, addDays } from '../../../kernel/time.ts';

export const fitKinds = ['facility', 'person'] as const;
export type FitKind = (typeof fitKinds)[number];

export type FitBody = {
  id: string;
  kind: FitKind;
  name: string;
  districtCode: string;
  address: string | null;
  serves: string;
  places: number | null;
  appliedOn: Day;
  certificateNumber: string | null;
  certifiedOn: Day | null;
  validUntil: Day | null;
  refusedOn: Day | null;
  withdrawnOn: Day | null;
  reason: string | null;
};

export type FitState = 'applied' | 'recognised' | 'expiring' | 'expired' | 'refused' | 'withdrawn';
const EXPIRES_SOON_DAYS = 90;

export function fitState(body: Pick<FitBody, 'certifiedOn' | 'validUntil' | 'refusedOn' | 'withdrawnOn'>, on: Day): FitState {
  if (body.withdrawnOn) return 'withdrawn';
  if (body.refusedOn) return 'refused';
  if (!body.certifiedOn) return 'applied';
  if (body.validUntil === null) return 'recognised';
  if (body.validUntil < on) return 'expired';
  return body.validUntil <= addDays(on, EXPIRES_SOON_DAYS) ? 'expiring' : 'recognised';
}

/** What may be decided of it next. */
export function decisionsOf(state: FitState): readonly ('certify' | 'refuse' | 'withdraw')[] {
  if (state === 'applied') return ['certify', 'refuse'];
  return state === 'refused' || state === 'withdrawn' ? [] : ['withdraw'];
}
