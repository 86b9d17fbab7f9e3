// Fields of how a report ends: traced, produced, closed, opened again.
import { DateInput } from '../../../web/components/date-input.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import type { View } from '../../../web/view.ts';
import type { ActionBodyProps } from './action-page.tsx';
import { StepBody } from './tracing-bodies.tsx';

function options(view: View, group: string, values: readonly string[]) {
  return values.map((value) => ({ value, label: view.t(`missing-reports.${group}.${value}`) }));
}

export function TracedBody({ view, form }: ActionBodyProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <Radios
        {...field}
        name="how"
        label={t('missing-reports.field.how')}
        options={options(view, 'how', ['by-police', 'by-family', 'by-match'])}
      />
      <Radios {...field} name="alive" label={t('missing-reports.field.alive')} options={options(view, 'answer', ['yes', 'no'])} inline />
      <DateInput {...field} name="tracedOn" label={t('missing-reports.field.tracedOn')} />
      <TimeInput {...field} name="tracedAt" label={t('missing-reports.field.tracedAt')} />
      <TextInput {...field} name="where" label={t('missing-reports.field.where')} />
    </>
  );
}

export function ProducedBody({ view, form, choices }: ActionBodyProps) {
  const { t } = view;
  return (
    <>
      <Radios
        view={view}
        form={form}
        name="sitting"
        label={t('missing-reports.field.sitting')}
        options={options(view, 'sitting', ['committee', 'single-member'])}
      />
      <TextInput
        view={view}
        form={form}
        name="journeyMinutes"
        label={t('missing-reports.field.journeyMinutes')}
        width="short"
        inputMode="numeric"
        optional
      />
      <StepBody view={view} form={form} choices={choices} />
    </>
  );
}

export function CloseBody({ view, form }: ActionBodyProps) {
  const { t } = view;
  const outcomes = options(view, 'outcome', ['restored', 'in-care', 'deceased', 'false-report', 'duplicate']);
  return (
    <>
      <Radios view={view} form={form} name="outcome" label={t('missing-reports.field.outcome')} options={outcomes} />
      <TextInput
        view={view}
        form={form}
        name="duplicateOf"
        label={t('missing-reports.field.duplicateOf')}
        hint={t('missing-reports.hint.duplicateOf')}
        width="medium"
        optional
      />
      <TextArea view={view} form={form} name="reason" label={t('missing-reports.field.reason')} />
      <WhenFields view={view} form={form} />
    </>
  );
}

export function ReasonBody({ view, form }: ActionBodyProps) {
  return <TextArea view={view} form={form} name="reason" label={view.t('missing-reports.field.reason')} />;
}
