// The directory on screen: a search, then offices with their officers and telephones.
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { type District, DistrictSelect } from '../../places/index.ts';
import type { DirectoryEntry } from '../directory-store.ts';
import { officeKinds } from '../office-kind.ts';

type Props = { view: View; form: FormState; entries: DirectoryEntry[]; districts: District[] };

export function DirectoryPage({ view, form, entries, districts }: Props) {
  const { t } = view;
  const kinds = officeKinds.map((kind) => ({ value: kind, label: t(`officers.office.${kind}`) }));
  return (
    <>
      <h1>{t('officers.directory.title')}</h1>
      <Form view={view} action="/officers" method="get">
        <TextInput view={view} form={form} name="q" label={t('officers.directory.search')} type="search" />
        <Select
          view={view}
          form={form}
          name="kind"
          label={t('officers.field.officeKind')}
          blank={t('officers.anyOffice')}
          options={kinds}
        />
        <DistrictSelect
          view={view}
          form={form}
          name="district"
          label={t('places.field.district')}
          blank={t('places.anyDistrict')}
          districts={districts}
        />
        <Button kind="secondary">{t('officers.directory.find')}</Button>
      </Form>
      <p role="status">{t('officers.directory.count', { count: entries.length })}</p>
      {entries.map((entry) => (
        <OfficeEntry key={entry.id} view={view} entry={entry} />
      ))}
    </>
  );
}

function OfficeEntry({ view: { t }, entry }: { view: View; entry: DirectoryEntry }) {
  const { name, kind, districtName, telephone, email, officers } = entry;
  return (
    <section>
      <h2>{name}</h2>
      <p class="hint">{[t(`officers.office.${kind}`), districtName].filter(Boolean).join(' · ')}</p>
      <p>
        {telephone ? <a href={`tel:${telephone}`}>{telephone}</a> : null} {email ? <a href={`mailto:${email}`}>{email}</a> : null}
      </p>
      {officers.length === 0 ? <p>{t('officers.directory.vacant')}</p> : null}
      <ul>
        {officers.map((officer) => (
          <li key={`${officer.officerId} ${officer.role}`}>
            {[officer.rank, officer.name].filter(Boolean).join(' ')}, {t(`officers.role.${officer.role}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
