// The cases the reader is let in to: what the own office owes, what comes before the Board next, and for the Board how old what is pending is.
import { formatDay } from '../../../platform/i18n/index.ts';
import { DutyList, Duty } from '../../../web/components/duty.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { Pagination } from '../../../web/components/pagination.tsx';
import { Table } from '../../../web/components/table.tsx';
import { Tabs } from '../../../web/components/tabs.tsx';
import type { View } from '../../../web/view.ts';
import type { DutyLine } from '../duty-line.ts';
import { type Proceeding, ages, gravities, numberOf } from '../proceeding.ts';
import type { Figures } from '../figures.ts';
import type { ToSign } from '../paper-store.ts';
import type { Listing } from '../vault-store.ts';

export type BoardPageProps = {
  view: View;
  which: Listing;
  cases: readonly Proceeding[];
  page: number;
  pages: number;
  toSign: readonly ToSign[];
  duties: readonly DutyLine[];
  figures: Figures | null;
};

export function casePath({ id }: Pick<Proceeding, 'id'>): string {
  return `/board/cases/${id}`;
}

export function BoardPage({ view, which, cases, page, pages, toSign, duties, figures }: BoardPageProps) {
  const { t } = view;
  const shown: readonly Listing[] = view.may('conflict.decide') ? ['open', 'ended', 'destroyed'] : ['open', 'ended'];
  return (
    <>
      <h1>{t('jjb.list.title')}</h1>
      <p>{t('jjb.list.why')}</p>
      {view.may('conflict.open') ? <LinkButton href="/board/new">{t('jjb.open')}</LinkButton> : null}
      {toSign.length > 0 ? (
        <section>
          <h2>{t('jjb.sign.own', { count: toSign.length })}</h2>
          <ul class="plain">
            {toSign.map((one) => (
              <li key={one.paperId}>
                <a href={`${casePath({ id: one.proceedingId })}/papers/${one.paperId}/sign`}>
                  {t('jjb.sign.line', { step: t(`jjb.step.${one.kind}`), number: numberOf(one) })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Tabs
        label={t('jjb.list.title')}
        tabs={shown.map((one) => ({ label: t(`jjb.listing.${one}`), href: `/board?of=${one}`, current: one === which }))}
      />
      <Table
        caption={t(`jjb.listing.${which}`)}
        captionUnseen
        columns={['case', 'child', 'gravity', 'next', 'stage'].map((name) => ({ label: t(`jjb.column.${name}`) }))}
        rows={cases.map((one) => ({
          id: one.id,
          cells: [
            <a href={casePath(one)}>{numberOf(one)}</a>,
            one.identity?.name ?? t('jjb.noName'),
            one.gravity ? t(`jjb.gravity.${one.gravity}`) : t('jjb.gravity.none'),
            one.nextOn ? formatDay(view, one.nextOn) : '–',
            stageInWords(view, one),
          ],
        }))}
        empty={<EmptyState view={view} title={t('jjb.list.none')} text={t('jjb.list.none.text')} />}
      />
      <Pagination view={view} page={page} pages={pages} href={(one) => `/board?of=${which}&page=${one}`} />
      {duties.length > 0 ? (
        <section>
          <h2>{t('jjb.duties.own', { count: duties.length })}</h2>
          <DutyList>
            {duties.map((duty) => (
              <Duty key={duty.key} view={view} title={duty.ofCase} due={duty.due} why={duty.why} href={duty.href} />
            ))}
          </DutyList>
        </section>
      ) : null}
      {figures && which === 'open' ? <Pendency view={view} figures={figures} /> : null}
    </>
  );
}

export function stageInWords({ t }: View, one: Proceeding): string {
  if (one.destroyedAt) return t('jjb.stage.destroyed');
  if (one.endedBy) return t(`jjb.disposal.${one.endedBy}`);
  if (!one.producedAt) return t('jjb.stage.apprehended');
  return one.homeName ? t('jjb.stage.in-home', { home: one.homeName }) : t('jjb.stage.inquiry');
}

function Pendency({ view: { t }, figures }: { view: View; figures: Figures }) {
  return (
    <section>
      <h2>{t('jjb.pendency')}</h2>
      <Table
        caption={t('jjb.pendency.why')}
        columns={[{ label: t('jjb.column.age') }, ...gravities.map((one) => ({ label: t(`jjb.gravity.${one}`), numeric: true }))]}
        rows={ages.map((age) => ({ id: age, cells: [t(`jjb.age.${age}`), ...gravities.map((one) => figures[age][one])] }))}
      />
      <p>
        <a href="/board/form-12.pdf">{t('jjb.quarter.print')}</a>
      </p>
    </section>
  );
}
