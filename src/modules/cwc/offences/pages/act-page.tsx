// One act of a case under the POCSO Act, each on a form of its own.
import { formatDay } from '../../../../platform/i18n/index.ts';
import { Button } from '../../../../web/components/button.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form } from '../../../../web/components/form.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { WhenFields } from '../../../../web/components/when-fields.tsx';
import type { FormState } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';
import { type OffenceAct, type OffenceCase, consents, helperKinds, settings } from '../offence.ts';

export type ActPageProps = {
  view: View;
  form: FormState;
  reference: string;
  title: string;
  act: OffenceAct | 'take';
  one: OffenceCase | null;
};

export function ActPage(props: ActPageProps) {
  const { view, form, reference, title, act } = props;
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}/offence`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      <p>{t(`cwc-offence.actWhy.${act}`)}</p>
      <Form view={view} action={`/found/${reference}/offence/${act}`}>
        <Fields {...props} />
        <Button>{t('cwc-offence.save')}</Button>
      </Form>
    </>
  );
}

function Fields({ view, form, act, one }: ActPageProps) {
  const { t } = view;
  const about = (name: string, label: string = name) => ({ view, form, name, label: t(`cwc-offence.field.${label}`) });
  const options = (group: 'setting' | 'to' | 'leaves' | 'kind' | 'consent', values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`cwc-offence.${group}.${value}`) }));
  const words = (label: string) => <TextArea {...about('words', label)} rows={4} maxLength={4000} />;
  const when = <WhenFields view={view} form={form} />;
  if (act === 'take')
    return (
      <>
        <Radios {...about('setting')} options={options('setting', settings)} />
        <TextInput {...about('paper')} optional maxLength={100} />
        <TextArea {...about('told')} hint={t('cwc-offence.hint.told')} rows={5} maxLength={4000} />
        {when}
      </>
    );
  if (act === 'tell')
    return (
      <>
        <Radios {...about('to')} options={options('to', ['committee', 'special-court'])} />
        <TextInput {...about('words', 'how')} maxLength={500} />
        {when}
      </>
    );
  if (act === 'household')
    return (
      <>
        <Radios {...about('leaves')} options={options('leaves', ['leaves', 'stays'])} />
        {words('reasons')}
        {when}
      </>
    );
  if (act === 'helper')
    return (
      <>
        <Radios {...about('kind')} options={options('kind', helperKinds)} />
        <TextInput {...about('name')} maxLength={120} />
        <TextInput {...about('organisation')} optional maxLength={200} />
        <TextInput {...about('telephone')} optional maxLength={40} />
        <TextInput {...about('language')} optional maxLength={60} />
        <Radios {...about('consentBy')} hint={t('cwc-offence.hint.consent')} optional options={options('consent', consents)} />
        <DateInput {...about('fromOn')} />
      </>
    );
  if (act === 'helper-ended') {
    const there = one?.helpers.filter(({ endedOn }) => endedOn === null) ?? [];
    const named = there.map(({ id, kind, words: { name }, fromOn }) => ({
      value: id,
      label: `${t(`cwc-offence.kind.${kind}`)}: ${name}, ${formatDay(view, fromOn)}`,
    }));
    return (
      <>
        <Radios {...about('helper')} options={named} />
        <DateInput {...about('endedOn')} />
        {words('endedBecause')}
      </>
    );
  }
  if (act === 'compensation')
    return (
      <>
        <TextInput {...about('rupees')} width="medium" maxLength={9} />
        {words('toWhom')}
        {when}
      </>
    );
  return (
    <>
      {words(act === 'support-report' ? 'report' : 'reasons')}
      {when}
    </>
  );
}
