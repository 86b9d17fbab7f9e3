// Pages of objections: the short form, what became of it by its code, the desk's list and its answer.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Table } from '../../../web/components/table.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { objectionKinds } from './form.ts';
import type { Followed, Objection } from './objection-store.ts';

export function ObjectionPage({ view, publicId, form }: { view: View; publicId: string; form: FormState }) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <h1>{t('notices.objection.title')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>{t('notices.objection.about')}</p>
      <Form view={view} action={`/missing/${publicId}/wrong`}>
        <Radios
          {...field}
          name="kind"
          label={t('notices.objection.kind')}
          options={objectionKinds.map((value) => ({ value, label: t(`notices.objectionKind.${value}`) }))}
        />
        <TextArea {...field} name="words" label={t('notices.objection.words')} />
        <TextInput
          {...field}
          name="contact"
          label={t('notices.objection.contact')}
          hint={t('notices.objection.contactHint')}
          maxLength={200}
          optional
        />
        <Button>{t('notices.objection.send')}</Button>
      </Form>
      <p>
        <a href="/notice-answer">{t('notices.objection.haveCode')}</a>
      </p>
    </>
  );
}

/** Where somebody who kept only the code types it. */
export function CodePage({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  return (
    <>
      <h1>{t('notices.objection.followed')}</h1>
      <Form view={view} action="/notice-answer" method="get">
        <TextInput view={view} form={form} name="code" label={t('notices.objection.typeCode')} maxLength={16} />
        <Button>{t('notices.objection.show')}</Button>
      </Form>
      <p>{t('notices.helpline')}</p>
    </>
  );
}

export function FollowedPage({ view, code, followed }: { view: View; code: string; followed: Followed }) {
  const { t } = view;
  const { officeName, officerName, answer, answerWords, answeredAt, dueAt } = followed;
  const who = officerName ? t('notices.objection.officer', { officer: officerName, office: officeName }) : officeName;
  return (
    <>
      <h1>{t('notices.objection.followed')}</h1>
      <p>
        {t('notices.objection.code')} <code>{code}</code>
      </p>
      <p>{t('notices.objection.keep')}</p>
      <p>
        {t(`notices.objectionKind.${followed.kind}`)} · {formatMoment(view, followed.saidAt)}
      </p>
      {answeredAt ? (
        <>
          <p>{t(`notices.objectionAnswer.${answer}`, { who, when: formatMoment(view, answeredAt) })}</p>
          <blockquote dir="auto">{answerWords}</blockquote>
        </>
      ) : (
        <p>{t('notices.objection.due', { who, when: formatMoment(view, dueAt) })}</p>
      )}
      <p>{t('notices.helpline')}</p>
    </>
  );
}

type ListProps = { view: View; objections: readonly Objection[]; records: ReadonlyMap<string, string> };

export function ObjectionsPage({ view, objections, records }: ListProps) {
  const { t, now } = view;
  const rows = objections.map((one) => ({
    id: one.id,
    cells: [
      <a href={`/notice-objections/answer?objection=${one.id}`}>{t(`notices.objectionKind.${one.kind}`)}</a>,
      records.get(one.recordId) ?? '',
      formatMoment(view, one.saidAt),
      t(one.dueAt <= now ? 'notices.objection.late' : 'notices.objection.until', { when: formatMoment(view, one.dueAt) }),
    ],
  }));
  const columns = ['what', 'record', 'said', 'dueColumn'].map((name) => ({ label: t(`notices.objection.${name}`) }));
  return (
    <>
      <h1>{t('notices.objection.list')}</h1>
      <Table caption={t('notices.objection.open')} columns={columns} rows={rows} empty={<p>{t('notices.objection.none')}</p>} />
    </>
  );
}

export function AnswerPage({ view, objection, reference, form }: { view: View; objection: Objection; reference: string; form: FormState }) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <h1>{t('notices.objection.answer')}</h1>
      <ErrorSummary view={view} form={form} />
      <p>
        {t(`notices.objectionKind.${objection.kind}`)} · <a href={`/missing/${reference}`}>{reference}</a> ·{' '}
        {t('notices.objection.until', { when: formatMoment(view, objection.dueAt) })}
      </p>
      <blockquote dir="auto">{objection.words}</blockquote>
      {objection.contact ? (
        <p>
          {t('notices.objection.contactGiven')} <bdi>{objection.contact}</bdi>
        </p>
      ) : null}
      <Form view={view} action="/notice-objections/answer">
        <Hidden name="objection" value={objection.id} />
        <Radios
          {...field}
          name="answer"
          label={t('notices.objection.decide')}
          options={(['withdrawn', 'stands'] as const).map((value) => ({ value, label: t(`notices.objectionDecision.${value}`) }))}
        />
        <TextArea {...field} name="words" label={t('notices.objection.answerWords')} hint={t('notices.objection.answerHint')} />
        <Button>{t('notices.objection.sendAnswer')}</Button>
      </Form>
    </>
  );
}
