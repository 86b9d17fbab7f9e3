// What of the posts is shown: a State, a kind, how they stand.
import { Button } from '../../../web/components/button.tsx';
import { Form } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import type { Params } from '../../../web/route.ts';
import type { View } from '../../../web/view.ts';
import { type State, placeName } from '../../places/index.ts';
import { conditions } from '../aliveness.ts';
import { watchedKinds } from '../posts.ts';

export function PostFilter({ view, query, states }: { view: View; query: Params; states: readonly State[] }) {
  const { t } = view;
  const form = { values: query, errors: {} };
  const kinds = [
    { value: 'all', label: t('nodal-officers.allKinds') },
    ...watchedKinds.map((kind) => ({ value: kind, label: t(`officers.office.${kind}`) })),
  ];
  return (
    <Form view={view} action="/nodal-officers" method="get">
      <div class="filter">
        <Select
          view={view}
          form={form}
          name="state"
          label={t('places.field.state')}
          blank={t('places.anyState')}
          options={states.map((state) => ({ value: state.code, label: placeName(view, state) }))}
        />
        <Select
          view={view}
          form={form}
          name="kind"
          label={t('nodal-officers.field.kind')}
          blank={t('nodal-officers.nodalKinds')}
          options={kinds}
        />
        <Select
          view={view}
          form={form}
          name="condition"
          label={t('nodal-officers.field.condition')}
          blank={t('nodal-officers.anyCondition')}
          options={conditions.map((condition) => ({ value: condition, label: t(`nodal-officers.condition.${condition}`) }))}
        />
        <Button kind="secondary">{t('nodal-officers.show')}</Button>
      </div>
    </Form>
  );
}
