// Partners on the desk: who shows notices and until when, recalls nobody confirmed with their age, registering one, and its token shown once.
import { dayOf, minutesBetween } from '../../../../kernel/time.ts';
import { formatDay, formatMoment } from '../../../../platform/i18n/index.ts';
import { Button } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../../web/components/form.tsx';
import { LinkButton } from '../../../../web/components/link-button.tsx';
import { type Option, Select } from '../../../../web/components/select.tsx';
import { Table } from '../../../../web/components/table.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import type { FormState } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';
import type { OpenRecall, Partner } from '../partner-store.ts';
import { isOverdue, partnerKinds } from '../partner.ts';

type PartnersProps = { view: View; partners: readonly Partner[]; recalls: readonly OpenRecall[]; names: ReadonlyMap<string, string> };

function Recalls({ view, recalls }: { view: View; recalls: readonly OpenRecall[] }) {
  const { t, now } = view;
  const rows = recalls.map((one) => ({
    id: one.id,
    cells: [
      one.partnerName,
      `${one.contactName}, ${one.contactEmail}`,
      formatMoment(view, one.recalledAt),
      t(isOverdue(one.recalledAt, now) ? 'notices.recall.overdue' : 'notices.recall.waiting', {
        hours: Math.floor(minutesBetween(one.recalledAt, now) / 60),
      }),
      one.failure ? t('notices.recall.tried', { count: one.attempts, failure: one.failure }) : t('notices.recall.notTried'),
    ],
  }));
  const columns = ['partner', 'contact', 'recalledAt', 'age', 'calls'].map((name) => ({ label: t(`notices.recall.${name}`) }));
  return <Table caption={t('notices.recall.title')} columns={columns} rows={rows} empty={<p>{t('notices.recall.none')}</p>} />;
}

export function PartnersPage({ view, partners, recalls, names }: PartnersProps) {
  const { t, now } = view;
  const rows = partners.map((one) => {
    const over = one.endedAt !== null || one.validUntil <= now;
    return {
      id: one.id,
      cells: [
        one.name,
        t(`notices.partnerKind.${one.kind}`),
        one.purpose,
        t('notices.partners.scope', { state: names.get(one.stateCode) ?? one.stateCode, from: one.ageFrom, to: one.ageTo }),
        over ? t('notices.partners.over') : formatDay(view, dayOf(one.validUntil)),
        one.embedOrigin && !over ? <code>/embed?of={one.embedKey}</code> : '',
        over ? (
          ''
        ) : (
          <Form view={view} action="/notice-partners/end" inline>
            <Hidden name="partner" value={one.id} />
            <Button kind="secondary">{t('notices.partners.end')}</Button>
          </Form>
        ),
      ],
    };
  });
  const columns = ['name', 'kind', 'purpose', 'mayShow', 'until', 'frame', 'do'].map((name) => ({ label: t(`notices.partners.${name}`) }));
  return (
    <>
      <h1>{t('notices.partners.title')}</h1>
      <p>{t('notices.partners.about')}</p>
      <Recalls view={view} recalls={recalls} />
      <LinkButton href="/notice-partners/new">{t('notices.partners.new')}</LinkButton>
      <Table caption={t('notices.partners.all')} columns={columns} rows={rows} empty={<p>{t('notices.partners.none')}</p>} />
    </>
  );
}

/** `states`: none for whoever keeps one State's alone. */
export function NewPartnerPage({ view, form, states }: { view: View; form: FormState; states: readonly Option[] }) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <h1>{t('notices.partners.new')}</h1>
      <ErrorSummary view={view} form={form} />
      <Form view={view} action="/notice-partners/new">
        <TextInput {...field} name="name" label={t('notices.partners.name')} maxLength={120} />
        <Select
          {...field}
          name="kind"
          label={t('notices.partners.kind')}
          options={partnerKinds.map((value) => ({ value, label: t(`notices.partnerKind.${value}`) }))}
        />
        <TextArea {...field} name="purpose" label={t('notices.partners.purpose')} />
        <TextInput {...field} name="contactName" label={t('notices.partners.contactName')} maxLength={120} />
        <TextInput {...field} name="contactEmail" label={t('notices.partners.contactEmail')} maxLength={200} />
        {states.length > 0 ? <Select {...field} name="stateCode" label={t('notices.list.state')} options={states} /> : null}
        <TextInput {...field} name="ageFrom" label={t('notices.partners.ageFrom')} width="short" inputMode="numeric" maxLength={2} />
        <TextInput {...field} name="ageTo" label={t('notices.partners.ageTo')} width="short" inputMode="numeric" maxLength={2} />
        <DateInput {...field} name="validUntil" label={t('notices.partners.until')} />
        <TextInput
          {...field}
          name="embedOrigin"
          label={t('notices.partners.origin')}
          hint={t('notices.partners.originHint')}
          maxLength={200}
          optional
        />
        <TextInput
          {...field}
          name="callUrl"
          label={t('notices.partners.callUrl')}
          hint={t('notices.partners.callUrlHint')}
          maxLength={300}
          optional
        />
        <Button>{t('notices.partners.new')}</Button>
      </Form>
    </>
  );
}

export function TokenPage({ view, token }: { view: View; token: string }) {
  const { t } = view;
  return (
    <>
      <h1>{t('notices.partners.tokenTitle')}</h1>
      <p>{t('notices.partners.tokenOnce')}</p>
      <p>
        <code>{token}</code>
      </p>
      <p>{t('notices.partners.tokenUse')}</p>
      <LinkButton href="/notice-partners">{t('notices.partners.title')}</LinkButton>
    </>
  );
}
