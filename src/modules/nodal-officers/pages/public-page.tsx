// Who is responsible here: the nodal officers of a place by name, designation and office telephone. No script, no personal number.
import { formatDay } from '../../../platform/i18n/index.ts';
import type { Day } from '../../../kernel/time.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { Params } from '../../../web/route.ts';
import type { View } from '../../../web/view.ts';
import { type District, type State, districtInState, placeName } from '../../places/index.ts';
import type { PublicRow } from '../public-list.ts';
import { Telephone } from './post-table.tsx';

type PublicProps = {
  view: View;
  query: Params;
  states: readonly State[];
  state: State | undefined;
  district: District | undefined;
  /** Districts that fit what was typed, where more than one does. */
  several: readonly District[];
  rows: readonly PublicRow[];
};

export function PublicPage({ view, query, states, state, district, several, rows }: PublicProps) {
  const { t } = view;
  const form = { values: query, errors: {} };
  const nothing = Boolean(query['q']) && !state && !district && several.length === 0;
  return (
    <>
      <h1>{t('nodal-officers.public.title')}</h1>
      <p>{t('nodal-officers.public.about')}</p>
      <Form view={view} action="/nodal-officers" method="get">
        <TextInput
          view={view}
          form={form}
          name="q"
          label={t('places.field.district')}
          hint={t('places.hint.firstLetters')}
          width="medium"
          optional
        />
        <Select
          view={view}
          form={form}
          name="state"
          label={t('places.field.state')}
          blank={t('places.anyState')}
          options={states.map((state) => ({ value: state.code, label: inBoth(view, state) }))}
          optional
        />
        <Button>{t('nodal-officers.public.find')}</Button>
      </Form>
      {nothing ? <p role="status">{t('places.error.unknown')}</p> : null}
      {several.length > 0 ? (
        <Several view={view} several={several} />
      ) : (
        <Officers view={view} rows={rows} place={called(view, state, district)} />
      )}
      <p class="quiet-text">
        {t('nodal-officers.public.machines')} <a href="/nodal-officers.csv">CSV</a> · <a href="/nodal-officers.json">JSON</a>
      </p>
    </>
  );
}

/** As the reader calls it and as it calls itself. */
function inBoth(view: View, place: State | District): string {
  const name = placeName(view, place);
  return place.nativeName && place.nativeName !== name ? `${name} · ${place.nativeName}` : name;
}

function called(view: View, state: State | undefined, district: District | undefined): string {
  if (district) return districtInState(view, { ...district, name: inBoth(view, district) });
  return state ? inBoth(view, state) : view.t('nodal-officers.public.nation');
}

function Several({ view, several }: { view: View; several: readonly District[] }) {
  return (
    <section>
      <h2>{view.t('places.field.which')}</h2>
      <ul>
        {several.map((district) => (
          <li key={district.code}>
            <a href={`/nodal-officers?district=${encodeURIComponent(district.code)}`}>{districtInState(view, district)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The nearest first: of a district its own officer stands above those of the State and the nation. */
function Officers({ view, rows, place }: { view: View; rows: readonly PublicRow[]; place: string }) {
  const order = ['district', 'state', 'nation'];
  const nearest = rows.toSorted((one, other) => order.indexOf(one.level!) - order.indexOf(other.level!));
  return (
    <section>
      <h2>{view.t('nodal-officers.public.in', { place })}</h2>
      <ul class="cards">
        {nearest.map((row) => (
          <li key={row.office} class="card">
            <Officer view={view} row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Officer({ view, row }: { view: View; row: PublicRow }) {
  const { t } = view;
  const place = row.district ?? row.state ?? t('nodal-officers.public.nation');
  return (
    <>
      <strong>{t(`nodal-officers.public.level.${row.level}`, { place })}</strong>
      <p>
        {row.name ? (
          <>
            {row.name}
            {row.designation ? `, ${row.designation}` : ''}
          </>
        ) : row.vacantSince ? (
          t('nodal-officers.public.vacantSince', { day: formatDay(view, row.vacantSince as Day) })
        ) : (
          t('nodal-officers.public.vacant')
        )}
      </p>
      {row.telephone ? <Telephone telephone={row.telephone} /> : <p>{t('nodal-officers.public.noTelephone')}</p>}
    </>
  );
}
