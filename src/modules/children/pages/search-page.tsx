// Search before registering: what sounds like the name, anywhere in the country; what lies elsewhere shows only whom to ring.
import type { ComponentChildren } from 'preact';
import { formatDay } from '../../../platform/i18n/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { View } from '../../../web/view.ts';
import { recordPath } from '../record.ts';
import type { SearchHit } from '../search.ts';
import { ageNow } from './age-now.ts';
import { RecordPhotograph } from './photograph.tsx';

export type NamedHit = SearchHit & { districtName: string };
/** `hits` is null before anything was asked. `empty` says what to do when nothing was found. */
export type SearchPageProps = { view: View; asked: string; hits: NamedHit[] | null; empty: ComponentChildren };

export function SearchPage({ view, asked, hits, empty }: SearchPageProps) {
  const { t } = view;
  return (
    <>
      <h1>{t('children.search.title')}</h1>
      <Form view={view} action="/search" method="get">
        <TextInput view={view} form={{ values: { q: asked }, errors: {} }} name="q" type="search" label={t('children.search.label')} hint={t('children.search.hint')} />
        <Button kind="secondary">{t('children.search.find')}</Button>
      </Form>
      {hits ? <SearchHits view={view} hits={hits} empty={empty} /> : null}
    </>
  );
}

export function SearchHits({ view, hits, empty }: { view: View; hits: NamedHit[]; empty: ComponentChildren }) {
  const { t } = view;
  return (
    <section aria-labelledby="hits-title">
      <h2 id="hits-title">{t('children.search.count', { count: hits.length })}</h2>
      {hits.length === 0 ? empty : null}
      <ul class="cards">
        {hits.map((hit) => (
          <li key={hit.recordId}>
            <Hit view={view} hit={hit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Found child, girl, 9–11 years now, Kozhikode, 12 Nov 2026" */
function sentenceOf(view: View, hit: NamedHit): string {
  const { t } = view;
  const on = formatDay(view, dayOf(hit.happenedAt));
  const parts = [t(`children.kind.${hit.kind}`), hit.sex && t(`children.sex.${hit.sex}`), ageNow(view, hit), hit.districtName, on];
  return parts.filter(Boolean).join(', ');
}

function Hit({ view, hit }: { view: View; hit: NamedHit }) {
  const { t } = view;
  const name = hit.childName ?? t(hit.visible ? 'children.nameUnknown' : 'children.search.nameHidden');
  return (
    <article class="card">
      <RecordPhotograph view={view} name={hit.photographName} />
      <h3 dir="auto">{hit.visible ? <a href={recordPath(hit)}>{name}</a> : name}</h3>
      <p>{sentenceOf(view, hit)}</p>
      <p>
        <span class="reference">{hit.reference}</span> · {t(`children.status.${hit.status}`)}
      </p>
      {hit.visible ? null : <WhomToAsk view={view} hit={hit} />}
    </article>
  );
}

function WhomToAsk({ view: { t }, hit }: { view: View; hit: NamedHit }) {
  return (
    <p>
      {t('children.search.askOffice', { office: hit.officeName })} {hit.officeTelephone ? <a href={`tel:${hit.officeTelephone}`}>{hit.officeTelephone}</a> : null}
    </p>
  );
}
