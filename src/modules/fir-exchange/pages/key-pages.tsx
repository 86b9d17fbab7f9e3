// What keepers of nodes do, one page each: enter a key, look at it before the yes, confirm it, revoke it; open a node.
import type { ComponentChildren } from 'preact';
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { type Option, Select } from '../../../web/components/select.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { KeyDraft } from '../trust/form.ts';
import type { EnteredKey, KeptKey, KeptNode } from '../trust/keys-store.ts';
import { Print, validityOf } from './node-page.tsx';

type OfNode = { view: View; node: KeptNode };

function Under({ node, title, children }: OfNode & { title: string; children: ComponentChildren }) {
  return (
    <>
      <p class="back">
        <a href={`/exchange/nodes/${node.code}`}>
          <bdi>{node.name}</bdi>
        </a>{' '}
        ›
      </p>
      <h1>{title}</h1>
      {children}
    </>
  );
}

export function EnterKeyPage({ view, node, form }: OfNode & { form: FormState }) {
  const { t } = view;
  const field = { view, form };
  return (
    <Under view={view} node={node} title={t('exchange-nodes.enter.title')}>
      <ErrorSummary view={view} form={form} />
      <p>{t('exchange-nodes.enter.about')}</p>
      <Form view={view} action={`/exchange/nodes/${node.code}/key`}>
        <TextArea
          {...field}
          name="publicKey"
          label={t('exchange-nodes.field.publicKey')}
          hint={t('exchange-nodes.hint.publicKey')}
          rows={5}
          maxLength={2000}
        />
        <DateInput {...field} name="validFrom" label={t('exchange-nodes.field.validFrom')} latest={null} />
        <DateInput {...field} name="validUntil" label={t('exchange-nodes.field.validUntil')} latest={null} optional />
        <Button>{t('exchange-nodes.enter.look')}</Button>
      </Form>
    </Under>
  );
}

function KeyFacts({
  view,
  keyId,
  publicKey,
  validFrom,
  validUntil,
}: { view: View } & Pick<KeptKey, 'keyId' | 'publicKey' | 'validFrom' | 'validUntil'>) {
  const { t } = view;
  return (
    <SummaryList
      view={view}
      rows={[
        { label: t('exchange-nodes.column.key'), value: <code>{keyId}</code> },
        { label: t('exchange-nodes.column.print'), value: <Print raw={publicKey} /> },
        { label: t('exchange-nodes.column.validity'), value: validityOf(view, { validFrom, validUntil }) },
      ]}
    />
  );
}

export function PreviewKeyPage({ view, node, key, draft }: OfNode & { key: EnteredKey; draft: KeyDraft }) {
  const { t } = view;
  return (
    <Under view={view} node={node} title={t('exchange-nodes.preview.title')}>
      <p>{t('exchange-nodes.preview.about')}</p>
      <KeyFacts view={view} {...key} />
      <Form view={view} action={`/exchange/nodes/${node.code}/key/preview`}>
        <Hidden name="publicKey" value={draft.publicKey} />
        <Hidden name="validFrom" value={draft.validFrom} />
        {draft.validUntil ? <Hidden name="validUntil" value={draft.validUntil} /> : null}
        <Button>{t(node.stateCode === null ? 'exchange-nodes.preview.inForce' : 'exchange-nodes.preview.enter')}</Button>
      </Form>
      <p>
        <a href={`/exchange/nodes/${node.code}/key`}>{t('exchange-nodes.preview.other')}</a>
      </p>
    </Under>
  );
}

export function ConfirmKeyPage({ view, node, key, form }: OfNode & { key: KeptKey; form: FormState }) {
  const { t } = view;
  return (
    <Under view={view} node={node} title={t('exchange-nodes.confirm.title')}>
      <ErrorSummary view={view} form={form} />
      <p>{t('exchange-nodes.confirm.about')}</p>
      <KeyFacts view={view} {...key} />
      <Form view={view} action={`/exchange/nodes/${node.code}/confirm`}>
        <Hidden name="key" value={key.keyId} />
        <Button>{t('exchange-nodes.confirm.yes')}</Button>
      </Form>
    </Under>
  );
}

export function RevokeKeyPage({ view, node, key, form }: OfNode & { key: KeptKey; form: FormState }) {
  const { t } = view;
  return (
    <Under view={view} node={node} title={t('exchange-nodes.revoke.title')}>
      <ErrorSummary view={view} form={form} />
      <p>{t('exchange-nodes.revoke.about')}</p>
      <KeyFacts view={view} {...key} />
      <Form view={view} action={`/exchange/nodes/${node.code}/revoke`}>
        <Hidden name="key" value={key.keyId} />
        <TextInput view={view} form={form} name="reason" label={t('exchange-nodes.field.reason')} maxLength={300} />
        <Button>{t('exchange-nodes.revoke.yes')}</Button>
      </Form>
    </Under>
  );
}

export function OpenNodePage({
  view,
  states,
  gridCode,
  form,
}: {
  view: View;
  states: readonly Option[];
  gridCode: string;
  form: FormState;
}) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <p>
        <a href="/exchange/nodes">{t('exchange-nodes.title')}</a>
      </p>
      <h1>{t('exchange-nodes.open.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>{t('exchange-nodes.open.about', { grid: gridCode })}</p>
      <Form view={view} action="/exchange/nodes/new">
        <Select {...field} name="state" label={t('exchange-nodes.field.state')} options={states} blank={t('exchange-nodes.everyState')} />
        <TextInput {...field} name="name" label={t('exchange-nodes.field.name')} maxLength={120} />
        <TextInput {...field} name="messagesAMinute" label={t('exchange-nodes.field.messagesAMinute')} width="short" />
        <TextInput {...field} name="silentAfterHours" label={t('exchange-nodes.field.silentAfterHours')} width="short" />
        <Button>{t('exchange-nodes.open.yes')}</Button>
      </Form>
    </>
  );
}
