// Answering one point: done, not applicable, not yet. Without a point in the address, the points to choose from.
import { dayOf } from '../../../kernel/time.ts';
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Owed } from '../answer-store.ts';
import type { Directive } from '../directive.ts';
import { answers } from '../term.ts';
import { answerPath } from './strip.tsx';
import { periodInWords } from './words.tsx';

type Props = { view: View; directive: Directive; owed: readonly Owed[]; asked: Owed | undefined; form: FormState };

export function AnswerPage({ view, directive, owed, asked, form }: Props) {
  const { t } = view;
  return (
    <>
      <p class="back">
        <a href={`/directives/${directive.id}`}>{directive.title}</a>
      </p>
      <h1>{t('directives.answer.title')}</h1>
      <ErrorSummary view={view} form={form} />
      {asked ? <AnswerForm view={view} asked={asked} form={form} /> : <Choose view={view} owed={owed} />}
    </>
  );
}

function Choose({ view, owed }: { view: View; owed: readonly Owed[] }) {
  if (owed.length === 0) return <p>{view.t('directives.answer.nothing')}</p>;
  return (
    <ul>
      {owed.map((one) => (
        <li key={`${one.pointId} ${one.period}`}>
          <a href={answerPath(one)}>{one.what}</a> {periodInWords(view, one.repeats, one.period)}
        </li>
      ))}
    </ul>
  );
}

function AnswerForm({ view, asked, form }: { view: View; asked: Owed; form: FormState }) {
  const { t } = view;
  const period = periodInWords(view, asked.repeats, asked.period);
  return (
    <Form view={view} action={answerPath(asked)}>
      <p class="lead" dir="auto">
        {asked.what}
        {period ? ` (${period})` : ''}
      </p>
      {asked.lateAfter ? (
        <p class="hint">
          {t('directives.by', { at: formatMoment(view, asked.lateAfter) })}{' '}
          {asked.dueBasis ? t(`directives.basis.${asked.dueBasis}`) : null}
        </p>
      ) : null}
      <Hidden name="point" value={asked.pointId} />
      <Hidden name="period" value={asked.period} />
      <Radios
        view={view}
        form={form}
        name="answer"
        label={t('directives.field.answer')}
        options={answers.map((value) => ({ value, label: t(`directives.answer.${value}`), hint: t(`directives.answerHint.${value}`) }))}
      />
      <DateInput view={view} form={form} name="doneOn" label={t('directives.field.doneOn')} latest={dayOf(view.now)} optional />
      {asked.figure ? (
        <TextInput view={view} form={form} name="figure" label={asked.figure} hint={t('directives.hint.figure')} width="short" />
      ) : null}
      <TextArea
        view={view}
        form={form}
        name="sentence"
        label={t('directives.field.sentence')}
        hint={t('directives.hint.sentence')}
        rows={3}
        optional
      />
      <p class="hint">{t('directives.answer.stays')}</p>
      <Button>{t('directives.answer.send')}</Button>
    </Form>
  );
}
