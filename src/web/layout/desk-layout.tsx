// The officers' page: two columns. Left, what to do next; right, why, and the record. One column on a phone and on paper.
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';
import { Alert } from './alert.tsx';
import { DeskHeader } from './desk-header.tsx';
import { Document } from './document.tsx';
import { PrintHeading } from './print-heading.tsx';

/** `aside` is the right column; without it the page is one wide column. `reference` is printed at the head of every paper. */
export type DeskLayoutProps = {
  view: View;
  title: string;
  children: ComponentChildren;
  aside?: ComponentChildren;
  reference?: string;
};

export function DeskLayout({ view, title, children, aside, reference }: DeskLayoutProps) {
  return (
    <Document view={view} title={title}>
      <DeskHeader view={view} />
      <PrintHeading view={view} title={title} reference={reference} />
      <News view={view} />
      <main id="main" class={aside ? 'page columns' : 'page'} tabIndex={-1}>
        <div class="first-column">
          <Alert view={view} />
          {children}
        </div>
        {aside ? <aside class="second-column">{aside}</aside> : null}
      </main>
    </Document>
  );
}

/** Where news announces itself ("2 new, show") instead of moving the list under the reader's hand. Filled by the live island. */
function News({ view }: { view: View }) {
  if (!view.officer) return null;
  return (
    <div
      class="news"
      role="status"
      data-live="/live"
      data-live-one={view.t('web.live.one')}
      data-live-many={view.t('web.live.many', { count: '{count}' })}
      data-live-lost={view.t('web.live.lost')}
    />
  );
}
