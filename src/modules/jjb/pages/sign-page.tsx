// An order that waits for signatures: its words, who has signed, and the reader's own name to sign by.
import type { OfficerActor } from '../../../platform/context.ts';
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Paper } from '../paper-store.ts';
import { type Proceeding, numberOf } from '../proceeding.ts';
import type { Step } from '../step.ts';
import { casePath } from './board-page.tsx';
import { type Names, SaidWords, linesOf } from './words.tsx';

export function SignPage(props: {
  view: View;
  form: FormState;
  proceeding: Proceeding;
  paper: Paper;
  step: Step;
  reader: OfficerActor;
  names: Names;
}) {
  const { view, form, proceeding, paper, step, reader, names } = props;
  const { t } = view;
  const path = `${casePath(proceeding)}/papers/${paper.id}`;
  const signedByReader = paper.bench.some(({ officerId, signedAt }) => officerId === reader.officerId && signedAt !== null);
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={casePath(proceeding)}>{t('jjb.case.back', { number: numberOf(proceeding) })}</a>
      </p>
      <h1>{t('jjb.step.title', { step: t(`jjb.step.${step.code}`), name: proceeding.identity?.name ?? '' })}</h1>
      <p>{t('jjb.sign.why')}</p>
      <p class="quiet-text">
        {t('jjb.case.paperBy', { when: formatMoment(view, paper.happenedAt), who: paper.byOfficer, office: paper.byOffice })}
      </p>
      <SaidWords lines={linesOf(view, step.fields, paper.said!, names)} />
      <Signatures view={view} paper={paper} />
      {signedByReader ? null : (
        <Form view={view} action={`${path}/sign`}>
          <TextInput
            view={view}
            form={form}
            name="consent"
            label={t('jjb.sign.consent')}
            hint={t('jjb.sign.consentHint', { name: reader.name })}
            maxLength={200}
          />
          <Button>{t('jjb.sign.sign')}</Button>
        </Form>
      )}
      <Form view={view} action={`${path}/withdraw`}>
        <Button kind="secondary">{t('jjb.sign.withdraw')}</Button>
      </Form>
    </>
  );
}

/** Of those named, who has signed and when. */
export function Signatures({ view, paper }: { view: View; paper: Paper }) {
  const { t } = view;
  return (
    <ul class="plain">
      {paper.bench.map(({ officerId, name, signedAt }) => (
        <li key={officerId}>
          {signedAt ? t('jjb.sign.signed', { who: name, when: formatMoment(view, signedAt) }) : t('jjb.sign.waits', { who: name })}
        </li>
      ))}
    </ul>
  );
}
