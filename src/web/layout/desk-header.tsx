// The officers' header: who I am and where, the way to everything, one search box.
import { Form } from '../components/form.tsx';
import { KeyHints } from '../components/key-hints.tsx';
import type { View } from '../view.ts';
import { pagesFor, placeOf } from './desk-pages.ts';
import { LanguageLinks } from './language-links.tsx';
import { WordMark } from './word-mark.tsx';

export function DeskHeader({ view }: { view: View }) {
  return (
    <header class="desk-header">
      <div class="header-line">
        <WordMark view={view} />
        {view.officer ? <Officer view={view} officer={view.officer} /> : null}
        {view.officer ? (
          <>
            <GoTo view={view} />
            <KeyHints view={view} />
          </>
        ) : null}
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
      {officer.office} ·{' '}
      <a href="/account">
        <bdi>{officer.name}</bdi>
      </a>{' '}
      <span class="role">({officer.role})</span>
    </p>
  );
}

function WaysAround({ view }: { view: View }) {
  const here = view.path.split('?')[0];
  const place = placeOf(view);
  return (
    <nav class="header-line ways" aria-label={view.t('web.desk.navigation')}>
      {pagesFor(view).map((page) => (
        <a key={page.path} href={page.path} aria-current={page !== place ? undefined : page.path === here ? 'page' : 'true'}>
          {view.t(page.words)}
        </a>
      ))}
    </nav>
  );
}

/** Children, and from there places and officers; whoever may not search children finds the directory. */
function GoTo({ view }: { view: View }) {
  const children = view.may('children.search');
  return (
    <form class="search" method="get" action={children ? '/search' : '/officers'} role="search">
      <label class="unseen" for="search">
        {view.t('web.desk.search')}
      </label>
      <input
        id="search"
        name="q"
        type="search"
        placeholder={view.t(children ? 'web.desk.searchFor' : 'web.desk.searchDirectory')}
        autocomplete="off"
        aria-keyshortcuts="/ Control+K"
        data-search
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}
