// How far an alert has come, in words: sent, on the office's screen, opened, acknowledged.
import { formatMoment } from '../../platform/i18n/index.ts';
import type { View } from '../../web/view.ts';
import type { Alert } from './store.ts';

export function alertState(view: View, alert: Pick<Alert, 'sentAt' | 'deliveredAt' | 'readAt' | 'acknowledgedAt'>): string {
  const how = alert.acknowledgedAt ? 'acknowledged' : alert.readAt ? 'read' : alert.deliveredAt ? 'delivered' : 'sent';
  const at = alert.acknowledgedAt ?? alert.readAt ?? alert.deliveredAt ?? alert.sentAt;
  return view.t(`alerts.state.${how}`, { when: formatMoment(view, at) });
}
