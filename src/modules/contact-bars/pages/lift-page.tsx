// The Committee lifts a contact bar: whom it named, on what it rested, and why it holds no longer.
import { formatMoment } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Bar } from '../bar.ts';

export function LiftPage({ view, path, bars, form }: { view: View; path: string; bars: readonly Bar[]; form: FormState }) {
  const { t } = view;
  const options = bars.map((bar) => ({
    value: bar.id,
    label: `${bar.words.who}: ${bar.words.because}`,
    hint: t(`contact-bars.panel.${bar.ground}`, { when: formatMoment(view, bar.recordedAt) }),
  }));
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p>
        <a href={path}>{t('web.back')}</a>
      </p>
      <h1>{t('contact-bars.lift.title')}</h1>
      {bars.length === 0 ? (
        <p>{t('contact-bars.lift.none')}</p>
      ) : (
        <Form view={view} action={`${path}/contact-bar/lift`}>
          <p>{t('contact-bars.lift.about')}</p>
          <Radios view={view} form={form} name="bar" label={t('contact-bars.lift.which')} options={options} />
          <TextArea
            view={view}
            form={form}
            name="because"
            label={t('contact-bars.lift.because')}
            hint={t('contact-bars.lift.hint')}
            rows={3}
          />
          <Button>{t('contact-bars.lift.lift')}</Button>
        </Form>
      )}
    </>
  );
}
