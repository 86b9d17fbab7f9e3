// One home's visits: what is to be mended by when, then each visit as it was written down (Form 46).
import type { Day } from '../../../../kernel/time.ts';
import { formatDay } from '../../../../platform/i18n/index.ts';
import { Button } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { EmptyState } from '../../../../web/components/empty-state.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { ButtonRow, LinkButton } from '../../../../web/components/link-button.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { SummaryList } from '../../../../web/components/summary-list.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { WordStatus } from '../../../../web/components/word-status.tsx';
import type { FormState } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';
import type { Office } from '../../../officers/index.ts';
import { type Finding, type Visit, isLate, subjects } from '../inspection.ts';
import { Quarterly } from './visits-page.tsx';

type Props = {
  view: View;
  office: Office;
  visits: readonly Visit[];
  findings: readonly Finding[];
  today: Day;
  mayRecord: boolean;
  mayMend: boolean;
  form: FormState;
};

export function HomeVisitsPage({ view, form, office, visits, findings, today, mayRecord, mayMend }: Props) {
  const { t } = view;
  const last = visits.find(({ visitedBy }) => visitedBy === 'inspection-committee')?.visitedOn ?? null;
  const open = findings.filter(({ mendedOn }) => mendedOn === null);
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p>
        <a href={`/homes/${office.id}`}>{office.name}</a>
      </p>
      <h1>{t('institutions.visits.ofHome')}</h1>
      <p>
        <Quarterly view={view} last={last} today={today} />
      </p>
      {mayRecord ? (
        <ButtonRow>
          <LinkButton href={`/homes/${office.id}/visit`}>{t('institutions.visit.title')}</LinkButton>
          <LinkButton href={`/homes/${office.id}/form-46.pdf`}>{t('institutions.printBlank')}</LinkButton>
        </ButtonRow>
      ) : null}
      <Findings view={view} findings={findings} today={today} />
      {mayMend && open.length > 0 ? <MendForm view={view} form={form} office={office} open={open} /> : null}
      <h2>{t('institutions.visits.done')}</h2>
      {visits.length === 0 ? <EmptyState view={view} title={t('institutions.visits.none')} text={t('institutions.visits.empty')} /> : null}
      {visits.map((visit) => (
        <OneVisit key={visit.id} view={view} visit={visit} office={office} />
      ))}
    </>
  );
}

function Findings({ view, findings, today }: Pick<Props, 'view' | 'findings' | 'today'>) {
  const { t } = view;
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title">{t('institutions.findings.title')}</h2>
      <ul class="status-list">
        {findings.map((finding) => (
          <li key={finding.id}>
            <WordStatus kind={finding.mendedOn ? 'done' : isLate(finding, today) ? 'late' : 'waiting'}>
              {whenWords(view, finding)}
            </WordStatus>{' '}
            <bdi>{finding.what}</bdi>
            {finding.mendedHow ? (
              <p class="quiet-text">
                <bdi>{finding.mendedHow}</bdi>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function whenWords(view: View, { mendBy, mendedOn }: Finding): string {
  if (mendedOn) return view.t('institutions.findings.mended', { on: formatDay(view, mendedOn) });
  return view.t('institutions.findings.by', { by: formatDay(view, mendBy) });
}

function MendForm({ view, form, office, open }: Pick<Props, 'view' | 'form' | 'office'> & { open: readonly Finding[] }) {
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`institutions.field.${name}`) });
  return (
    <Form view={view} action={`/homes/${office.id}/mended`}>
      <Radios {...about('finding')} options={open.map(({ id, what }) => ({ value: id, label: what }))} />
      <DateInput {...about('mendedOn')} />
      <TextArea {...about('mendedHow')} rows={3} maxLength={1000} />
      <Button>{t('institutions.findings.mend')}</Button>
    </Form>
  );
}

function OneVisit({ view, visit, office }: { view: View; visit: Visit; office: Office }) {
  const { t } = view;
  const said = [
    { label: t('institutions.field.members'), value: <bdi>{visit.members}</bdi> },
    ...(['childrenHeard', ...subjects, 'recommendation'] as const).flatMap((name) =>
      visit[name] ? [{ label: t(`institutions.field.${name}`), value: <bdi>{visit[name]}</bdi> }] : [],
    ),
  ];
  return (
    <details class="panel">
      <summary>
        {t('institutions.visits.one', { who: t(`institutions.visitor.${visit.visitedBy}`), on: formatDay(view, visit.visitedOn) })}
      </summary>
      <SummaryList view={view} rows={said} />
      <p>
        <a href={`/homes/${office.id}/form-46.pdf?visit=${visit.id}`}>{t('institutions.print', { form: 46 })}</a>
      </p>
    </details>
  );
}
