// One question of a citizen's report: where we are in words, the question, a button. Nothing else.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Progress } from '../../../web/components/progress.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { District } from '../../places/index.ts';
import type { QuestionName } from '../citizen-questions.ts';
import { FamilyQuestion, LooksQuestion, PhotographQuestion, YouQuestion } from './question-details.tsx';
import { WhenQuestion, WhereQuestion, WhoQuestion } from './question-basics.tsx';

export type QuestionProps = { view: View; form: FormState; districts: readonly District[]; hasPhotograph: boolean };

const bodies: Record<QuestionName, (props: QuestionProps) => preact.VNode> = {
  who: WhoQuestion,
  when: WhenQuestion,
  where: WhereQuestion,
  looks: LooksQuestion,
  family: FamilyQuestion,
  photograph: PhotographQuestion,
  you: YouQuestion,
};

/** `names`: all that are asked; `under`: the address each lies under. */
export function QuestionPage(props: QuestionProps & { name: QuestionName; names: readonly QuestionName[]; under: string }) {
  const { view, form, name, names, under } = props;
  const { t } = view;
  const step = names.indexOf(name) + 1;
  const Body = bodies[name];
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <Progress view={view} step={step} of={names.length} label={t(`missing-reports.short.${name}`)} />
      <h1>{t(`missing-reports.ask.${name}`)}</h1>
      <Form view={view} action={`${under}/${name}`} files={name === 'photograph'}>
        <Body {...props} />
        <Button>{t('missing-reports.ask.next')}</Button>
      </Form>
      {step > 1 ? (
        <p>
          <a href={`${under}/${names[step - 2]}`}>{t('missing-reports.ask.back')}</a>
        </p>
      ) : null}
    </>
  );
}
