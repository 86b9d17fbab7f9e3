// What the child protection unit keeps of a home: its particulars, and one unit.
import { Button } from '../../../../web/components/button.tsx';
import { Checkboxes } from '../../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../../web/components/form.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { Select } from '../../../../web/components/select.tsx';
import { TextInput } from '../../../../web/components/text-input.tsx';
import { type FormState, typedIn } from '../../../../web/form-state.ts';
import type { View } from '../../../../web/view.ts';
import type { Office } from '../../../officers/index.ts';
import { runners, unitKinds, unitSexes } from '../institution.ts';

type Props = { view: View; form: FormState; office: Office };

function Head({ view, form, office, title }: Props & { title: string }) {
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/homes/${office.id}`}>{office.name}</a>
      </p>
      <h1>{title}</h1>
    </>
  );
}

export function ParticularsPage(props: Props & { stations: readonly Office[] }) {
  const { view, form, office, stations } = props;
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`institutions.field.${name}`) });
  return (
    <>
      <Head {...props} title={t('institutions.particulars.title')} />
      <Form view={view} action={`/homes/${office.id}/particulars`}>
        <Hidden name="version" value={typedIn(form, 'version')} />
        <Radios {...about('runBy')} options={runners.map((value) => ({ value, label: t(`institutions.runner.${value}`) }))} />
        <TextInput {...about('runner')} hint={t('institutions.hint.runner')} optional maxLength={200} />
        <TextInput {...about('registrationNumber')} hint={t('institutions.hint.registration')} optional width="medium" maxLength={80} />
        <DateInput {...about('registeredOn')} optional />
        <DateInput {...about('registeredUntil')} optional latest={null} />
        <Checkboxes {...about('grantApproved')} options={[{ value: 'yes', label: t('institutions.tick.grantApproved') }]} />
        <TextInput {...about('address')} optional maxLength={400} />
        <Select
          {...about('stationId')}
          hint={t('institutions.hint.station')}
          optional
          options={stations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextInput {...about('latitude')} hint={t('institutions.hint.degrees')} optional width="short" inputMode="decimal" />
        <TextInput {...about('longitude')} optional width="short" inputMode="decimal" />
        <Button>{t('institutions.save')}</Button>
      </Form>
    </>
  );
}

export function UnitPage(props: Props) {
  const { view, form, office } = props;
  const { t } = view;
  const about = (name: string) => ({ view, form, name, label: t(`institutions.field.${name}`) });
  const known = typedIn(form, 'unit');
  return (
    <>
      <Head {...props} title={t(known ? 'institutions.unit.change' : 'institutions.unit.title')} />
      <Form view={view} action={`/homes/${office.id}/unit`}>
        {known ? <Hidden name="unit" value={known} /> : null}
        <Radios {...about('kind')} options={unitKinds.map((value) => ({ value, label: t(`institutions.unitKind.${value}`) }))} />
        <Radios {...about('sex')} options={unitSexes.map((value) => ({ value, label: t(`institutions.unitSex.${value}`) }))} />
        <TextInput {...about('strength')} hint={t('institutions.hint.strength')} width="short" inputMode="numeric" />
        <DateInput {...about('openedOn')} />
        {known ? <DateInput {...about('closedOn')} optional latest={null} /> : null}
        <Button>{t('institutions.save')}</Button>
      </Form>
    </>
  );
}
