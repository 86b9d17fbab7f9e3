// The public door's page: one column, the two numbers to call first, and a quick way out for someone who is watched.
import type { ComponentChildren } from 'preact';
import { Icon } from '../components/icon.tsx';
import type { View } from '../view.ts';
import { Alert } from './alert.tsx';
import { Document } from './document.tsx';
import { LanguageLinks } from './language-links.tsx';
import { WordMark } from './word-mark.tsx';

/** Where the quick exit leads: an everyday page that explains itself to whoever looks over the shoulder. */
const quickExit = 'https://mausam.imd.gov.in/';

/** `back` is the address of the step before, shown above the page. */
export type CitizenLayoutProps = { view: View; title: string; children: ComponentChildren; back?: string };

export function CitizenLayout({ view, title, children, back }: CitizenLayoutProps) {
  return (
    <Document view={view} title={title}>
      <header class="citizen-header">
        <div class="header-line">
          <WordMark view={view} />
          <LanguageLinks view={view} />
        </div>
        <EmergencyCalls view={view} />
      </header>
      <main id="main" class="page" tabIndex={-1}>
        {back ? (
          <a class="back" href={back}>
            {view.t('web.back')}
          </a>
        ) : null}
        <Alert view={view} />
        {children}
      </main>
      <footer class="citizen-footer">
        <a class="quick-exit" href={quickExit} rel="noreferrer noopener" data-quick-exit>
          {view.t('web.quickExit')}
        </a>
        <p>{view.t('web.quickExitAbout')}</p>
      </footer>
    </Document>
  );
}

function EmergencyCalls({ view }: { view: View }) {
  return (
    <div class="emergency">
      <p>{view.t('web.emergency.question')}</p>
      <div class="calls">
        <a class="call" href="tel:112">
          <Icon name="phone" />
          {view.t('web.emergency.call', { number: '112' })}
          <small>{view.t('web.emergency.112')}</small>
        </a>
        <a class="call" href="tel:1098">
          <Icon name="phone" />
          {view.t('web.emergency.call', { number: '1098' })}
          <small>{view.t('web.emergency.1098')}</small>
        </a>
      </div>
    </div>
  );
}
