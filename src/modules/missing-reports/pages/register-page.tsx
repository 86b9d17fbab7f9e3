// The station's intake of a complaint: who tells it, the paper, the last sighting, and each child.
import { Button } from '../../../web/components/button.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Fieldset } from '../../../web/components/fieldset.tsx';
import { FileInput } from '../../../web/components/file-input.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { TimeInput } from '../../../web/components/time-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { DescriptionFields } from '../../children/index.ts';
import { type District, DistrictSelect } from '../../places/index.ts';
import { circumstances, sources } from '../missing-report.ts';
import { PaperFields } from './paper-fields.tsx';

type RegisterProps = { view: View; form: FormState; children: number; districts: readonly District[] };
type Asking = Pick<RegisterProps, 'view' | 'form'>;

/** What a missing child's form need not ask: only a found child repeats words. */
const NOT_ASKED = ['wordsRepeated'] as const;

function ReceivedFields({ view, form }: Asking) {
  const { t } = view;
  const field = { view, form };
  return (
    <Fieldset {...field} name="received" legend={t('missing-reports.group.received')}>
      <Select
        {...field}
        name="source"
        label={t('missing-reports.field.source')}
        options={sources.map((value) => ({ value, label: t(`missing-reports.source.${value}`) }))}
      />
      <DateInput {...field} name="receivedOn" label={t('missing-reports.field.receivedOn')} />
      <TimeInput {...field} name="receivedAt" label={t('missing-reports.field.receivedAt')} />
      <TextInput {...field} name="informantName" label={t('missing-reports.field.informantName')} />
      <TextInput {...field} name="informantRelation" label={t('missing-reports.field.informantRelation')} />
      <TextInput
        {...field}
        name="informantTelephone"
        label={t('missing-reports.field.informantTelephone')}
        type="tel"
        inputMode="tel"
        width="medium"
      />
      <TextArea {...field} name="informantAddress" label={t('missing-reports.field.informantAddress')} rows={2} />
    </Fieldset>
  );
}

function LastSeenFields({ view, form, districts }: Asking & { districts: readonly District[] }) {
  const { t } = view;
  const field = { view, form };
  return (
    <Fieldset {...field} name="lastSeen" legend={t('missing-reports.group.lastSeen')}>
      <DateInput {...field} name="lastSeenOn" label={t('missing-reports.field.lastSeenOn')} unknown />
      <TimeInput {...field} name="lastSeenAt" label={t('missing-reports.field.lastSeenAt')} optional />
      <DistrictSelect {...field} name="lastSeenDistrict" label={t('missing-reports.field.district')} districts={districts} />
      <TextInput {...field} name="lastSeenPlace" label={t('missing-reports.field.lastSeenPlace')} optional />
      <TextInput {...field} name="lastSeenWith" label={t('missing-reports.field.lastSeenWith')} optional />
      <Select
        {...field}
        name="circumstance"
        label={t('missing-reports.field.circumstance')}
        options={circumstances.map((value) => ({ value, label: t(`missing-reports.circumstance.${value}`) }))}
        optional
      />
      <TextArea {...field} name="details" label={t('missing-reports.field.details')} optional />
      <Radios
        {...field}
        name="previousEpisodes"
        label={t('missing-reports.field.previousEpisodes')}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`missing-reports.answer.${value}`) }))}
        unknown
        inline
      />
    </Fieldset>
  );
}

function ChildFields({ index, ...props }: RegisterProps & { index: number }) {
  const { view, form, districts, children } = props;
  const { t } = view;
  const prefix = `children.${index}.`;
  return (
    <section>
      <h2>{children > 1 ? t('missing-reports.register.childNumber', { number: index + 1 }) : t('missing-reports.register.theChild')}</h2>
      <DescriptionFields view={view} form={form} districts={districts} prefix={prefix} hide={NOT_ASKED} />
      <FileInput view={view} form={form} name={`${prefix}photograph`} label={t('missing-reports.field.photograph')} optional />
      <DateInput
        view={view}
        form={form}
        name={`${prefix}photographTakenOn`}
        label={t('missing-reports.field.photographTakenOn')}
        optional
      />
    </section>
  );
}

export function RegisterPage(props: RegisterProps) {
  const { view, form, children, districts } = props;
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('missing-reports.register.title')}</h1>
      <p>{t('missing-reports.register.atOnce')}</p>
      <Form view={view} action="/missing/new" files>
        <ReceivedFields view={view} form={form} />
        <Fieldset view={view} form={form} name="thePaper" legend={t('missing-reports.group.paper')}>
          <PaperFields view={view} form={form} later />
        </Fieldset>
        <LastSeenFields view={view} form={form} districts={districts} />
        {Array.from({ length: children }, (_, index) => (
          <ChildFields key={index} {...props} index={index} />
        ))}
        <Button>{t('missing-reports.register.save')}</Button>
      </Form>
    </>
  );
}
