// Choosing the month, and the kind of authority where the page has one; the place is carried along.
import type { Day } from '../../../kernel/time.ts';
import type { UploadOffice } from '../../../law/index.ts';
import { formatMonth } from '../../../platform/i18n/index.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import type { View } from '../../../web/view.ts';
import type { Asked } from '../form.ts';

type Props = {
  view: View;
  action: string;
  asked: Pick<Asked, 'values' | 'wrong'>;
  months: readonly Day[];
  kinds?: readonly UploadOffice[];
};

export function MonthForm({ view, action, asked: { values, wrong }, months, kinds }: Props) {
  const form = { values, errors: Object.fromEntries(Object.entries(wrong).map(([field, key]) => [field, view.t(key)])) };
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <Form view={view} action={action} method="get">
        <div class="asked-of-figures">
          <Select
            view={view}
            form={form}
            name="month"
            label={view.t('timeliness.month')}
            options={months.map((month) => ({ value: month.slice(0, 7), label: formatMonth(view, month) }))}
          />
          {kinds ? (
            <Select
              view={view}
              form={form}
              name="kind"
              label={view.t('timeliness.kind')}
              options={kinds.map((kind) => ({ value: kind, label: view.t(`officers.office.${kind}`) }))}
            />
          ) : null}
          {values.place && !wrong['place'] ? <Hidden name="place" value={values.place} /> : null}
          <Button kind="secondary">{view.t('timeliness.show')}</Button>
        </div>
      </Form>
    </>
  );
}
