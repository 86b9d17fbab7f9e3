// Compliance with one directive on one page: by State, then district, then office; whoever is silent the longest first.
import { formatDay, formatMoment, formatMonth } from '../../../platform/i18n/index.ts';
import { type Day, dayOf, daysBetween } from '../../../kernel/time.ts';
import { Button } from '../../../web/components/button.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import { contains } from '../../officers/index.ts';
import { placeName } from '../../places/index.ts';
import type { Asked, CasesTold, Compliance, PlaceRow, PointShown } from '../compliance.ts';
import type { Ended } from '../directive.ts';
import { type Cell, FEW } from '../small-cells.ts';
import { Ending } from './directive-page.tsx';
import { Source, headOf, periodInWords, pointFacts } from './words.tsx';

type Progress = { reached: number; offices: number };
type Props = { view: View; ask: Asked; compliance: Compliance; progress: Progress | null; ended: Ended | null };

function pathOf({ directive, month }: Asked, place: string, form = ''): string {
  const query = new URLSearchParams(Object.entries({ place, month }).filter(([, value]) => value !== ''));
  return `/directives/${directive.id}/compliance${form}${query.size > 0 ? `?${query}` : ''}`;
}

export function CompliancePage({ view, ask, compliance, progress, ended }: Props) {
  const { t } = view;
  const { directive, trail, area } = ask;
  const here = trail.map((place) => placeName(view, place)).at(-1) ?? t('directives.nation');
  const code = area.level === 'nation' ? '' : area.code;
  return (
    <>
      <Trail view={view} ask={ask} />
      <h1>{t('directives.compliance.titleOf', { place: here })}</h1>
      <p>
        <a href={`/directives/${directive.id}`}>{directive.title}</a>. {headOf(view, directive)}
      </p>
      <Source view={view} directive={directive} />
      <Ending view={view} ended={ended} ends={[]} />
      {ask.wrong ? (
        <p class="error-summary" role="alert">
          {t('directives.error.place')}
        </p>
      ) : null}
      {progress ? (
        <p role="status">
          <WordStatus kind="doing">{t('directives.reaching', progress)}</WordStatus>
        </p>
      ) : null}
      <Summary view={view} compliance={compliance} />
      <MonthForm view={view} ask={ask} compliance={compliance} />
      <Points view={view} compliance={compliance} />
      <Places view={view} ask={ask} compliance={compliance} />
      <p class="quiet-text">
        {t('directives.machines')} <a href={pathOf(ask, code, '.csv')}>CSV</a> · <a href={pathOf(ask, code, '.json')}>JSON</a>
      </p>
    </>
  );
}

/** The way back up, as far as the reader may read. */
function Trail({ view, ask }: { view: View; ask: Asked }) {
  const { t } = view;
  const { area, widest, trail, directive } = ask;
  const steps = [{ code: '', name: t('directives.nation') }, ...trail];
  const depth = (level: string): number => ['nation', 'state', 'district'].indexOf(level);
  const open = steps.slice(depth(widest.level), depth(area.level));
  return (
    <p class="back">
      <a href={`/directives/${directive.id}`}>{directive.title}</a>
      {open.map((place) => (
        <span key={place.code}>
          {' '}
          › <a href={pathOf(ask, place.code)}>{placeName(view, place)}</a>
        </span>
      ))}
    </p>
  );
}

function Summary({ view, compliance: { total } }: { view: View; compliance: Compliance }) {
  const { t } = view;
  const { offices, acknowledged, silentSince } = total.reached;
  return (
    <p>
      {t('directives.compliance.summary', { offices, acknowledged, silent: offices - acknowledged })}{' '}
      {silentSince ? t('directives.compliance.oldest', { day: formatDay(view, dayOf(silentSince)) }) : null}
    </p>
  );
}

/** Only where a point is answered again and again. */
function MonthForm({ view, ask, compliance: { shown, months } }: { view: View; ask: Asked; compliance: Compliance }) {
  const { t } = view;
  if (shown.every(({ point }) => point.repeats === 'once')) return null;
  const chosen = shown.find(({ point, period }) => point.repeats !== 'once' && period !== null)?.period;
  const form = { values: { month: ask.month || (chosen ?? '').slice(0, 7) }, errors: {} };
  const place = ask.area.level === 'nation' ? '' : ask.area.code;
  return (
    <Form view={view} action={`/directives/${ask.directive.id}/compliance`} method="get">
      <div class="asked-of-figures">
        <Select
          view={view}
          form={form}
          name="month"
          label={t('directives.compliance.month')}
          options={months.map((month) => ({ value: month.slice(0, 7), label: formatMonth(view, month) }))}
        />
        {place ? <Hidden name="place" value={place} /> : null}
        <Button kind="secondary">{t('directives.compliance.show')}</Button>
      </div>
    </Form>
  );
}

/** Each point in full with its figures of the whole area; the table below has only its number. */
function Points({ view, compliance: { shown, total, casesAt, exact } }: { view: View; compliance: Compliance }) {
  const { t } = view;
  if (shown.length === 0) return <p>{t('directives.noPoints')}</p>;
  return (
    <>
      <ol class="directive-points">
        {shown.map((one) => (
          <li key={one.point.id} value={one.point.position}>
            <span dir="auto">{one.point.what}</span>
            <br />
            <span class="quiet-text">{pointFacts(view, one.point)}</span>
            <br />
            <PointFigures view={view} row={total} shown={one} inFull />
          </li>
        ))}
      </ol>
      {casesAt ? <p class="quiet-text">{t('directives.compliance.casesAt', { at: formatMoment(view, casesAt) })}</p> : null}
      {casesAt && !exact ? <p class="quiet-text">{t('directives.compliance.inFives', { few: FEW })}</p> : null}
    </>
  );
}

