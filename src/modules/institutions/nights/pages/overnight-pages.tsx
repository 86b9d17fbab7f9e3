// Form 42 on screen: the child kept for a night, and what became of it in the morning.
import { DateInput } from '../../../../web/components/date-input.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { TimeInput } from '../../../../web/components/time-input.tsx';
import { WhenFields } from '../../../../web/components/when-fields.tsx';
import { ActForm, type ActProps, about } from '../../residents/pages/act-pages.tsx';

export function OvernightPage(props: ActProps) {
  return (
    <ActForm {...props} act="overnight">
      <TextInput {...about(props, 'broughtBy')} hint={props.view.t('institutions.hint.broughtBy')} maxLength={200} />
      <WhenFields view={props.view} form={props.form} />
      <DateInput {...about(props, 'dueOn')} hint={props.view.t('institutions.hint.dueOn')} optional latest={null} />
      <TimeInput {...about(props, 'dueAt')} optional />
      <TextInput {...about(props, 'condition')} optional maxLength={500} />
    </ActForm>
  );
}

export function HandOverPage(props: ActProps) {
  const options = (['taken-over', 'not-taken-over'] as const).map((value) => ({
    value,
    label: props.view.t(`institutions.endedHow.${value}`),
  }));
  return (
    <ActForm {...props} act="hand-over">
      <Radios {...about(props, 'endedHow')} options={options} />
      <TextInput {...about(props, 'endedBy')} optional maxLength={200} />
      <WhenFields view={props.view} form={props.form} />
    </ActForm>
  );
}
