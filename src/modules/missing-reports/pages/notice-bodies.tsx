// Fields of the public notice: the order it rests on, what it may show, until when; and its withdrawal.
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { formatDay } from '../../../platform/i18n/index.ts';
import { addDays, dayOf } from '../../../kernel/time.ts';
import { noticeFields } from '../notice-form.ts';
import { MOST_NOTICE_DAYS } from '../notice.ts';
import type { ActionBodyProps } from './action-page.tsx';

export function NoticeBody({ view, form, choices }: ActionBodyProps) {
  const { t } = view;
  const field = { view, form };
  const latest = addDays(dayOf(view.now), MOST_NOTICE_DAYS);
  const photographs = choices.photographs.map(({ id, takenOn }, index) => ({
    value: id,
    label: takenOn
      ? t('missing-reports.photographTaken', { day: formatDay(view, takenOn) })
      : t('missing-reports.photographNumber', { number: index + 1 }),
  }));
  return (
    <>
      <Radios
        {...field}
        name="authority"
        label={t('missing-reports.field.authority')}
        options={choices.authorities.map((value) => ({ value, label: t(`missing-reports.authority.${value}`) }))}
      />
      <TextInput {...field} name="orderNumber" label={t('missing-reports.field.orderNumber')} width="medium" />
      <TextArea {...field} name="reasons" label={t('missing-reports.field.reasons')} hint={t('missing-reports.hint.reasons')} />
      <Checkboxes
        {...field}
        name="fields"
        label={t('missing-reports.field.fields')}
        hint={t('missing-reports.hint.fields')}
        options={noticeFields.map((value) => ({ value, label: t(`missing-reports.shows.${value}`) }))}
      />
      {photographs.length > 1 ? (
        <Radios {...field} name="photographId" label={t('missing-reports.field.whichPhotograph')} options={photographs} optional />
      ) : null}
      <DateInput
        {...field}
        name="expiresOn"
        label={t('missing-reports.field.expiresOn')}
        hint={t('missing-reports.hint.expiresOn', { latest: formatDay(view, latest) })}
        latest={latest}
      />
    </>
  );
}

export function WithdrawNoticeBody({ view, form }: ActionBodyProps) {
  const options = (['authority-withdrawn', 'corrected'] as const).map((value) => ({
    value,
    label: view.t(`missing-reports.withdrawn.${value}`),
  }));
  return <Radios view={view} form={form} name="because" label={view.t('missing-reports.field.because')} options={options} />;
}
