// A paper of many fields: written part by part by more than one, and as it was handed in.
import { paiseOf } from '../../../kernel/money.ts';
import { type Day, isDay } from '../../../kernel/time.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type KeptPaper, type PaperAnswers, lackingIn, saysAbuse } from '../papers/paper.ts';
import { type PaperField, papers, sectionsOf } from '../papers/paper-fields.ts';
import { type Asked, Field } from './form-sheet.tsx';
import { rupees } from './words.tsx';

export function answerInWords(view: View, field: PaperField, value: string): string {
  if (field.kind === 'choice') return view.t(`family-care.answer.${value}`);
  if (field.kind === 'day' && isDay(value)) return formatDay(view, value as Day);
  return field.kind === 'number' && field.name === 'income' ? rupees(paiseOf(Number(value))) : value;
}

function askedOf(field: PaperField): Asked {
  const { name, kind, needed } = field;
  const optional = needed ? {} : { optional: true as const };
  if ('options' in field) return { name, as: 'radios', group: 'answer', options: field.options, ...optional };
  return { name, as: kind as 'line' | 'text' | 'day' | 'number', ...optional };
}

type Props = { view: View; title: string; path: string; back: string; paper: KeptPaper; answers: PaperAnswers };

export function PaperFormPage({ view, form, title, path, back, paper, answers }: Props & { form: FormState }) {
  const { t } = view;
  const lacking = lackingIn(paper.kind, answers);
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={back}>{t('family-care.back')}</a>
      </p>
      <h1>{title}</h1>
      <p>{t(`family-care.why.${paper.kind}`)}</p>
      <Form view={view} action={path}>
        <Hidden name="seen" value={String(paper.version)} />
        {sectionsOf(paper.kind).map((section) => (
          <section key={section}>
            <h2>{t(`family-care.section.${section}`)}</h2>
            {papers[paper.kind].fields
              .filter((field) => field.section === section)
              .map((field) => (
                <Field key={field.name} view={view} form={form} asked={askedOf(field)} />
              ))}
          </section>
        ))}
        <Button>{t('family-care.save')}</Button>
      </Form>
      <section class="panel" aria-labelledby="hand-in-title">
        <h2 id="hand-in-title">{t('family-care.handIn')}</h2>
        {lacking.length > 0 ? (
          <p>
            {t('family-care.lacking')} {lacking.map((name) => t(`family-care.field.${name}`)).join('; ')}
          </p>
        ) : (
          <Form view={view} action={`${path}/hand-in`}>
            {saysAbuse(answers) && paper.kind === 'foster-inspection' ? (
              <p role="note">
                <WordStatus kind="late">{t('family-care.abuse')}</WordStatus>
              </p>
            ) : null}
            <p>{t('family-care.handIn.why')}</p>
            <Button kind="secondary">{t('family-care.handIn')}</Button>
          </Form>
        )}
      </section>
    </>
  );
}

/** Somebody handed it in while this was typed: what was typed is shown, to be told another way. */
function NotSaved({ view, paper, answers, values }: Pick<Props, 'view' | 'paper' | 'answers'> & { values: FormState['values'] }) {
  const typed = papers[paper.kind].fields.filter(({ name }) => values[name] && String(values[name]) !== (answers.get(name)?.value ?? ''));
  if (typed.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="typed-title">
      <h2 id="typed-title">{view.t('family-care.typed')}</h2>
      <SummaryList
        view={view}
        rows={typed.map((field) => ({
          label: view.t(`family-care.field.${field.name}`),
          value: <bdi>{answerInWords(view, field, String(values[field.name]))}</bdi>,
        }))}
      />
    </section>
  );
}

export function PaperReadPage({ view, form, title, path, back, paper, answers }: Props & { form: FormState }) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={back}>{t('family-care.back')}</a>
      </p>
      <h1>{title}</h1>
      <p>
        {t('family-care.handedIn', { by: paper.submittedBy ?? '', on: paper.submittedAt ? formatMoment(view, paper.submittedAt) : '' })}
      </p>
      <NotSaved view={view} paper={paper} answers={answers} values={form.values} />
      {saysAbuse(answers) && paper.kind === 'foster-inspection' ? (
        <p role="note">
          <WordStatus kind="late">{t('family-care.abuse')}</WordStatus>
        </p>
      ) : null}
      {sectionsOf(paper.kind).map((section) => (
        <section key={section}>
          <h2>{t(`family-care.section.${section}`)}</h2>
          <SummaryList
            view={view}
            rows={papers[paper.kind].fields
              .filter((field) => field.section === section)
              .map((field) => {
                const value = answers.get(field.name)?.value;
                return {
                  label: t(`family-care.field.${field.name}`),
                  value: value ? <bdi>{answerInWords(view, field, value)}</bdi> : null,
                };
              })}
          />
        </section>
      ))}
      <p>
        <a href={`${path}/print.pdf`}>{t('family-care.print')}</a>
      </p>
    </>
  );
}
