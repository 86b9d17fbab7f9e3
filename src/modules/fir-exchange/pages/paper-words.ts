// An FIR or diary entry as officers speak of it, from its key: "FIR 412/2026", with its station where the page does not name it beside.
import type { View } from '../../../web/view.ts';

export function paperWords({ t }: View, key: string): string {
  const [, , , kind, year, ...number] = key.split('/');
  if (number.length === 0) return key;
  return t('exchange.paper', { kind: t(`diary.fact.paper.${kind}`), year: year!, number: number.join('/') });
}

/** `station`: its name, where the portal knows it; else its code. */
export function paperOfStation(view: View, key: string, station: string | null): string {
  return `${paperWords(view, key)}, ${station ?? key.split('/')[2]}`;
}
