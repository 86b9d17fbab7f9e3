// The demonstration's cast: every officer by office, with a search, each one press away.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type District, DistrictSelect, type State } from '../../places/index.ts';
import type { DemoOffice } from '../directory-store.ts';
import { roles } from '../may.ts';

type Props = { view: View; form: FormState; next: string; offices: DemoOffice[]; states: State[]; districts: District[] };

export function DemoPage({ view, form, next, offices, states, districts }: Props) {
  const { t } = view;
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <h1>{t('officers.demo.title')}</h1>
      <p>{t('officers.demo.about')}</p>
      <p>
        <a href="/living-page">{t('officers.demo.living')}</a>
      </p>
      <Search view={view} form={form} next={next} states={states} districts={districts} />
      {offices.length === 0 ? <p>{t('officers.demo.nobody')}</p> : null}
      <Form view={view} action="/sign-in/demo">
        <Hidden name="next" value={next} />
        {offices.map((office) => (
          <OfficeCast key={office.id} view={view} office={office} />
        ))}
      </Form>
    </>
  );
}

function Search({ view, form, next, states, districts }: Omit<Props, 'offices'>) {
  const { t } = view;
  const code = typeof form.values['state'] === 'string' ? form.values['state'] : '';
  const within = code ? districts.filter((district) => district.stateCode === code) : districts;
  return (
    <Form view={view} action="/sign-in/demo" method="get">
      <Hidden name="next" value={next} />
      <TextInput view={view} form={form} name="q" label={t('officers.demo.search')} type="search" />
      <Select
        view={view}
        form={form}
        name="state"
        label={t('places.field.state')}
        blank={t('places.anyState')}
        options={states.map((state) => ({ value: state.code, label: state.name }))}
      />
      <DistrictSelect
        view={view}
        form={form}
        name="district"
        label={t('places.field.district')}
        blank={t('places.anyDistrict')}
        districts={within}
      />
      <Select
        view={view}
        form={form}
        name="role"
        label={t('officers.field.role')}
        blank={t('officers.anyRole')}
        options={roles.map((role) => ({ value: role, label: t(`officers.role.${role}`) }))}
      />
      <Button kind="secondary">{t('officers.demo.find')}</Button>
    </Form>
  );
}

function OfficeCast({ view: { t }, office }: { view: View; office: DemoOffice }) {
  return (
    <section>
      <h2>{office.districtName ? t('officers.demo.officeIn', { office: office.name, district: office.districtName }) : office.name}</h2>
      <ul class="plain">
        {office.officers.map((officer) => (
          <li key={officer.postingId}>
            <Button kind="secondary" name="postingId" value={officer.postingId}>
              {t('officers.demo.signInAs', {
                name: [officer.rank, officer.name].filter(Boolean).join(' '),
                role: t(`officers.role.${officer.role}`),
              })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
