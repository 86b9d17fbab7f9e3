// The paper a report is written into: FIR, Zero FIR or general diary, its number, time and sections.
import { DateInput } from '../../../web/components/date-input.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { papers } from '../missing-report.ts';

/** `later` offers "to be registered": the report is taken, and the duty to register the FIR at once runs. */
export function PaperFields({ view, form, later }: { view: View; form: FormState; later: boolean }) {
  const { t } = view;
  const field = { view, form };
  const kinds = [...papers, ...(later ? (['to-be-registered'] as const) : [])];
  return (
    <>
      <Radios
        {...field}
        name="paper"
        label={t('missing-reports.field.paper')}
        options={kinds.map((value) => ({ value, label: t(`missing-reports.paper.${value}`) }))}
      />
      <TextInput
        {...field}
        name="paperNumber"
        label={t('missing-reports.field.paperNumber')}
        hint={t('missing-reports.hint.paperNumber')}
        width="short"
      />
      <DateInput {...field} name="paperOn" label={t('missing-reports.field.paperOn')} />
      <TimeInput {...field} name="paperAt" label={t('missing-reports.field.paperAt')} />
      <TextInput {...field} name="sections" label={t('missing-reports.field.sections')} hint={t('missing-reports.hint.sections')} />
      <TextArea
        {...field}
        name="delayReason"
        label={t('missing-reports.field.delayReason')}
        hint={t('missing-reports.hint.delayReason')}
        rows={2}
        optional
      />
    </>
  );
}
