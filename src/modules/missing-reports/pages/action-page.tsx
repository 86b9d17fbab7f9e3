// One thing done on a missing report: its title, why the law asks for it, its fields, a button.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type ChildRecord, recordPath } from '../../children/index.ts';
import type { Office } from '../../officers/index.ts';
import type { District } from '../../places/index.ts';
import type { ActionName } from '../next-actions.ts';
import { type NoticeChoices, NoticeFields, WithdrawNoticeFields } from '../../notices/index.ts';
import { CloseBody, ProducedBody, ReasonBody, TracedBody } from './outcome-bodies.tsx';
import {
  AgenciesBody,
  BarBody,
  DescriptionBody,
  FirBody,
  MoveBody,
  PhotographBody,
  RiskBody,
  StepBody,
  TraffickingBody,
  TransferBody,
} from './tracing-bodies.tsx';

/** What the lists of a form offer. */
export type Choices = NoticeChoices & {
  units: readonly Office[];
  stations: readonly Office[];
  districts: readonly District[];
};

export type ActionBodyProps = { view: View; form: FormState; choices: Choices };
type ActionProps = ActionBodyProps & { record: ChildRecord; name: ActionName; suffix: string };

const bodies: Record<ActionName, (props: ActionBodyProps) => preact.VNode> = {
  fir: FirBody,
  move: MoveBody,
  risk: RiskBody,
  forward: StepBody,
  'legal-services': StepBody,
  agencies: AgenciesBody,
  'hue-and-cry': StepBody,
  photograph: PhotographBody,
  notice: NoticeFields,
  'notice/withdraw': WithdrawNoticeFields,
  trafficking: TraffickingBody,
  transfer: TransferBody,
  progress: StepBody,
  description: DescriptionBody,
  traced: TracedBody,
  produced: ProducedBody,
  close: CloseBody,
  reopen: ReasonBody,
  bar: BarBody,
};

export function ActionPage(props: ActionProps) {
  const { view, form, record, name, suffix } = props;
  const { t } = view;
  const key = name.replace('/', '-');
  const Body = bodies[name];
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p>
        <a href={`${recordPath(record)}${suffix}`}>{record.reference}</a>
      </p>
      <h1>{t(`missing-reports.action.${key}`)}</h1>
      <p class="hint">{t(`missing-reports.why.${key}`)}</p>
      <Form view={view} action={`${recordPath(record)}/${name}${suffix}`} files={name === 'photograph'}>
        <Body {...props} />
        <Button>{t(`missing-reports.do.${key}`)}</Button>
      </Form>
    </>
  );
}
