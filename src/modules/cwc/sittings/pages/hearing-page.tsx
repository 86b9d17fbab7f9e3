// A child heard at a sitting, and a single member's placement ratified at one.
import type { ComponentChildren } from 'preact';
import { formatMoment } from '../../../../platform/i18n/index.ts';
import { Checkboxes } from '../../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { Select } from '../../../../web/components/select.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { FileForm, type FileFormProps } from '../../pages/file-form.tsx';
import { type Sitting, adjourners, presences } from '../sitting.ts';

function sittingSelect({ view, form }: FileFormProps, sittings: readonly Sitting[]) {
  const options = sittings.map((sitting) => ({
    value: sitting.id,
    label: `${formatMoment(view, sitting.sitsAt)} · ${view.t(`cwc.sitting.${sitting.bench}`)}`,
  }));
  const hint = options.length === 0 ? view.t('cwc-sittings.hint.noSitting') : view.t('cwc-sittings.hint.sitting');
  return <Select view={view} form={form} name="sitting" label={view.t('cwc-sittings.field.sitting')} hint={hint} options={options} />;
}

type Props = FileFormProps & { before: ComponentChildren; sittings: readonly Sitting[] };

export function HearingPage(props: Props) {
  const { view, form, sittings } = props;
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`cwc-sittings.field.${name}`) });
  const optionsOf = (group: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`cwc-sittings.${group}.${value}`) }));
  return (
    <FileForm {...props} path="hearing" why={t('cwc-sittings.hearing.why')} save={t('cwc-sittings.hearing.save')}>
      {sittingSelect(props, sittings)}
      <Checkboxes {...about('present')} options={optionsOf('present', presences)} />
      <TextArea {...about('said')} optional maxLength={4000} />
      <Checkboxes {...about('statementTaken')} options={[{ value: 'yes', label: t('cwc-sittings.statement.yes') }]} />
      <Radios {...about('adjournedFor')} hint={t('cwc-sittings.hint.adjournedFor')} optional options={optionsOf('adjourned', adjourners)} />
      <TextArea {...about('adjournedBecause')} optional rows={2} maxLength={1000} />
      <DateInput {...about('nextOn')} optional latest={null} />
    </FileForm>
  );
}

export function RatifyPage(props: Props) {
  const { t } = props.view;
  return (
    <FileForm {...props} path="ratify" why={t('cwc-sittings.ratify.why')} save={t('cwc-sittings.ratify.save')}>
      {sittingSelect(props, props.sittings)}
    </FileForm>
  );
}
