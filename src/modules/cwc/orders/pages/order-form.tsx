// Drafting an order: which kind, then its words and what they need, and who signs.
import { Checkboxes } from '../../../../web/components/checkboxes.tsx';
import { DateInput } from '../../../../web/components/date-input.tsx';
import { Hidden } from '../../../../web/components/form.tsx';
import { Radios } from '../../../../web/components/radios.tsx';
import { Select } from '../../../../web/components/select.tsx';
import { TextArea } from '../../../../web/components/text-area.tsx';
import { type Locale, languages } from '../../../../platform/i18n/index.ts';
import { FileForm, type FileFormProps } from '../../pages/file-form.tsx';
import { placements } from '../../identity.ts';
import { leastSigners } from '../order.ts';
import { type Asked, type OrderType, escorts, followers, kindOf, orderTypes, suitabilities } from '../order-type.ts';

export type Choices = {
  members: readonly { value: string; label: string }[];
  offices: readonly { value: string; label: string }[];
  committees: readonly { value: string; label: string }[];
  made: readonly { value: string; label: string }[];
};

type KindsProps = Pick<FileFormProps, 'view' | 'reference' | 'title'> & {
  /** Kinds this child can have no order of now, with why. */
  notNow: ReadonlyMap<OrderType, string>;
};

/** The list of Form 15, each line with the form it is given on and how many sign it. */
export function OrderKinds({ view, reference, title, notNow }: KindsProps) {
  const { t } = view;
  return (
    <>
      <p class="reference">
        <a href={`/cwc/${reference}/file`}>{t('cwc.file.back', { reference })}</a>
      </p>
      <h1>{title}</h1>
      <p>{t('cwc-orders.kinds')}</p>
      <ul>
        {orderTypes.map((type) => (
          <li key={type}>
            {notNow.has(type) ? (
              t(`cwc-orders.type.${type}`)
            ) : (
              <a href={`/cwc/${reference}/order?type=${type}`}>{t(`cwc-orders.type.${type}`)}</a>
            )}{' '}
            <span class="quiet-text">{t('cwc-orders.kind', { form: kindOf(type).form ?? 'none', members: leastSigners(type) })}</span>
            {notNow.has(type) ? <p class="quiet-text">{notNow.get(type)}</p> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

type Props = FileFormProps & { type: OrderType; language: Locale; offered: readonly Locale[]; choices: Choices };

export function OrderForm(props: Props) {
  const { view, form, reference, type, language, offered, choices } = props;
  const { t } = view;
  const kind = kindOf(type);
  const others = offered.filter((one) => one !== language);
  return (
    <FileForm
      {...props}
      path={`order?type=${type}&language=${language}`}
      why={t('cwc-orders.draftWhy', { form: kind.form ?? 'none', members: leastSigners(type) })}
      save={t('cwc-orders.draftSave')}
      before={
        <p>
          {others.map((one) => (
            <a key={one} href={`/cwc/${reference}/order?type=${type}&language=${one}`}>
              {t('cwc-orders.inLanguage', { language: languages[one].name })}
            </a>
          ))}
        </p>
      }
    >
      <Hidden name="type" value={type} />
      <Hidden name="language" value={language} />
      <TextArea
        view={view}
        form={form}
        name="body"
        label={t('cwc-orders.field.body')}
        hint={t('cwc-orders.hint.body')}
        rows={10}
        maxLength={8000}
      />
      {kind.asks.map((asked) => (
        <Term key={asked} {...props} asked={asked} />
      ))}
      <Checkboxes
        view={view}
        form={form}
        name="signers"
        label={t('cwc-orders.field.signers')}
        hint={t('cwc-orders.hint.signers', { members: leastSigners(type) })}
        options={choices.members}
      />
      {choices.made.length > 0 ? (
        <Select view={view} form={form} name="corrects" label={t('cwc-orders.field.corrects')} optional options={choices.made} />
      ) : null}
    </FileForm>
  );
}

function Term(props: Props & { asked: Asked }) {
  const { view, form, type, asked, choices } = props;
  const { t } = view;
  const about = {
    view,
    form,
    name: asked,
    label: t(`cwc-orders.field.${asked}`),
    optional: kindOf(type).optional?.includes(asked) ?? false,
  };
  const coded = (group: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`${group}.${value}`) }));
  if (asked === 'dueOn') return <DateInput {...about} latest={null} hint={t('cwc-orders.hint.dueOn')} />;
  if (asked === 'toOffice') return <Select {...about} options={choices.offices} />;
  if (asked === 'toCommittee') return <Select {...about} options={choices.committees} />;
  if (asked === 'placedWith') return <Radios {...about} options={coded('cwc.placement', placements)} />;
  if (asked === 'followUp') return <Radios {...about} options={coded('cwc-orders.who', followers)} />;
  if (asked === 'escortOf') return <Radios {...about} options={coded('cwc-orders.who', escorts)} />;
  return <Radios {...about} hint={t('cwc-orders.hint.suitableBy')} options={coded('cwc-orders.suitable', suitabilities)} />;
}
