// The way between the pages of the exchange, at the head of each: those the reader may open.
import { Tabs } from '../../../web/components/tabs.tsx';
import type { View } from '../../../web/view.ts';

const pages = [
  { path: '/exchange', needs: 'exchange.read', words: 'exchange.tab' },
  { path: '/exchange/quarantine', needs: 'quarantine.settle', words: 'web.desk.quarantine' },
  { path: '/exchange/reconciliation', needs: 'exchangeMismatch.read', words: 'web.desk.reconciliation' },
  { path: '/exchange/lists', needs: 'firList.bring', words: 'web.desk.firLists' },
  { path: '/exchange/silence', needs: 'exchange.read', words: 'exchange.silence' },
  { path: '/exchange/outgoing', needs: 'exchangeNode.keep', words: 'web.desk.exchangeOutgoing' },
  { path: '/exchange/nodes', needs: 'exchangeNode.read', words: 'web.desk.exchangeNodes' },
] as const;
export type ExchangePath = (typeof pages)[number]['path'];

/** `place` is kept where the next page is of places too. */
export function ExchangeTabs({ view, here, place = '' }: { view: View; here: ExchangePath; place?: string }) {
  const open = pages.filter(({ needs }) => view.may(needs));
  if (open.length < 2) return null;
  const ofPlaces = (path: string) => path === '/exchange' || path === '/exchange/reconciliation';
  return (
    <Tabs
      label={view.t('exchange.pages')}
      tabs={open.map(({ path, words }) => ({
        label: view.t(words),
        href: place !== '' && ofPlaces(path) ? `${path}?place=${encodeURIComponent(place)}` : path,
        current: path === here,
      }))}
    />
  );
}
