// One placing: how it stands and what may be done next, its money, its papers, and why it should stop, if anything says so.
import { formatDay } from '../../../platform/i18n/index.ts';
import { paiseOf } from '../../../kernel/money.ts';
import { dayOf } from '../../../kernel/time.ts';
import { Button } from '../../../web/components/button.tsx';
import { Columns } from '../../../web/components/columns.tsx';
import { Form } from '../../../web/components/form.tsx';
import { ButtonRow, LinkButton } from '../../../web/components/link-button.tsx';
import { SummaryList, type SummaryRow } from '../../../web/components/summary-list.tsx';
import { Table } from '../../../web/components/table.tsx';
import { WordStatus } from '../../../web/components/word-status.tsx';
import type { View } from '../../../web/view.ts';
import type { StopSign } from '../../../law/index.ts';
import type { FosterFamily } from '../families/family.ts';
import type { KeptPaper } from '../papers/paper.ts';
import type { PaperKind } from '../papers/paper-fields.ts';
import type { Due } from '../payments/payment.ts';
import { type Placing, masked, needsApproval, stateOf } from '../placings/placing.ts';
import { DueWord, StateWord, paperName, periodInWords, rupees } from './words.tsx';

export type PlacingPageProps = {
  view: View;
  title: string;
  reference: string;
  placing: Placing;
  family: FosterFamily | undefined;
  dues: readonly Due[];
  signs: readonly StopSign[];
  papers: readonly KeptPaper[];
  begins: readonly PaperKind[];
  mayWrite: boolean;
  mayDecide: boolean;
};

