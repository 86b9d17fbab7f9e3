// How far an alert has come, in words: sent, on the office's screen, opened, acknowledged by whom; and why the office was told.
import { formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import type { Alert } from './store.ts';

type State = Pick<Alert, 'sentAt' | 'deliveredAt' | 'readAt' | 'acknowledgedAt' | 'acknowledgedBy'>;

/** The officer is named only where officers read it: a family is told that it was acknowledged. */
export function alertState(view: View, alert: State): string {
  const how = alert.acknowledgedAt ? 'acknowledged' : alert.readAt ? 'read' : alert.deliveredAt ? 'delivered' : 'sent';
  const at = alert.acknowledgedAt ?? alert.readAt ?? alert.deliveredAt ?? alert.sentAt;
  const when = formatMoment(view, at);
  if (how === 'acknowledged' && alert.acknowledgedBy && view.door === 'desk')
    return view.t('alerts.state.acknowledgedBy', { when, officer: alert.acknowledgedBy });
  return view.t(`alerts.state.${how}`, { when });
}

export function whyTold(view: View, { why, line }: Pick<Alert, 'why' | 'line'>): string {
  return view.t(`alerts.why.${why}`, { line: line ?? '' });
}
