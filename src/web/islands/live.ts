// Live news: says how much is new and offers to show it; never moves what the officer is reading. The browser reconnects by itself.

const kinds = ['match', 'alert', 'duty', 'sighting'] as const;

/** Opens the stream if the page has a place for news (`data-live`). */
export function listenForNews(root: Document): void {
  const bar = root.querySelector<HTMLElement>('[data-live]');
  if (!bar) return;
  let news = 0;
  const source = new EventSource('/live');
  const tell = (event: Event): void => {
    news += Number((event as MessageEvent<string>).data) || 1;
    bar.replaceChildren(showAgain(root, sentence(bar, news)));
  };
  for (const kind of kinds) source.addEventListener(kind, tell);
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) bar.textContent = bar.dataset['liveLost'] ?? '';
  });
}

/** "1 new, show", "2 new, show": both sentences come with the page, in its language. */
function sentence(bar: HTMLElement, news: number): string {
  const words = news === 1 ? bar.dataset['liveOne'] : bar.dataset['liveMany'];
  return (words ?? '{count}').replace('{count}', String(news));
}

/** A link to the page itself: following it shows what is new, with or without script. */
function showAgain(root: Document, words: string): HTMLAnchorElement {
  return Object.assign(root.createElement('a'), { href: root.location.href.split('#')[0]!, textContent: words });
}
