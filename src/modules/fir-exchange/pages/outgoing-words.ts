// Why a message did not arrive, in the reader's words, from the code the worker noted.
import type { View } from '../../../web/view.ts';

const known = ['redirect', 'no-answer', 'call-address', 'answer-too-large'] as const;

export function failureWords({ t }: View, reason: string): string {
  const code = /^(?:status|refused)-(\d{3})$/.exec(reason)?.[1];
  if (code) return t(reason.startsWith('status') ? 'exchange-outgoing.reason.status' : 'exchange-outgoing.reason.refused', { code });
  const plain = known.find((one) => one === reason);
  if (plain) return t(`exchange-outgoing.reason.${plain}`);
  if (reason.startsWith('receipt-') || reason === 'header-repeated') return t('exchange-outgoing.reason.receipt', { code: reason });
  return t('exchange-outgoing.reason.unreachable', { code: reason });
}
