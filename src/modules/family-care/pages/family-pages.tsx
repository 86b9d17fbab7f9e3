// Families that take children in: those of the district, and one of them with its studies.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { EmptyState } from '../../../web/components/empty-state.tsx';
import { Form } from '../../../web/components/form.tsx';
import { LinkButton } from '../../../web/components/link-button.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { Table } from '../../../web/components/table.tsx';
import type { View } from '../../../web/view.ts';
import { type FosterFamily, fullFor } from '../families/family.ts';
import type { KeptPaper } from '../papers/paper.ts';
import { paperName } from './words.tsx';

export function FamiliesPage({ view, title, families }: { view: View; title: string; families: readonly FosterFamily[] }) {
  const { t } = view;
  return (
    <>
      <p class="reference">
        <a href="/family-care">{t('family-care.title')}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('family-care.families.why')}</p>
      {view.may('familyCare.write') ? (
        <p>
          <LinkButton href="/family-care/families/new">{t('family-care.families.new')}</LinkButton>
        </p>
      ) : null}
      <Table
        caption={title}
        captionUnseen
        columns={['familyName', 'familyKind', 'placed', 'stands'].map((name) => ({
          label: t(`family-care.column.${name}`),
          numeric: name === 'placed',
        }))}
        rows={families.map((family) => ({
          id: family.id,
          cells: [
            <a href={`/family-care/families/${family.id}`}>
              <bdi>{family.words.name}</bdi>
            </a>,
            t(`family-care.familyKind.${family.kind}`),
            family.children,
            t(fullFor(family, false) ? 'family-care.families.full' : 'family-care.families.room'),
          ],
        }))}
        empty={<EmptyState view={view} title={t('family-care.families.none')} text={t('family-care.families.empty')} />}
      />
    </>
  );
}

export function FamilyPage({
  view,
  title,
  family,
  papers,
}: {
  view: View;
  title: string;
  family: FosterFamily;
  papers: readonly KeptPaper[];
}) {
  const { t } = view;
  const base = `/family-care/families/${family.id}`;
  return (
    <>
      <p class="reference">
        <a href="/family-care/families">{t('family-care.families.title')}</a>
      </p>
      <h1 dir="auto">{title}</h1>
      <SummaryList
        view={view}
        rows={[
          { label: t('family-care.field.kind'), value: t(`family-care.familyKind.${family.kind}`) },
          { label: t('family-care.field.address'), value: <bdi>{family.words.address}</bdi> },
          { label: t('family-care.field.telephone'), value: family.words.telephone ?? null },
          { label: t('family-care.field.ownChildren'), value: String(family.ownChildren) },
          { label: t('family-care.column.placed'), value: String(family.children) },
        ]}
      />
      <h2>{t('family-care.papers.title')}</h2>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <a href={`${base}/papers/${paper.id}`}>{paperName(view, paper.kind)}</a>{' '}
            <span class="quiet-text">
              {paper.submittedAt
                ? t('family-care.handedIn', { by: paper.submittedBy ?? '', on: formatMoment(view, paper.submittedAt) })
                : t('family-care.draft', { by: paper.begunBy })}
            </span>
          </li>
        ))}
      </ul>
      {view.may('familyCare.write') ? (
        <Form view={view} action={`${base}/home-study`} inline>
          <Button kind="secondary">{t('family-care.begin.home-study')}</Button>
        </Form>
      ) : null}
    </>
  );
}
