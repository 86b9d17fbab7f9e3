// All directives: what waits for this office, those in force, drafts of who directs, and what is in force no more.
import { formatDay } from '../../../platform/i18n/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import type { Owed, Receipt, Waiting } from '../answer-store.ts';
import type { ListedDirective } from '../store.ts';
import { OpenPoints, WaitingLine } from './strip.tsx';

type Loaded = {
  waiting: Waiting;
  open: readonly Owed[];
  directives: readonly ListedDirective[];
  receipts: ReadonlyMap<string, Receipt>;
  drafts: readonly ListedDirective[];
  mayIssue: boolean;
  mayAnswer: boolean;
};

export function ListPage({ view, loaded }: { view: View; loaded: Loaded }) {
  const { t } = view;
  const { waiting, open, directives, receipts, drafts, mayIssue, mayAnswer } = loaded;
  const inForce = directives.filter(({ isEnded }) => !isEnded);
  const ended = directives.filter(({ isEnded }) => isEnded);
  return (
    <>
      <h1>{t('directives.title')}</h1>
      <p class="hint">{t('directives.about')}</p>
      {mayIssue ? (
        <p>
          <LinkButton href="/directives/new">{t('directives.enter.title')}</LinkButton>
        </p>
      ) : null}
      {drafts.length > 0 ? <Drafts view={view} drafts={drafts} /> : null}
      <h2>{t('directives.waiting.title')}</h2>
      <WaitingLine view={view} waiting={waiting} />
      <OpenPoints view={view} open={open} doable={mayAnswer} />
      <h2>{t('directives.inForce')}</h2>
      <List view={view} caption={t('directives.inForce')} directives={inForce} receipts={receipts} />
      {ended.length > 0 ? (
        <>
          <h2>{t('directives.past')}</h2>
          <List view={view} caption={t('directives.past')} directives={ended} receipts={receipts} />
        </>
      ) : null}
    </>
  );
}

function Drafts({ view, drafts }: { view: View; drafts: readonly ListedDirective[] }) {
  return (
    <>
      <h2>{view.t('directives.drafts')}</h2>
      <ul>
        {drafts.map(({ id, title }) => (
          <li key={id}>
            <a href={`/directives/draft/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

type ListProps = { view: View; caption: string; directives: readonly ListedDirective[]; receipts: ReadonlyMap<string, Receipt> };

function List({ view, caption, directives, receipts }: ListProps) {
  const { t } = view;
  return (
    <Table
      caption={caption}
      captionUnseen
      columns={(['title', 'kind', 'authority', 'dated', 'source', 'here'] as const).map((name) => ({
        label: t(`directives.column.${name}`),
      }))}
      rows={directives.map((directive) => ({
        id: directive.id,
        cells: [
          <a href={`/directives/${directive.id}`}>{directive.title}</a>,
          t(`directives.kind.${directive.kind}`),
          directive.authority,
          formatDay(view, directive.dated),
          <abbr title={t(`law.confidence.${directive.confidence}`)}>{directive.confidence}</abbr>,
          <Here view={view} receipt={receipts.get(directive.id)} ended={directive.isEnded} />,
        ],
      }))}
      empty={<p>{t('directives.none')}</p>}
    />
  );
}

function Here({ view, receipt, ended }: { view: View; receipt: Receipt | undefined; ended: boolean }) {
  const { t } = view;
  if (!receipt) return <>{t('directives.here.notAddressed')}</>;
  if (receipt.acknowledgedAt)
    return (
      <WordStatus kind="done">{t('directives.here.acknowledged', { day: formatDay(view, dayOf(receipt.acknowledgedAt)) })}</WordStatus>
    );
  return ended ? null : <WordStatus kind="waiting">{t('directives.here.waiting')}</WordStatus>;
}