export function PlacingPage(props: PlacingPageProps) {
  const { view, title, reference, placing, dues, signs } = props;
  const { t } = view;
  return (
    <>
      <p class="reference">
        <a href={`/found/${reference}/family-care`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <StateWord view={view} state={stateOf(placing)} />
      </p>
      {signs.length > 0 ? (
        <section class="panel" aria-labelledby="signs-title">
          <h2 id="signs-title">{t('family-care.signs.title')}</h2>
          <p>
            <WordStatus kind="late">{signs.map((sign) => t(`family-care.sign.${sign}`)).join('; ')}</WordStatus>
          </p>
          <p>{t('family-care.signs.person')}</p>
        </section>
      ) : null}
      <Acts {...props} />
      <Columns aside={<Facts {...props} />}>
        {dues.length > 0 ? (
          <Table
            caption={t('family-care.payments.title')}
            columns={['period', 'amount', 'stands', 'voucher'].map((name) => ({
              label: t(`family-care.column.${name}`),
              numeric: name === 'amount',
            }))}
            rows={dues.map((due) => ({
              id: due.period,
              cells: [
                periodInWords(view, due.period),
                rupees(due.payment?.amount ?? due.amount),
                <DueWord view={view} due={due} />,
                due.payment?.voucher ?? '',
              ],
            }))}
          />
        ) : null}
        <Papers {...props} />
        <Approvals {...props} />
      </Columns>
    </>
  );
}

function Acts({ view, reference, placing, dues, mayWrite, mayDecide }: PlacingPageProps) {
  const { t } = view;
  const base = `/found/${reference}/family-care/placings/${placing.id}`;
  const state = stateOf(placing);
  const acts: [boolean, string][] = [
    [mayWrite && needsApproval(placing.kind) && (state === 'applied' || state === 'returned'), 'approve'],
    [mayDecide && state === 'approved', 'order'],
    [mayWrite && dues.some((due) => due.state !== 'paid'), 'pay'],
    [(mayWrite || mayDecide) && placing.endedOn === null, 'end'],
  ];
  return (
    <ButtonRow>
      {acts.flatMap(([may, act]) =>
        may ? (
          <LinkButton key={act} href={`${base}/${act}`}>
            {t(act === 'end' && placing.fromOn === null ? 'family-care.act.withdraw' : `family-care.act.${act}`)}
          </LinkButton>
        ) : (
          []
        ),
      )}
      {placing.fromOn && placing.kind !== 'kinship' ? <a href={`${base}/order.pdf`}>{t('family-care.print')}</a> : null}
    </ButtonRow>
  );
}

function Facts({ view, placing, family }: PlacingPageProps) {
  const { t } = view;
  const { words, orderWords } = placing;
  const said = (label: string, value: string | null | undefined): SummaryRow[] =>
    value ? [{ label: t(label), value: <bdi>{value}</bdi> }] : [];
  return (
    <SummaryList
      view={view}
      rows={[
        ...said('family-care.field.form', placing.form && t(`family-care.form.${placing.form}`)),
        ...said('family-care.field.hardships', placing.hardships.map((one) => t(`family-care.hardship.${one}`)).join('; ')),
        ...said('family-care.field.carerName', words.carerName),
        ...said('family-care.field.relation', words.relation && t(`family-care.relation.${words.relation}`)),
        ...said('family-care.field.address', words.address),
        ...said('family-care.field.organisation', words.organisation),
        ...said('family-care.field.family', family?.words.name),
        ...said('family-care.field.income', words.income === undefined ? null : rupees(paiseOf(words.income))),
        ...said('family-care.field.incomeProof', words.incomeProof && t(`family-care.incomeProof.${words.incomeProof}`)),
        ...said('family-care.field.why', words.why),
        ...said('family-care.field.appliedOn', `${formatDay(view, placing.appliedOn)}, ${placing.appliedBy}`),
        ...said('family-care.field.order', placing.orderNumber),
        ...said('family-care.field.fromOn', placing.fromOn && formatDay(view, placing.fromOn)),
        ...said('family-care.field.toOn', placing.toOn && formatDay(view, placing.toOn)),
        ...said(
          'family-care.field.pays',
          placing.pays && `${t(`family-care.pays.${placing.pays}`)}${placing.amount ? `: ${rupees(placing.amount)}` : ''}`,
        ),
        ...said('family-care.field.purposes', placing.purposes.map((one) => t(`family-care.purpose.${one}`)).join('; ')),
        ...said('family-care.field.account', orderWords.account && `${masked(orderWords.account)} ${orderWords.branch ?? ''}`),
        ...said('family-care.field.operator', orderWords.operator),
        ...said('family-care.field.endedOn', placing.endedOn && `${formatDay(view, placing.endedOn)}, ${placing.endedBy ?? ''}`),
        ...said('family-care.field.because', placing.endedBecause && t(`family-care.ending.${placing.endedBecause}`)),
        ...said('family-care.field.reasons', placing.endReasons),
      ]}
    />
  );
}

function Papers({ view, reference, placing, papers, begins }: PlacingPageProps) {
  const { t } = view;
  const base = `/found/${reference}/family-care`;
  return (
    <section aria-labelledby="papers-title">
      <h2 id="papers-title">{t('family-care.papers.title')}</h2>
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <a href={`${base}/papers/${paper.id}`}>{paperName(view, paper.kind)}</a>{' '}
            <span class="quiet-text">
              {paper.submittedAt
                ? t('family-care.handedIn', { by: paper.submittedBy ?? '', on: formatDay(view, dayOf(paper.submittedAt)) })
                : t('family-care.draft', { by: paper.begunBy })}
            </span>
          </li>
        ))}
      </ul>
      {begins.map((kind) => (
        <Form key={kind} view={view} action={`${base}/placings/${placing.id}/papers/${kind}`} inline>
          <Button kind="secondary">{t(`family-care.begin.${kind}`)}</Button>
        </Form>
      ))}
    </section>
  );
}

function Approvals({ view, placing }: PlacingPageProps) {
  const { t } = view;
  return placing.approvals.map((approval, at) => (
    <section key={at} class="panel">
      <h2>{t('family-care.approval.title', { on: formatDay(view, approval.metOn) })}</h2>
      <p>{t(`family-care.decision.${approval.decision}`)}</p>
      <p dir="auto">{approval.reasons}</p>
      <p>{approval.members.map(({ name, standing }) => `${name} (${t(`family-care.standing.${standing}`)})`).join(', ')}</p>
    </section>
  ));
}
