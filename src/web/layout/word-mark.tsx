// The name, and its sign: a large arm around a small one.
import type { View } from '../view.ts';

export function WordMark({ view }: { view: View }) {
  return (
    <a class="word-mark" href="/">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <path d="M4 3.5c0 11 4 17 8 17s8-6 8-17" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" />
        <circle cx="12" cy="9.5" r="3" fill="currentColor" />
      </svg>
      {view.t('web.name')}
    </a>
  );
}
