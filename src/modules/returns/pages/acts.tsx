// The forms of an office's return page, each shown only to who may send it.
import type { ComponentChildren } from 'preact';
import { dayOf } from '../../../kernel/time.ts';
import { formatDay } from '../../../platform/i18n/index.ts';
import { titleCode } from '../../../law/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { periodInWords } from '../../journals/index.ts';
import { nilCodes } from '../../timeliness/index.ts';
import type { Act } from '../form.ts';
import type { PaperDuty } from '../paper.ts';
import type { Direction } from '../return-store.ts';

export type ActProps = { view: View; form: FormState; officeId: string; period: string };

type ActFormProps = ActProps & {
  name: Act['act'];
  /** Folded away under these words until it is wanted, or came back with something wrong. */
  folded?: string;
  children: ComponentChildren;
};

export function ActForm({ view, form, officeId, period, name, folded, children }: ActFormProps) {
  const drawn = (
    <Form view={view} action={`/returns/${officeId}?period=${period}`}>
      <Hidden name="act" value={name} />
      <Hidden name="period" value={period} />
      {children}
    </Form>
  );
  if (folded === undefined) return drawn;
  return (
    <details open={form.values['act'] === name}>
      <summary>{folded}</summary>
      {drawn}
    </details>
  );
}

export function SignForm(props: ActProps & { nil: boolean }) {
  const { view, form, nil, period } = props;
  const { t } = view;
  return (
    <ActForm {...props} name="sign">
      <h2>{t('returns.sign.title')}</h2>
      <p>{t('returns.sign.about')}</p>
      {nil ? (
        <Select
          view={view}
          form={form}
          name="nilCode"
          label={t('returns.sign.nil')}
          options={nilCodes.map((code) => ({ value: code, label: t(`timeliness.nil.${code}`) }))}
        />
      ) : null}
      <TextArea view={view} form={form} name="remarks" label={t('returns.sign.remarks')} hint={t('returns.sign.hint')} rows={4} optional />
      <Button>{t('returns.sign.do', { period: periodInWords(view, period) })}</Button>
    </ActForm>
  );
}

export function ReceiveForm(props: ActProps) {
  return (
    <ActForm {...props} name="receive">
      <Button>{props.view.t('returns.receive.do')}</Button>
    </ActForm>
  );
}

export function ReviewForm(props: ActProps) {
  const { view, form } = props;
  const { t } = view;
  return (
    <ActForm {...props} name="review">
      <p>{t('returns.review.about')}</p>
      <TextArea view={view} form={form} name="found" label={t('returns.review.found')} rows={4} />
      <Button>{t('returns.review.do')}</Button>
    </ActForm>
  );
}

export function DirectForm(props: ActProps) {
  const { view, form } = props;
  const { t } = view;
  return (
    <ActForm {...props} name="direct" folded={t('returns.direct.new')}>
      <TextInput view={view} form={form} name="reference" label={t('returns.direct.reference')} width="medium" />
      <DateInput view={view} form={form} name="givenOn" label={t('returns.direct.on')} hint={t('returns.direct.hint')} />
      <TextArea view={view} form={form} name="directed" label={t('returns.direct.words')} rows={4} />
      <Button kind="secondary">{t('returns.direct.do')}</Button>
    </ActForm>
  );
}

export function KeepForm(props: ActProps & { open: readonly Direction[] }) {
  const { view, form, open } = props;
  const { t } = view;
  if (open.length === 0) return null;
  return (
    <ActForm {...props} name="keep" folded={t('returns.keep.title')}>
      <Select
        view={view}
        form={form}
        name="direction"
        label={t('returns.keep.which')}
        options={open.map(({ id, reference, givenOn, officerName }) => ({
          value: id,
          label: t('returns.direct.given', { reference, day: formatDay(view, givenOn), officer: officerName }),
        }))}
      />
      <DateInput view={view} form={form} name="keptOn" label={t('returns.keep.on')} />
      <TextArea view={view} form={form} name="keptWords" label={t('returns.keep.words')} rows={3} />
      <Button kind="secondary">{t('returns.keep.do')}</Button>
    </ActForm>
  );
}

export function MadeForm(props: ActProps & { duties: readonly PaperDuty[] }) {
  const { view, form, duties } = props;
  const { t } = view;
  if (duties.length === 0) return null;
  return (
    <ActForm {...props} name="made" folded={t('returns.made.title')}>
      <p>{t('returns.made.about')}</p>
      <Select
        view={view}
        form={form}
        name="made"
        label={t('returns.made.which')}
        options={duties.map(({ key, ruleId, period }) => ({
          value: key,
          label: `${t(titleCode(ruleId))} · ${periodInWords(view, period)}`,
        }))}
      />
      <DateInput view={view} form={form} name="madeOn" label={t('returns.made.on')} latest={dayOf(view.now)} />
      <TextInput view={view} form={form} name="letter" label={t('returns.made.letter')} width="medium" />
      <Button kind="secondary">{t('returns.made.do')}</Button>
    </ActForm>
  );
}
