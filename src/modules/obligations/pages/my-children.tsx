// The children an office answers for, dense: photograph, reference, name in both scripts, age now, since when, what happened last, what is due next.
import { ageOn } from '../../../kernel/age.ts';
import { toLatin, wordsOf, scriptOf } from '../../../kernel/names/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { formatAge, formatAgo } from '../../../platform/i18n/index.ts';
import { Clock } from '../../../web/components/clock.tsx';
import { PersonName, type NameShown } from '../../../web/components/person-name.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { photographPath, recordPath } from '../../children/index.ts';
import type { ListedChild } from '../home.ts';

const columns = ['reference', 'photograph', 'name', 'age', 'since', 'last', 'next'] as const;

export function MyChildren({ view, children, more }: { view: View; children: readonly ListedChild[]; more: boolean }) {
  return (
    <section aria-labelledby="children">
      <h2 id="children">{view.t(more ? 'duties.children.many' : 'duties.children.title', { count: children.length })}</h2>
      <Table
        caption={view.t('duties.children.caption')}
        captionUnseen
        columns={columns.map((name) => ({ label: view.t(`duties.children.${name}`) }))}
        rows={children.map((child) => ({ id: child.id, cells: cellsOf(view, child) }))}
        empty={<p>{view.t('duties.children.empty')}</p>}
      />
      {more ? <a href="/children">{view.t('duties.children.all')}</a> : null}
    </section>
  );
}

function cellsOf(view: View, child: ListedChild) {
  const { photographName, last, next } = child;
  return [
    <a href={recordPath(child)} class="reference">
      {child.reference}
    </a>,
    photographName ? <img src={photographPath(photographName)} alt="" width={36} height={36} loading="lazy" /> : null,
    <PersonName view={view} name={nameShown(child.childName)} />,
    child.age ? formatAge(view, ageOn(child.age, dayOf(view.now))) : view.t('web.unknown'),
    <time dateTime={child.happenedAt}>{formatAgo(view, child.happenedAt, view.now)}</time>,
    last ? `${view.t(`law.happening.${last.happening}`)}, ${formatAgo(view, last.happenedAt, view.now)}` : null,
    next ? (
      <>
        {next.duty} <Clock view={view} due={next.lateAfter} />
      </>
    ) : (
      view.t('duties.children.nothingDue')
    ),
  ];
}

function nameShown(given: string | null): NameShown {
  const foreign = given !== null && wordsOf(given).some((word) => !['latin', 'other'].includes(scriptOf(word)));
  return { given, latin: foreign ? toLatin(given) : null };
}
