// Late entries of the reader's office on one record, each with what happened when and how much later it was entered; and the form that asks why.
import { minutesBetween } from '../../../kernel/time.ts';
import { formatDuration, formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { enteredWhen } from '../../diary/index.ts';
import { type LateEntry, lateCodes } from '../late-entry.ts';

type Props = { view: View; late: readonly LateEntry[]; reference: string };

function sentence(view: View, { entry, hours }: LateEntry): string {
  return view.t('timeliness.late.entry', {
    what: view.t(`law.happening.${entry.happening}`),
    when: formatMoment(view, entry.happenedAt),
    lag: formatDuration(view, minutesBetween(entry.happenedAt, enteredWhen(entry))),
    hours: formatDuration(view, hours * 60),
  });
}

export function LatePanel({ view, late, reference }: Props) {
  return (
    <section aria-labelledby="late-entries">
      <h2 id="late-entries">{view.t('timeliness.late.title', { count: late.length })}</h2>
      <ul>
        {late.map((one) => (
          <li key={one.entry.entryId}>{sentence(view, one)}</li>
        ))}
      </ul>
      <a href={`/timeliness/late/${reference}`}>{view.t('timeliness.late.sayWhy')}</a>
    </section>
  );
}

export function LatePage({ view, late, reference, form }: Props & { form: FormState }) {
  const { t } = view;
  return (
    <>
      <h1>{t('timeliness.late.pageTitle', { reference })}</h1>
      {late.length === 0 ? <p>{t('timeliness.late.none')}</p> : null}
      <ErrorSummary view={view} form={form} />
      {late.length > 0 ? (
        <Form view={view} action={`/timeliness/late/${reference}`}>
          <p>{t('timeliness.late.about')}</p>
          <Checkboxes
            view={view}
            form={form}
            name="entryIds"
            label={t('timeliness.late.which')}
            options={late.map((one) => ({ value: one.entry.entryId, label: sentence(view, one) }))}
          />
          <Radios
            view={view}
            form={form}
            name="code"
            label={t('timeliness.late.why')}
            options={lateCodes.map((code) => ({ value: code, label: t(`timeliness.reason.${code}`) }))}
          />
          <TextArea view={view} form={form} name="note" label={t('timeliness.note')} hint={t('timeliness.noteHint')} rows={3} optional />
          <Button>{t('timeliness.late.send')}</Button>
        </Form>
      ) : null}
    </>
  );
}
