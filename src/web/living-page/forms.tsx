// The parts of forms, one of each, with one answer that is wrong.
import { Button } from '../components/button.tsx';
import { Checkboxes } from '../components/checkboxes.tsx';
import { DateInput } from '../components/date-input.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileInput } from '../components/file-input.tsx';
import { Form } from '../components/form.tsx';
import { ButtonRow, LinkButton } from '../components/link-button.tsx';
import { Progress } from '../components/progress.tsx';
import { Radios } from '../components/radios.tsx';
import { Select } from '../components/select.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextInput } from '../components/text-input.tsx';
import { TimeInput } from '../components/time-input.tsx';
import type { FormState } from '../form-state.ts';
import type { View } from '../view.ts';

export function LivingForms({ view, form }: { view: View; form: FormState }) {
  const { t } = view;
  const field = (name: string, label: string) => ({ view, form, name, label: t(`web.living.${label}`) });
  const places = ['howrah', 'saran'].map((value) => ({ value, label: value === 'saran' ? 'Saran, Bihar' : 'Howrah, West Bengal' }));
  return (
    <>
      <h2>{t('web.living.forms')}</h2>
      <ErrorSummary view={view} form={form} />
      <Progress view={view} step={3} of={7} label={t('web.living.when')} />
      <Form view={view} action="/living-page" method="get" files={false}>
        <TextInput {...field('childName', 'name')} hint={t('web.living.nameHint')} unknown />
        <TextInput {...field('heightCentimetres', 'height')} width="short" suffix="cm" inputMode="numeric" optional />
        <DateInput {...field('lastSeenOn', 'when')} />
        <TimeInput {...field('lastSeenTime', 'time')} unknown />
        <Select {...field('district', 'place')} options={places} />
        <Radios
          {...field('mark', 'mark')}
          options={[{ value: 'scar', label: t('web.living.scar'), hint: t('web.living.nameHint') }]}
          unknown
        />
        <Checkboxes {...field('places', 'place')} options={places} inline />
        <FileInput {...field('photo', 'photograph')} optional />
        <TextArea {...field('words', 'words')} />
        <ButtonRow>
          <Button>{t('web.living.send')}</Button>
          <LinkButton href="#later">{t('web.back')}</LinkButton>
        </ButtonRow>
      </Form>
    </>
  );
}
