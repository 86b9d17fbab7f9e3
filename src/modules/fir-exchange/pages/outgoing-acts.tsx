// What a keeper of a node does about a message that did not arrive, and where the nation has the node called: each says first what will come of it.
import type { ComponentChildren } from 'preact';
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { SummaryList } from '../../../web/components/summary-list.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { DeadLetter } from '../outbox/desk-store.ts';
import type { KeptNode } from '../trust/keys-store.ts';
import { failureWords } from './outgoing-words.ts';
import { paperOfStation } from './paper-words.ts';

type ActProps = { view: View; form: FormState };

function Act({ view, form, title, children }: ActProps & { title: string; children: ComponentChildren }) {
  return (
    <>
      <p class="back">
        <a href="/exchange/outgoing">{view.t('exchange-outgoing.title')}</a> ›
      </p>
      <h1>{title}</h1>
      <ErrorSummary view={view} form={form} />
      {children}
    </>
  );
}

function LetterFacts({ view, letter }: { view: View; letter: DeadLetter }) {
  const { t } = view;
  return (
    <SummaryList
      view={view}
      rows={[
        { label: t('exchange-outgoing.column.node'), value: <bdi>{letter.nodeName}</bdi> },
        { label: t('exchange-outgoing.column.paper'), value: <bdi>{paperOfStation(view, letter.paperKey, letter.stationName)}</bdi> },
        { label: t('exchange-outgoing.column.what'), value: t(`exchange-outgoing.what.${letter.what}`) },
        { label: t('exchange-outgoing.column.since'), value: formatMoment(view, letter.createdAt) },
        {
          label: t('exchange-outgoing.column.why'),
          value: `${failureWords(view, letter.reason)} ${t('exchange-outgoing.tries', { count: letter.attempts })}`,
        },
      ]}
    />
  );
}

/** `letter` null: all of the node. */
export function ReplayPage({ view, node, letter, dead, form }: ActProps & { node: KeptNode; letter: DeadLetter | null; dead: number }) {
  const { t } = view;
  return (
    <Act view={view} form={form} title={t('exchange-outgoing.again.title')}>
      {letter || dead > 0 ? <p>{t('exchange-outgoing.again.about')}</p> : null}
      {letter ? (
        <LetterFacts view={view} letter={letter} />
      ) : (
        <p>{t('exchange-outgoing.again.ofNode', { node: node.name, count: dead })}</p>
      )}
      {letter || dead > 0 ? (
        <Form view={view} action={`/exchange/outgoing/${node.code}/again`}>
          {letter ? <Hidden name="message" value={String(letter.sequence)} /> : null}
          <Button>{t('exchange-outgoing.again.yes')}</Button>
        </Form>
      ) : null}
    </Act>
  );
}

export function PutAsidePage({ view, letter, form }: ActProps & { letter: DeadLetter }) {
  const { t } = view;
  return (
    <Act view={view} form={form} title={t('exchange-outgoing.aside.title')}>
      <p>{t('exchange-outgoing.aside.about', { count: letter.behind })}</p>
      <LetterFacts view={view} letter={letter} />
      <Form view={view} action={`/exchange/outgoing/${letter.nodeCode}/aside`}>
        <Hidden name="message" value={String(letter.sequence)} />
        <TextInput view={view} form={form} name="reason" label={t('exchange-outgoing.field.reason')} maxLength={300} />
        <Button>{t('exchange-outgoing.aside.yes')}</Button>
      </Form>
    </Act>
  );
}

export function AddressPage({ view, node, form }: ActProps & { node: KeptNode }) {
  const { t } = view;
  return (
    <>
      <p class="back">
        <a href={`/exchange/nodes/${node.code}`}>
          <bdi>{node.name}</bdi>
        </a>{' '}
        ›
      </p>
      <h1>{t('exchange-outgoing.address.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>{t('exchange-outgoing.address.about')}</p>
      <Form view={view} action={`/exchange/nodes/${node.code}/address`}>
        <TextInput
          view={view}
          form={form}
          name="address"
          label={t('exchange-outgoing.field.address')}
          hint={t('exchange-outgoing.hint.address')}
          maxLength={300}
          optional
        />
        <Button>{t('exchange-outgoing.address.yes')}</Button>
      </Form>
    </>
  );
}
