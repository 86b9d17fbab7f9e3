// The parts that show children, all invented: cards, two records side by side, the score as a waterfall, facts and lists.
import { ButtonRow } from '../components/link-button.tsx';
import { Button } from '../components/button.tsx';
import { Pagination } from '../components/pagination.tsx';
import { PersonCard, PersonCards } from '../components/person-card.tsx';
import { RecordComparison } from '../components/record-comparison.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { Waterfall } from '../components/waterfall.tsx';
import type { View } from '../view.ts';

export function LivingRecords({ view }: { view: View }) {
  const { t } = view;
  return (
    <>
      <h2>{t('web.living.compare')}</h2>
      <Match view={view} />
      <h2>{t('web.desk.children')}</h2>
      <PersonCards>
        <PersonCard
          view={view}
          name={{ given: 'পূজা', latin: 'Puja' }}
          photo={null}
          age={t('web.age.years', { range: '9–11' })}
          place="Kozhikode, Kerala"
          reference="FC-KL-2026-000311-5"
          href="#card"
        />
        <PersonCard view={view} name={{ given: null }} photo={null} age={null} place={null} reference="FC-WB-2026-004190-Q" href="#card2" />
      </PersonCards>
      <SummaryList
        view={view}
        rows={[
          { label: t('web.living.mark'), value: t('web.living.scar'), changeHref: '#change' },
          { label: t('web.living.height'), value: null, changeHref: '#change' },
        ]}
      />
      <Children view={view} />
      <Pagination view={view} page={2} pages={7} href={(number) => `#page-${number}`} />
    </>
  );
}

function Match({ view }: { view: View }) {
  const { t } = view;
  return (
    <>
      <RecordComparison
        view={view}
        left={{
          heading: 'FIR 212/2025, PS Sonepur, Bihar',
          photo: null,
          name: { given: 'पूजा कुमारी', latin: 'Pooja Kumari' },
          lines: [t('web.age.years', { range: '9–10' })],
        }}
        right={{
          heading: 'Kozhikode, Kerala',
          photo: null,
          name: { given: 'പൂജ', latin: 'Puja' },
          lines: [t('web.age.years', { range: '9–11' })],
        }}
        aspects={[
          { aspect: t('web.living.mark'), left: t('web.living.scar'), right: t('web.living.scar'), verdict: 'agrees' },
          { aspect: t('web.living.place'), left: 'Saran, Bihar', right: 'Kozhikode, Kerala', verdict: 'differs' },
          { aspect: t('web.living.height'), left: '128 cm', right: null, verdict: 'unknown' },
        ]}
      />
      <Waterfall
        view={view}
        prior={-14.4}
        final={3}
        priorWords={t('web.living.prior')}
        finalWords="89 %"
        rows={[
          { label: t('web.living.mark'), sentence: t('web.living.scar'), weight: 8.6 },
          { label: t('web.living.father'), sentence: 'रामेश्वर ~ Ramesar', weight: 6 },
          { label: t('web.living.name'), sentence: 'पूजा ~ പൂജ', weight: 4.2 },
          { label: t('web.living.place'), sentence: '2,340 km', weight: -1.4 },
          { label: t('web.living.height'), sentence: t('web.unknown'), weight: null },
        ]}
      />
      <ButtonRow>
        <Button hotkey="y">{t('web.comparison.agrees')}</Button>
        <Button kind="secondary" hotkey="n">
          {t('web.comparison.differs')}
        </Button>
        <Button kind="secondary" hotkey="u">
          {t('web.comparison.unknown')}
        </Button>
      </ButtonRow>
    </>
  );
}

function Children({ view }: { view: View }) {
  const { t } = view;
  return (
    <Table
      caption={t('web.desk.children')}
      columns={[{ label: t('web.living.name') }, { label: t('web.living.place') }, { label: t('web.living.age'), numeric: true }]}
      rows={[
        { id: '1', cells: [<a href="#row1">MC-BR-2026-000877-T</a>, 'Saran, Bihar', '9–10'] },
        { id: '2', cells: [<a href="#row2">MC-WB-2026-004211-K</a>, 'Howrah, West Bengal', '9'] },
      ]}
    />
  );
}
