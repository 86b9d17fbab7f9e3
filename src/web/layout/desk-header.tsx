// The officers' header: who I am and where, the way to everything, one search box.
import { Form } from '../components/form.tsx';
import { KeyHints } from '../components/key-hints.tsx';
import type { View } from '../view.ts';
import { LanguageLinks } from './language-links.tsx';
import { WordMark } from './word-mark.tsx';

/** The first pages of the desk. The order is the order of a working day. */
export const deskPages = [
  { path: '/', words: 'web.desk.duties' },
  { path: '/children', words: 'web.desk.children' },
  { path: '/matches', words: 'web.desk.matches' },
  { path: '/missing/new', words: 'web.desk.registerMissing' },
  { path: '/found/new', words: 'web.desk.registerFound' },
  { path: '/sightings', words: 'web.desk.sightings' },
] as const;

export function DeskHeader({ view }: { view: View }) {
  return (
    <header class="desk-header">
      <div class="header-line">
        <WordMark view={view} />
        {view.officer ? <Officer view={view} officer={view.officer} /> : null}
        <LanguageLinks view={view} />
        {view.officer ? (
          <Form view={view} action="/sign-out" inline>
            <button type="submit" class="quiet">
              {view.t('web.desk.signOut')}
            </button>
          </Form>
        ) : null}
      </div>
      {view.officer ? <WaysAround view={view} /> : null}
    </header>
  );
}

function Officer({ view, officer }: { view: View; officer: NonNullable<View['officer']> }) {
  return (
    <p class="officer">
      <span class="unseen">{view.t('web.desk.signedInAs')} </span>
      {officer.office} · <bdi>{officer.name}</bdi> <span class="role">({officer.role})</span>
    </p>
  );
}

function WaysAround({ view }: { view: View }) {
  const here = view.path.split('?')[0];
  return (
    <div class="header-line ways">
      <nav aria-label={view.t('web.desk.navigation')}>
        {deskPages.map((page) => (
          <a key={page.path} href={page.path} aria-current={page.path === here ? 'page' : undefined}>
            {view.t(page.words)}
          </a>
        ))}
      </nav>
      <form class="search" method="get" action="/search" role="search">
        <label class="unseen" for="search">
          {view.t('web.desk.search')}
        </label>
        <input id="search" name="q" type="search" placeholder={view.t('web.desk.searchFor')} autocomplete="off" data-search />
        <kbd aria-hidden="true">/</kbd>
      </form>
      <KeyHints view={view} />
    </div>
  );
}
