// A draft before it is issued: what it says, its points, and how many offices of which kind in which State it reaches.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type District, type State, placeName } from '../../places/index.ts';
import type { Directive, Point } from '../directive.ts';
import type { ReachCount } from '../reach-store.ts';
import { placesAsLines } from '../typed-places.ts';
import { Original, PointList } from './parts.tsx';
import { FullText, Source, headOf } from './words.tsx';

type Loaded = {
  directive: Directive;
  points: readonly Point[];
  reach: readonly ReachCount[];
  states: readonly State[];
  districts: readonly District[];
};

export function DraftPage({ view, loaded, form }: { view: View; loaded: Loaded; form: FormState }) {
  const { t } = view;
  const { directive, points, reach } = loaded;
  const path = `/directives/draft/${directive.id}`;
  const offices = reach.reduce((sum, count) => sum + count.offices, 0);
  return (
    <>
      <p class="back">
        <a href="/directives">{t('directives.title')}</a>
      </p>
      <h1 dir="auto">{directive.title}</h1>
      <p>
        <strong>{t('directives.draft.title')}</strong> · {headOf(view, directive)} · {t(`directives.audience.${directive.audience}`)}
      </p>
      <ErrorSummary view={view} form={form} />
      <Source view={view} directive={directive} />
      <FullText text={directive.text} />
      <Original view={view} original={directive.original} />
      <h2>{t('directives.points')}</h2>
      <Points view={view} points={points} path={path} />
      <ButtonRow>
        <LinkButton href={`${path}/point`}>{t('directives.point.title')}</LinkButton>
        <LinkButton href={`${path}/change`}>{t('directives.change.title')}</LinkButton>
      </ButtonRow>
      <Reach view={view} loaded={loaded} offices={offices} />
      {offices > 0 ? (
        <Form view={view} action={path}>
          <Hidden name="offices" value={String(offices)} />
          <p class="hint">{t('directives.issue.about')}</p>
          <Button>{t('directives.issue.save', { count: offices })}</Button>
        </Form>
      ) : null}
      <Form view={view} action={`${path}/discard`}>
        <Button kind="secondary">{t('directives.discard')}</Button>
      </Form>
    </>
  );
}

/** Each point with the button that takes it off again. */
function Points({ view, points, path }: { view: View; points: readonly Point[]; path: string }) {
  const removal = ({ id, what }: Point) => (
    <Form view={view} action={`${path}/remove`} inline>
      <Hidden name="point" value={id} />
      <button type="submit" class="quiet">
        {view.t('directives.point.remove')} <span class="unseen">{what}</span>
      </button>
    </Form>
  );
  return <PointList view={view} points={points} under={removal} />;
}

/** The preview: by kind, and by State where it goes to several. */
function Reach({ view, loaded, offices }: { view: View; loaded: Loaded; offices: number }) {
  const { t } = view;
  const { directive, reach, states, districts } = loaded;
  const kinds = [...new Set(reach.map(({ kind }) => kind))];
  const places = [...new Set(reach.map(({ stateCode }) => stateCode))];
  const nameOf = (code: string | null): string =>
    states.filter((state) => state.code === code).map((state) => placeName(view, state))[0] ?? t('directives.nation');
  const within = placesAsLines(directive, { states, districts }).split('\n').filter(Boolean);
  const cellOf = (stateCode: string | null, kind: string): number =>
    reach.filter((count) => count.stateCode === stateCode && count.kind === kind).reduce((sum, count) => sum + count.offices, 0);
  return (
    <section aria-labelledby="reach">
      <h2 id="reach">{t('directives.reach.title', { count: offices })}</h2>
      {within.length > 0 ? <p>{t('directives.reach.onlyIn', { places: within.join('; ') })}</p> : null}
      <Table
        caption={t('directives.reach.caption')}
        captionUnseen
        columns={[{ label: t('places.field.state') }, ...kinds.map((kind) => ({ label: t(`officers.office.${kind}`), numeric: true }))]}
        rows={places
          .map((code) => ({ code, name: nameOf(code) }))
          .toSorted((one, other) => (one.name < other.name ? -1 : 1))
          .map(({ code, name }) => ({ id: code ?? 'nation', cells: [name, ...kinds.map((kind) => String(cellOf(code, kind)))] }))}
        empty={<p>{t('directives.error.reachesNobody')}</p>}
      />
    </section>
  );
}
