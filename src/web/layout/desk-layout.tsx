// The officers' page: the header with the way to everything, what is new, and the page. Columns stand inside the page.
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';
import { Alert } from './alert.tsx';
import { DeskHeader } from './desk-header.tsx';
import { Document } from './document.tsx';
import { PrintHeading } from './print-heading.tsx';

/** `reference` is printed at the head of every paper. */
export type DeskLayoutProps = { view: View; title: string; children: ComponentChildren; reference?: string };

export function DeskLayout({ view, title, children, reference }: DeskLayoutProps) {
  return (
    <Document view={view} title={title}>
      <DeskHeader view={view} />
      <PrintHeading view={view} title={title} reference={reference} />
      <News view={view} />
      <main id="main" class="page" tabIndex={-1}>
        <Alert view={view} />
        {children}
      </main>
    </Document>
  );
}

/** Where news announces itself ("2 new, show") instead of moving the list under the reader's hand. Filled by the live island. */
function News({ view }: { view: View }) {
  if (!view.officer) return null;
  const words = { 'data-live-one': view.t('web.live.one'), 'data-live-many': view.t('web.live.many', { count: '{count}' }) };
  return <div class="news" role="status" data-live data-live-lost={view.t('web.live.lost')} {...words} />;
}
