// The later questions: how the child looks, the family, a photograph, and who is telling us.
import { dayOf } from '../../../kernel/time.ts';
import { languageName } from '../../../platform/i18n/index.ts';
import { Checkboxes } from '../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../web/components/date-input.tsx';
import { FileInput } from '../../../web/components/file-input.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextArea } from '../../../web/components/text-area.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import { complexions, markKinds, markSites } from '../../children/index.ts';
import { askedLanguages, relations } from '../citizen-questions.ts';
import type { QuestionProps } from './question-page.tsx';

const DONT_KNOW = [{ value: 'yes' }] as const;

export function LooksQuestion({ view, form }: QuestionProps) {
  const { t } = view;
  const field = { view, form };
  const options = (name: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`children.${name}.${value}`) }));
  return (
    <>
      <TextArea
        {...field}
        name="clothing"
        label={t('children.field.clothing')}
        hint={t('missing-reports.hint.clothing')}
        rows={2}
        optional
      />
      <TextInput
        {...field}
        name="heightFrom"
        label={t('children.height')}
        width="short"
        inputMode="numeric"
        suffix={t('children.centimetres')}
        optional
      />
      <Select {...field} name="complexion" label={t('children.field.complexion')} options={options('complexion', complexions)} optional />
      <Select
        {...field}
        name="markKind"
        label={t('children.mark.kind')}
        hint={t('missing-reports.hint.mark')}
        options={options('markKind', markKinds)}
        optional
      />
      <Select {...field} name="markSite" label={t('children.mark.site')} options={options('markSite', markSites)} optional />
      <TextInput {...field} name="markText" label={t('children.mark.text')} optional />
      <TextInput {...field} name="disability" label={t('children.field.disability')} optional />
      <Checkboxes
        {...field}
        name="looksUnknown"
        label={t('missing-reports.field.unsure')}
        options={DONT_KNOW.map(({ value }) => ({ value, label: t('web.form.unknown') }))}
      />
    </>
  );
}

export function FamilyQuestion({ view, form }: QuestionProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <TextInput {...field} name="fatherName" label={t('children.field.fatherName')} optional />
      <TextInput {...field} name="motherName" label={t('children.field.motherName')} optional />
      <Checkboxes
        {...field}
        name="languages"
        label={t('children.field.languages')}
        options={askedLanguages.map((value) => ({ value, label: languageName(view.locale, value) }))}
        inline
      />
      <Checkboxes
        {...field}
        name="familyUnknown"
        label={t('missing-reports.field.unsure')}
        options={DONT_KNOW.map(({ value }) => ({ value, label: t('web.form.unknown') }))}
      />
    </>
  );
}

export function PhotographQuestion({ view, form, hasPhotograph }: QuestionProps) {
  const { t } = view;
  return (
    <>
      {hasPhotograph ? <p>{t('missing-reports.report.photographKept')}</p> : null}
      <FileInput
        view={view}
        form={form}
        name="photograph"
        label={t('missing-reports.field.photograph')}
        hint={t('missing-reports.hint.photograph')}
        optional
      />
      <DateInput
        view={view}
        form={form}
        name="photographTakenOn"
        label={t('missing-reports.field.photographWhen')}
        hint={t('missing-reports.hint.photographWhen')}
        latest={dayOf(view.now)}
        optional
      />
      <Checkboxes
        view={view}
        form={form}
        name="photographLater"
        label={t('missing-reports.field.photographLater')}
        options={[{ value: 'yes', label: t('missing-reports.field.photographLaterYes') }]}
      />
    </>
  );
}

export function YouQuestion({ view, form }: QuestionProps) {
  const { t } = view;
  const field = { view, form };
  return (
    <>
      <TextInput {...field} name="informantName" label={t('missing-reports.field.yourName')} autocomplete="name" />
      <Radios
        {...field}
        name="informantRelation"
        label={t('missing-reports.field.yourRelation')}
        options={relations.map((value) => ({ value, label: t(`missing-reports.relation.${value}`) }))}
      />
      <TextInput
        {...field}
        name="informantTelephone"
        label={t('missing-reports.field.yourTelephone')}
        hint={t('missing-reports.hint.yourTelephone')}
        type="tel"
        inputMode="tel"
        autocomplete="tel"
        width="medium"
      />
      <TextArea {...field} name="details" label={t('missing-reports.field.anythingElse')} optional />
    </>
  );
}
