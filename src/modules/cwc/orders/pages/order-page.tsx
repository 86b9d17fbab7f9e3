// One order: its words as they stand, who signed and who is awaited, and what this reader may do about it.
import type { ComponentChildren } from 'preact';
import { formatDay, formatMoment } from '../../../../platform/i18n/index.ts';
import { Button } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../../web/components/form.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { StatusList, WordStatus } from '../../../../web/components/word-status.tsx';
import type { View } from '../../../../web/view.ts';
import { type FileFormProps, carried } from '../../pages/file-form.tsx';
import { type Order, numberOf, standingOf } from '../order.ts';

export type OrderShown = {
  order: Order;
  correctsNumber: string | null;
  correctedBy: string | null;
  /** Their own session: the member whose signature this page takes; null for everybody else. */
  signsAs: string | null;
  mayWithdraw: boolean;
  /** What it asks for may be said to be done. */
  mayCarryOut: boolean;
  /** An escort whose journey nobody wrote down yet. */
  mayTellJourney: boolean;
  /** Of whoever reads the file. */
  fileHref: string;
};

export function OrderPage({ view, form, reference, title, shown }: FileFormProps & { shown: OrderShown }) {
  const { t } = view;
  const { order } = shown;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={shown.fileHref}>{reference}</a>
      </p>
      <h1>{title}</h1>
      <p>
        <OrderStanding view={view} order={order} />
      </p>
      {shown.correctsNumber ? <p>{t('cwc-orders.corrects', { number: shown.correctsNumber })}</p> : null}
      {shown.correctedBy ? <p>{t('cwc-orders.correctedBy', { number: shown.correctedBy })}</p> : null}
      <blockquote class="order-text" lang={order.language} dir="auto">
        {order.text}
      </blockquote>
      <p>
        <a href={carried(view, `/cwc/${reference}/orders/${order.id}/order.pdf`)}>{t('cwc-papers.printOrder')}</a>
      </p>
      <h2>{t('cwc-orders.signers')}</h2>
      <StatusList
        items={order.signers.map(({ name, signedAt }) => ({
          kind: signedAt ? 'done' : 'waiting',
          text: signedAt ? t('cwc-orders.signed', { name, when: formatMoment(view, signedAt) }) : t('cwc-orders.unsigned', { name }),
        }))}
      />
      {shown.signsAs ? (
        <StepForm view={view} reference={reference} order={order} step="sign" label={t('cwc-orders.sign')}>
          <TextInput
            view={view}
            form={form}
            name="consent"
            label={t('cwc-orders.field.consent')}
            hint={t('cwc-orders.hint.consent', { name: shown.signsAs })}
            maxLength={200}
          />
        </StepForm>
      ) : null}
      {shown.mayCarryOut ? (
        <StepForm view={view} reference={reference} order={order} step="done" label={t('cwc-orders.carryOut')}>
          <DateInput view={view} form={form} name="doneOn" label={t(`cwc-orders.done.${order.type}`)} />
        </StepForm>
      ) : null}
      {shown.mayTellJourney ? (
        <p>
          <a href={carried(view, `/cwc/${reference}/journey?order=${order.id}`)}>{t('cwc-moves.journey.save')}</a>
        </p>
      ) : null}
      {shown.mayWithdraw ? (
        <StepForm view={view} reference={reference} order={order} step="withdraw" label={t('cwc-orders.withdraw')} />
      ) : null}
    </>
  );
}

type StepProps = { view: View; reference: string; order: Order; step: string; label: string; children?: ComponentChildren };

function StepForm({ view, reference, order, step, label, children }: StepProps) {
  return (
    <Form view={view} action={carried(view, `/cwc/${reference}/orders/${order.id}`)}>
      <Hidden name="step" value={step} />
      {children}
      <Button kind={step === 'withdraw' ? 'secondary' : 'primary'}>{label}</Button>
    </Form>
  );
}

export function OrderStanding({ view, order }: { view: View; order: Order }) {
  const { t } = view;
  const standing = standingOf(order);
  const signed = order.signers.filter(({ signedAt }) => signedAt !== null).length;
  if (standing === 'made') {
    const done = order.doneOn ? ` ${t('cwc-orders.doneOn', { day: formatDay(view, order.doneOn) })}` : '';
    return (
      <WordStatus kind="done">
        {t('cwc-orders.made', { when: formatMoment(view, order.madeAt!) })}
        {done}
      </WordStatus>
    );
  }
  if (standing === 'withdrawn') return <WordStatus kind="late">{t('cwc-orders.withdrawn', { number: numberOf(order) })}</WordStatus>;
  return <WordStatus kind="waiting">{t('cwc-orders.draft', { signed, named: order.signers.length })}</WordStatus>;
}