/** "12 of 20 done, 2 of them late; 1 not applicable; 3 late". Of a duty the portal sees by itself: its own figures, or where they stand. */
export function PointFigures({
  view,
  row,
  shown: { point, period },
  inFull = false,
}: {
  view: View;
  row: Pick<PlaceRow, 'points' | 'posts' | 'cases'>;
  shown: PointShown;
  inFull?: boolean;
}) {
  const { t } = view;
  if (period === null) {
    const held = row.posts.get(point.id);
    if (!held) return <CaseFigures view={view} counts={row.cases.get(point.id)} />;
    const words = t('directives.compliance.posts', { posts: held.posts, filled: held.posts - held.vacant });
    return held.vacant > 0 ? <span class="late-word">{words}</span> : <>{words}</>;
  }
  const counts = row.points.get(point.id);
  if (!counts) return <>–</>;
  const name = periodInWords(view, point.repeats, period);
  const parts = [
    `${inFull && name ? `${name}: ` : ''}${t('directives.compliance.done', { done: counts.done, offices: counts.offices })}`,
    ...(counts.doneLate > 0 ? [t('directives.compliance.doneLate', { count: counts.doneLate })] : []),
    ...(counts.notApplicable > 0 ? [t('directives.compliance.notApplicable', { count: counts.notApplicable })] : []),
    ...(counts.notYet > 0 ? [t('directives.compliance.notYet', { count: counts.notYet })] : []),
    ...(counts.figure !== null && point.figure ? [`${inFull ? `${point.figure}: ` : '∑ '}${counts.figure}`] : []),
  ];
  return (
    <>
      {parts.join('; ')}
      {counts.late > 0 ? (
        <>
          ; <span class="late-word">{t('directives.compliance.late', { count: counts.late })}</span>
        </>
      ) : null}
    </>
  );
}

/** "41 done, 3 of them late; 5 open; 2 late": duties of children begun since the directive. */
function CaseFigures({ view, counts }: { view: View; counts: CasesTold | undefined }) {
  const { t } = view;
  if (!counts) return <>–</>;
  const { met, metLate, open, late } = counts;
  const said = (cell: Cell): string => (cell === 'few' ? t('directives.compliance.few', { count: FEW }) : String(cell));
  const parts = [
    t('directives.compliance.casesDone', { count: said(met) }),
    ...(metLate !== 0 ? [t('directives.compliance.casesDoneLate', { count: said(metLate) })] : []),
    ...(open !== 0 ? [t('directives.compliance.casesOpen', { count: said(open) })] : []),
  ];
  return (
    <>
      {parts.join('; ')}
      {late !== 0 ? (
        <>
          ; <span class="late-word">{t('directives.compliance.casesLate', { count: said(late) })}</span>
        </>
      ) : null}
    </>
  );
}

function Places({ view, ask, compliance: { rows, shown } }: { view: View; ask: Asked; compliance: Compliance }) {
  const { t } = view;
  const { level } = ask.area;
  const told = shown.filter(({ point }) =>
    rows.some(({ points, posts, cases }) => points.has(point.id) || posts.has(point.id) || cases.has(point.id)),
  );
  const caption = t(`directives.compliance.by.${level}`);
  return (
    <>
      <h2>{caption}</h2>
      <Table
        caption={caption}
        captionUnseen
        columns={[
          { label: t(`directives.compliance.place.${level}`) },
          { label: t('directives.compliance.acknowledged') },
          { label: t('directives.compliance.silent') },
          ...told.map(({ point }) => ({ label: t('directives.compliance.point', { number: point.position }) })),
        ]}
        rows={rows.map((row) => ({
          id: row.place || 'here',
          cells: [
            <PlaceName view={view} ask={ask} row={row} />,
            acknowledgedIn(view, row, level),
            silence(view, row),
            ...told.map((one) => <PointFigures view={view} row={row} shown={one} />),
          ],
        }))}
        empty={<p>{t('directives.compliance.nobody')}</p>}
      />
    </>
  );
}

function acknowledgedIn(view: View, { reached: { offices, acknowledged } }: PlaceRow, level: string) {
  if (level === 'district') return view.t(acknowledged > 0 ? 'directives.compliance.yes' : 'directives.compliance.no');
  return view.t('directives.compliance.ofOffices', { acknowledged, offices });
}

function silence(view: View, { reached: { silentSince } }: PlaceRow) {
  if (silentSince === null) return '–';
  const since = dayOf(silentSince);
  const days = daysBetween(since, dayOf(view.now) as Day);
  return view.t('directives.compliance.silentSince', { day: formatDay(view, since), days });
}

/** A place opens; an office is rung up. What stands above the districts of a State, or above the States, has no place of its own. */
function PlaceName({ view, ask, row }: { view: View; ask: Asked; row: PlaceRow }) {
  const { t } = view;
  if (ask.area.level === 'district')
    return (
      <>
        {row.name} {row.telephone ? <a href={`tel:${row.telephone.replace(/[^\d+]/g, '')}`}>{row.telephone}</a> : null}
      </>
    );
  if (row.place === '') return <>{t(`directives.compliance.above.${ask.area.level}`)}</>;
  const reachable = contains(
    ask.widest,
    ask.area.level === 'nation' ? { level: 'state', code: row.place } : { level: 'district', code: row.place, stateCode: ask.area.code },
  );
  const name = placeName(view, { code: row.place, name: row.name });
  return reachable ? <a href={pathOf(ask, row.place)}>{name}</a> : <>{name}</>;
}
