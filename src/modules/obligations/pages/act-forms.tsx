// What may be said of one late duty, under its line: why it is not done, who has it instead, when to be told again.
import type { ComponentChildren } from 'preact';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { type FormState, typedIn } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Office } from '../../officers/index.ts';
import type { AnswerReason, acts } from '../act.ts';
import type { Colleague } from '../acts.ts';
import { linePath } from '../duty-about.ts';
import type { DutyRow } from '../duty-row.ts';

/** `about`: the record's reference, or the office. `row`: null where it has no such duty. `hours`: reminders that end before the next step. */
export type Opened = {
  path: string;
  about: string;
  ofOffice: boolean;
  param: string;
  row: DutyRow | null;
  form: FormState;
  colleagues: readonly Colleague[];
  offices: readonly Office[];
  reasons: readonly AnswerReason[];
  hours: readonly number[];
  owes: boolean;
  transferPath: string | null;
};
type Props = { view: View; opened: Opened };

/** The one-press form of a line: seen, I act; on the list by the key "." too, of the line one stands on. */
export function AcknowledgeForm({ view, row, back }: { view: View; row: DutyRow; back: string }) {
  return (
    <Form view={view} action={row.actPath} inline>
      <Hidden name="duty" value={row.param} />
      <Hidden name="act" value="acknowledge" />
      <Hidden name="back" value={back} />
      <Button kind="secondary" {...(back === 'record' ? {} : { hotkey: '.' })}>
        {view.t('duties.do.acknowledge')}
      </Button>
    </Form>
  );
}

function ActForm({ view, opened, act, children }: Props & { act: (typeof acts)[number]; children: ComponentChildren }) {
  const back = typedIn(opened.form, 'back') || 'all';
  return (
    <Form view={view} action={linePath(opened.path, opened.param, back)}>
      <Hidden name="duty" value={opened.param} />
      <Hidden name="act" value={act} />
      <Hidden name="back" value={back} />
      {children}
      <Button kind="secondary">{view.t(`duties.do.${act}`)}</Button>
    </Form>
  );
}

export function ActForms({ view, opened }: Props) {
  const { t } = view;
  return (
    <div class="duty-acts">
      <ErrorSummary view={view} form={opened.form} />
      <section>
        <h3>{t('duties.heading.answer')}</h3>
        <ActForm view={view} opened={opened} act="answer">
          <Select
            view={view}
            form={opened.form}
            name="reason"
            label={t('duties.field.reason')}
            options={opened.reasons.map((value) => ({ value, label: t(`duties.reason.${value}`) }))}
          />
          <TextArea
            view={view}
            form={opened.form}
            name="words"
            label={t('duties.field.words')}
            hint={t('duties.field.wordsHint')}
            rows={2}
            maxLength={500}
          />
        </ActForm>
      </section>
      <HandOver view={view} opened={opened} />
      <Remind view={view} opened={opened} />
    </div>
  );
}

function HandOver({ view, opened }: Props) {
  const { t } = view;
  const { colleagues, offices, owes, transferPath, form, ofOffice } = opened;
  return (
    <section>
      <h3>{t('duties.heading.handOver')}</h3>
      <p class="quiet-text">{t('duties.handOver.about')}</p>
      {ofOffice ? <p class="quiet-text">{t('duties.handOver.officesOwn')}</p> : null}
      {colleagues.length + offices.length === 0 ? (
        <p>{t('duties.handOver.nobody')}</p>
      ) : (
        <ActForm view={view} opened={opened} act="hand-over">
          {colleagues.length > 0 ? (
            <Select
              view={view}
              form={form}
              name="colleague"
              label={t('duties.field.colleague')}
              blank={t('duties.field.nobody')}
              options={colleagues.map(({ officerId, name, role }) => ({
                value: officerId,
                label: `${name}, ${t(`officers.role.${role}`)}`,
              }))}
            />
          ) : null}
          {offices.length > 0 ? (
            <Select
              view={view}
              form={form}
              name="office"
              label={t('duties.field.office')}
              blank={t('duties.field.nobody')}
              options={offices.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
          <TextArea
            view={view}
            form={form}
            name="why"
            label={t('duties.field.why')}
            {...(ofOffice ? {} : { hint: t('duties.field.whyHint') })}
            rows={2}
            maxLength={500}
          />
        </ActForm>
      )}
      {owes && transferPath ? (
        <p>
          <a href={transferPath}>{t('duties.handOver.transfer')}</a>
        </p>
      ) : null}
    </section>
  );
}

function Remind({ view, opened }: Props) {
  const { t } = view;
  return (
    <section>
      <h3>{t('duties.heading.remind')}</h3>
      <p class="quiet-text">{t('duties.remind.about')}</p>
      {opened.hours.length === 0 ? (
        <p>{t('duties.remind.tooLate')}</p>
      ) : (
        <ActForm view={view} opened={opened} act="remind">
          <Radios
            view={view}
            form={opened.form}
            name="hours"
            label={t('duties.field.hours')}
            inline
            options={opened.hours.map((hours) => ({ value: String(hours), label: t('duties.hours', { count: hours }) }))}
          />
        </ActForm>
      )}
    </section>
  );
}
