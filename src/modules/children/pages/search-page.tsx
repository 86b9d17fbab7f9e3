// Search before registering: what sounds like the name, anywhere in the country; what lies elsewhere shows only whom to ring.
import type { ComponentChildren } from 'preact';
import { formatDay } from '../../../platform/i18n/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { Button } from '../../../web/components/button.tsx';
import { Columns } from '../../../web/components/columns.tsx';
import { Form } from '../../../web/components/form.tsx';
import { PersonCard, PersonCards } from '../../../web/components/person-card.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { View } from '../../../web/view.ts';
import type { DirectoryEntry } from '../../officers/index.ts';
import { photographPath } from '../photographs/photograph-store.ts';
import { recordPath } from '../record.ts';
import type { SearchHit } from '../search.ts';
import { ageNow } from './age-now.ts';

export type NamedHit = SearchHit & { districtName: string };
/** `hits` is null before anything was asked. `empty` says what to do when nothing was found. */
/** `offices` whose name, place or officers contain what was asked. */
export type SearchPageProps = { view: View; asked: string; hits: NamedHit[] | null; offices: DirectoryEntry[]; empty: ComponentChildren };

export function SearchPage({ view, asked, hits, offices, empty }: SearchPageProps) {
  const { t } = view;
  return (
    <>
      <h1>{t('children.search.title')}</h1>
      <Form view={view} action="/search" method="get">
        <TextInput
          view={view}
          form={{ values: { q: asked }, errors: {} }}
          name="q"
          type="search"
          label={t('children.search.label')}
          hint={t('children.search.hint')}
        />
        <Button kind="secondary">{t('children.search.find')}</Button>
      </Form>
      {offices.length > 0 ? (
        <p class="to-offices">
          <a href="#offices-title">{t('children.search.officesFound', { count: offices.length })}</a>
        </p>
      ) : null}
      {hits ? (
        <Beside aside={offices.length > 0 ? <Offices view={view} asked={asked} offices={offices} /> : null}>
          <SearchHits view={view} hits={hits} empty={empty} />
        </Beside>
      ) : null}
    </>
  );
}

function Beside({ children, aside }: { children: ComponentChildren; aside: ComponentChildren | null }) {
  return aside ? <Columns aside={aside}>{children}</Columns> : <>{children}</>;
}

export function SearchHits({ view, hits, empty }: { view: View; hits: NamedHit[]; empty: ComponentChildren }) {
  return (
    <section aria-labelledby="hits-title">
      <h2 id="hits-title">{view.t('children.search.count', { count: hits.length })}</h2>
      {hits.length === 0 ? empty : null}
      <PersonCards>
        {hits.map((hit) => (
          <Hit key={hit.recordId} view={view} hit={hit} />
        ))}
      </PersonCards>
    </section>
  );
}

function Offices({ view: { t }, asked, offices }: Pick<SearchPageProps, 'view' | 'asked' | 'offices'>) {
  return (
    <section aria-labelledby="offices-title">
      <h2 id="offices-title">{t('children.search.offices')}</h2>
      <ul class="plain steps">
        {offices.map(({ id, name, telephone, officers }) => (
          <li key={id} data-row>
            <a href={`/officers?q=${encodeURIComponent(name)}`}>{name}</a>
            {': '}
            {officers.map((officer) => officer.name).join(', ') || t('children.search.vacant')}{' '}
            {telephone ? <a href={`tel:${telephone.replace(/[^\d+]/g, '')}`}>{telephone}</a> : null}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/officers?q=${encodeURIComponent(asked)}`}>{t('children.search.allOffices')}</a>
      </p>
    </section>
  );
}

/** "Girl, 9–11 years", as far as known. */
function ageOf(view: View, hit: NamedHit): string | null {
  const known = [hit.sex && view.t(`children.sex.${hit.sex}`), ageNow(view, hit)].filter(Boolean);
  return known.length > 0 ? known.join(', ') : null;
}

/** What lies elsewhere shows no name and no photograph: whom to ring is all there is. */
function Hit({ view, hit }: { view: View; hit: NamedHit }) {
  const { t } = view;
  const photo = hit.photographName ? { src: photographPath(hit.photographName) } : null;
  const place = `${hit.districtName}, ${formatDay(view, dayOf(hit.happenedAt))}`;
  const name = { given: hit.childName ?? (hit.visible ? null : t('children.search.nameHidden')) };
  const link = hit.visible ? { href: recordPath(hit) } : {};
  return (
    <PersonCard view={view} name={name} photo={photo} age={ageOf(view, hit)} place={place} reference={hit.reference} {...link}>
      <p>{t('children.search.standing', { kind: t(`children.kind.${hit.kind}`), status: t(`children.status.${hit.status}`) })}</p>
      {hit.visible ? null : <WhomToAsk view={view} hit={hit} />}
    </PersonCard>
  );
}

function WhomToAsk({ view: { t }, hit }: { view: View; hit: NamedHit }) {
  const { officeName: office, officeTelephone: telephone } = hit;
  return (
    <p>
      {t('children.search.askOffice', { office })} {telephone ? <a href={`tel:${telephone}`}>{telephone}</a> : null}
    </p>
  );
}
