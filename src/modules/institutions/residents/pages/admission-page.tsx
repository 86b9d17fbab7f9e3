// Taking a child in: the unit with its free places, by whose order, and the reasons a full unit or parted brothers and sisters ask for.
import { DateInput } from '../../../../web/components/date-input.tsx';
import { EmptyState } from '../../../../web/components/empty-state.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { WhenFields } from '../../../../web/components/when-fields.tsx';
import type { Drawn } from '../desk.ts';
import { orderedBy } from '../residence.ts';
import { ActForm, ApartReason, about } from './act-pages.tsx';

function UnitRadios(props: Drawn) {
  const { view, choices } = props;
  const { t } = view;
  if (choices.units.length === 0) return <EmptyState view={view} title={t('institutions.unit.none')} text={t('institutions.unit.empty')} />;
  const options = choices.units.map(({ id, kind, sex, strength, here }) => ({
    value: id,
    label: t('institutions.unit.words', { kind: t(`institutions.unitKind.${kind}`), sex: t(`institutions.unitSex.${sex}`) }),
    hint: t('institutions.unit.places', { here, strength }),
  }));
  return <Radios {...about(props, 'unit')} options={options} />;
}

/** Asked where some unit is full, or was refused for it. */
function OverStrength(props: Drawn) {
  const { choices, form } = props;
  if (!choices.units.some(({ here, strength }) => here >= strength) && !form.errors['overStrengthReason']) return null;
  return (
    <TextArea {...about(props, 'overStrengthReason')} hint={props.view.t('institutions.hint.overStrength')} rows={3} maxLength={1000} />
  );
}

export function AdmissionPage(props: Drawn) {
  const { view, form } = props;
  const orders = orderedBy.map((value) => ({ value, label: view.t(`institutions.orderedBy.${value}`) }));
  return (
    <ActForm {...props} act="admit">
      <UnitRadios {...props} />
      <TextInput {...about(props, 'admissionNumber')} hint={view.t('institutions.hint.admissionNumber')} width="short" maxLength={40} />
      <Radios {...about(props, 'orderedBy')} options={orders} />
      <TextInput {...about(props, 'orderNumber')} hint={view.t('institutions.hint.noOrderYet')} width="medium" maxLength={60} />
      <DateInput {...about(props, 'orderedOn')} optional />
      <WhenFields view={view} form={form} />
      <TextInput {...about(props, 'belongings')} optional maxLength={500} />
      <OverStrength {...props} />
      <ApartReason {...props} />
    </ActForm>
  );
}

export function AnswerPage(props: Drawn) {
  const { view, choices } = props;
  const { t } = view;
  const answers = (['accepted', 'refused'] as const).map((value) => ({ value, label: t(`institutions.answer.${value}`) }));
  const { transfer } = choices;
  return (
    <ActForm {...props} act="answer">
      {transfer ? (
        <p>{t('institutions.transfer.asked', { home: transfer.fromName, order: transfer.orderNumber, reason: transfer.reason })}</p>
      ) : null}
      <Radios {...about(props, 'answer')} options={answers} />
      <UnitRadios {...props} />
      <TextInput {...about(props, 'admissionNumber')} hint={t('institutions.hint.ifTaken')} width="short" maxLength={40} />
      <TextInput {...about(props, 'belongings')} optional maxLength={500} />
      <OverStrength {...props} />
      <TextArea
        {...about(props, 'reason')}
        label={t('institutions.field.refusalReason')}
        hint={t('institutions.hint.ifRefused')}
        rows={3}
        maxLength={1000}
      />
    </ActForm>
  );
}
