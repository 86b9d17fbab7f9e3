// What the desk's pages of the exchange have in common in words: a reason, and what a person can do about it.
import { hasWords } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';

const unreadable = 'repair';
/** What to do, by reason; whatever makes a message unreadable is put right in the message. */
const remedies: Readonly<Record<string, string>> = {
  conflict: 'choose',
  'message-id-reused': 'identity',
  'not-your-state': 'trespass',
  'not-your-node': 'trespass',
  future: 'clock',
  'unknown-station': 'place',
  'station-elsewhere': 'place',
  'unknown-office': 'place',
  'unknown-district': 'place',
  'unknown-child': 'child',
  'not-missing': 'child',
  fault: 'fault',
  forged: 'forged',
  'too-late': 'late',
  'key-revoked': 'revoked',
};

export function reasonText(view: View, reason: string): string {
  return view.t(`quarantine.reason.${reason}`);
}

/** The same at the field it is about. */
export function flawText(view: View, reason: string): string {
  const key = `quarantine.at.${reason}`;
  return hasWords(key) ? view.t(key) : reasonText(view, reason);
}

export function remedyText(view: View, reason: string): string {
  return view.t(`quarantine.remedy.${remedies[reason] ?? unreadable}`);
}
