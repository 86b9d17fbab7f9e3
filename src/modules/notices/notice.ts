// The public notice of a missing child: it exists only by an authorised order, shows only what the order allows, and ends by itself (JJ Act s.74, POCSO s.23, BNS s.72).
import type { Instant } from '../../kernel/time.ts';

export const MOST_NOTICE_DAYS = 90;

export type NoticeAuthority = 'cwc' | 'jjb' | 'court' | 'police-tracing';

/** Whose order an officer of such an office may publish on. A court's order is carried out by either. */
const authoritiesOf: Record<string, readonly NoticeAuthority[]> = {
  'police-station': ['police-tracing', 'court'],
  'railway-post': ['police-tracing', 'court'],
  'juvenile-police-unit': ['police-tracing', 'court'],
  'anti-trafficking-unit': ['police-tracing', 'court'],
  cwc: ['cwc', 'court'],
  jjb: ['jjb'],
};

export function authoritiesFor(officeKind: string): readonly NoticeAuthority[] {
  return authoritiesOf[officeKind] ?? [];
}

export type WithdrawnBecause = 'traced' | 'authority-withdrawn' | 'expired' | 'offence-link' | 'corrected';

/** Whether a notice is on show at `now`. */
export function isLive(notice: { withdrawnAt: Instant | null; expiresAt: Instant }, now: Instant): boolean {
  return notice.withdrawnAt === null && notice.expiresAt > now;
}
