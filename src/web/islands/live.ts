// Live news: says how much is new and offers to show it; never moves what the officer is reading.

export function listenForNews(root: Document): void {
  const bar = root.querySelector<HTMLElement>('[data-live]');
  const count = bar?.querySelector<HTMLElement>('[data-live-count]');
  if (!bar || !count) return;
  let news = 0;
  const source = new EventSource(bar.dataset['live']!);
  const tell = (event: MessageEvent<string>): void => {
    news += Number(event.data) || 1;
    count.textContent = `${news} ${bar.dataset['liveWord'] ?? ''}`;
    bar.hidden = false;
  };
  for (const kind of ['match', 'alert', 'duty', 'sighting']) source.addEventListener(kind, tell as EventListener);
}
