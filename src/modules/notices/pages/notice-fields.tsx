// Fields of the public notice: the order it rests on, what it may show, until when; and its withdrawal.
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { formatDay } from '../../../platform/i18n/index.ts';
import { addDays, dayOf } from '../../../kernel/time.ts';
import { noticeFields } from '../form.ts';
import { MOST_NOTICE_DAYS } from '../notice.ts';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { cropPath } from '../crop/form.ts';
import { type ChildRecord, type Photograph, RecordPhotograph } from '../../children/index.ts';
import type { NoticeAuthority } from '../notice.ts';

/** What the lists of the form offer. */
export type NoticeChoices = {
  authorities: readonly NoticeAuthority[];
  photographs: readonly Photograph[];
  unclearSections: readonly string[];
  /** Whose photographs they are. */
  record: Pick<ChildRecord, 'kind' | 'reference'>;
};
type Props = { view: View; form: FormState; choices: NoticeChoices };

function photographWords({ t, ...view }: View, { takenOn, croppedFrom }: Photograph, number: number): string {
  if (croppedFrom) return t('notices.photographPart', { number });
  return takenOn ? t('notices.photographTaken', { day: formatDay({ t, ...view }, takenOn) }) : t('notices.photographNumber', { number });
}

/** Whoever else is in a picture is nobody's to show. */
function CropLinks({ view, photographs, record }: { view: View } & Pick<NoticeChoices, 'photographs' | 'record'>) {
  const whole = photographs.filter(({ croppedFrom }) => croppedFrom === null);
  if (whole.length === 0) return null;
  return (
    <ul>
      {whole.map(({ id, name }) => (
        <li key={id}>
          <RecordPhotograph view={view} name={name} /> <a href={cropPath(record, { id })}>{view.t('notices.crop.link')}</a>
        </li>
      ))}
    </ul>
  );
}

export function NoticeFields({ view, form, choices }: Props) {
  const { t } = view;
  const field = { view, form };
  const latest = addDays(dayOf(view.now), MOST_NOTICE_DAYS);
  const photographs = choices.photographs.map((one, index) => ({ value: one.id, label: photographWords(view, one, index + 1) }));
  return (
    <>
      <Radios
        {...field}
        name="authority"
        label={t('notices.field.authority')}
        options={choices.authorities.map((value) => ({ value, label: t(`notices.authority.${value}`) }))}
      />
      <TextInput {...field} name="orderNumber" label={t('notices.field.orderNumber')} width="medium" />
      <TextArea {...field} name="reasons" label={t('notices.field.reasons')} hint={t('notices.hint.reasons')} />
      <Checkboxes
        {...field}
        name="fields"
        label={t('notices.field.fields')}
        hint={t('notices.hint.fields')}
        options={noticeFields.map((value) => ({ value, label: t(`notices.shows.${value}`) }))}
      />
      {photographs.length > 1 ? (
        <Radios {...field} name="photographId" label={t('notices.field.whichPhotograph')} options={photographs} optional />
      ) : null}
      <CropLinks view={view} photographs={choices.photographs} record={choices.record} />
      {choices.unclearSections.length > 0 ? (
        <Checkboxes
          {...field}
          name="noSexualOffence"
          label={t('notices.field.unclearSections', { sections: choices.unclearSections.join(', ') })}
          options={[{ value: 'yes', label: t('notices.field.noSexualOffence') }]}
        />
      ) : null}
      <DateInput
        {...field}
        name="expiresOn"
        label={t('notices.field.expiresOn')}
        hint={t('notices.hint.expiresOn', { latest: formatDay(view, latest) })}
        latest={latest}
      />
    </>
  );
}

export function WithdrawNoticeFields({ view, form }: Omit<Props, 'choices'>) {
  const options = (['authority-withdrawn', 'corrected'] as const).map((value) => ({
    value,
    label: view.t(`notices.withdrawn.${value}`),
  }));
  return <Radios view={view} form={form} name="because" label={view.t('notices.field.because')} options={options} />;
}
