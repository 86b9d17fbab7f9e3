// Fields of the tracing steps: FIR, risk, a dated step, trafficking, description, photograph, the bar on publication.
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FileInput } from '../../../web/components/file-input.tsx';
import { Hidden } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import { WhenFields } from '../../../web/components/when-fields.tsx';
import { typedIn } from '../../../web/form-state.ts';
import { DescriptionFields } from '../../children/index.ts';
import { riskSigns } from '../missing-report.ts';
import type { ActionBodyProps } from './action-page.tsx';
import { PaperFields } from './paper-fields.tsx';

export function FirBody({ view, form }: ActionBodyProps) {
  return <PaperFields view={view} form={form} later={false} />;
}

export function RiskBody({ view, form }: ActionBodyProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <Checkboxes
        {...field}
        name="signs"
        label={t('missing-reports.field.signs')}
        options={riskSigns.map((value) => ({ value, label: t(`missing-reports.sign.${value}`) }))}
      />
      <Radios
        {...field}
        name="level"
        label={t('missing-reports.field.level')}
        options={(['standard', 'high'] as const).map((value) => ({ value, label: t(`missing-reports.level.${value}`) }))}
        inline
      />
      <TextArea {...field} name="urgency" label={t('missing-reports.field.urgency')} rows={2} optional />
      <TextArea
        {...field}
        name="linesOfInquiry"
        label={t('missing-reports.field.linesOfInquiry')}
        hint={t('missing-reports.hint.linesOfInquiry')}
      />
      <WhenFields {...field} />
    </>
  );
}

export function StepBody({ view, form }: ActionBodyProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <DateInput {...field} name="doneOn" label={t('missing-reports.field.doneOn')} />
      <TimeInput {...field} name="doneAt" label={t('missing-reports.field.doneAt')} />
      <TextArea {...field} name="remark" label={t('missing-reports.field.remark')} rows={3} optional />
    </>
  );
}

export function AgenciesBody({ view, form, choices }: ActionBodyProps) {
  const options = [{ value: 'yes', label: view.t('missing-reports.field.noPhotographYes') }];
  return (
    <>
      <Checkboxes view={view} form={form} name="noPhotograph" label={view.t('missing-reports.field.noPhotograph')} options={options} />
      <StepBody view={view} form={form} choices={choices} />
    </>
  );
}

export function TraffickingBody(props: ActionBodyProps) {
  return (
    <>
      <WhenFields view={props.view} form={props.form} />
      <TransferBody {...props} />
    </>
  );
}

export function TransferBody({ view, form, choices }: ActionBodyProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <TextArea {...field} name="reason" label={t('missing-reports.field.reason')} />
      {choices.units.length > 0 ? (
        <Radios
          {...field}
          name="unitId"
          label={t('missing-reports.field.unit')}
          options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      ) : (
        <p>{t('missing-reports.noUnit')}</p>
      )}
      <Checkboxes
        {...field}
        name="transfer"
        label={t('missing-reports.field.transfer')}
        options={[{ value: 'yes', label: t('missing-reports.field.transferYes') }]}
      />
    </>
  );
}

export function MoveBody({ view, form, choices }: ActionBodyProps) {
  const { t } = view;
  const field = { view, form };
  const stations = choices.stations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Select {...field} name="stationId" label={t('missing-reports.field.station')} options={stations} />
      <TextArea {...field} name="reason" label={t('missing-reports.field.reason')} />
    </>
  );
}

export function DescriptionBody({ view, form, choices }: ActionBodyProps) {
  return (
    <>
      <Hidden name="version" value={typedIn(form, 'version')} />
      <DescriptionFields view={view} form={form} districts={choices.districts} hide={['wordsRepeated']} />
    </>
  );
}

export function PhotographBody({ view, form }: ActionBodyProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <FileInput {...field} name="photograph" label={t('missing-reports.field.photograph')} hint={t('missing-reports.hint.photograph')} />
      <DateInput {...field} name="takenOn" label={t('missing-reports.field.photographTakenOn')} optional />
      <TextInput {...field} name="suppliedBy" label={t('missing-reports.field.suppliedBy')} optional />
    </>
  );
}

export function BarBody({ view, form }: ActionBodyProps) {
  const { t } = view;
  const options = (['offence', 'contact'] as const).map((value) => ({ value, label: t(`missing-reports.bar.${value}`) }));
  return <Radios view={view} form={form} name="because" label={t('missing-reports.field.bar')} options={options} />;
}
