// The page for a refusal or a fault: what happened, what to do, and a number to quote. Never a stack, never a hint at what exists.
import { LinkButton } from '../components/link-button.tsx';
import type { View } from '../view.ts';
import { CitizenLayout } from './citizen-layout.tsx';
import { DeskLayout } from './desk-layout.tsx';

/** HTTP statuses by the name of their words. Any other below 500 is a rule that refused; from 500 on, our fault. */
const spoken: Record<number, string> = {
  400: 'badRequest',
  403: 'mayNot',
  404: 'notFound',
  410: 'gone',
  413: 'tooLarge',
  429: 'tooMany',
  503: 'unavailable',
};

/** `code` is the HTTP status; `reference` finds the request in our log; `what` replaces the standard sentence, already in words. */
export type ErrorPageProps = { view: View; code: number; reference: string; what?: string };

export function ErrorPage({ view, code, reference, what }: ErrorPageProps) {
  const name = spoken[code] ?? (code < 500 ? 'refused' : 'fault');
  const title = view.t(`web.error.${name}.title`);
  const Layout = view.door === 'desk' ? DeskLayout : CitizenLayout;
  return (
    <Layout view={view} title={title}>
      <h1>{title}</h1>
      <p>{what ?? view.t(`web.error.${name}`)}</p>
      <p>{view.t(`web.error.${name}.do`)}</p>
      <p class="quiet-text">{view.t('web.error.reference', { reference, code })}</p>
      <LinkButton href="/">{view.t('web.error.home')}</LinkButton>
    </Layout>
  );
}
