// Choosing the quarter; the place is carried along.
import { Button } from '../../../web/components/button.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Select } from '../../../web/components/select.tsx';
import { blankForm } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import { periodInWords } from '../../journals/index.ts';
import { quartersOffered } from '../quarterly-return.ts';

export function QuarterForm({ view, action, period, place = '' }: { view: View; action: string; period: string; place?: string }) {
  return (
    <Form view={view} action={action} method="get">
      <div class="asked-of-figures">
        <Select
          view={view}
          form={{ ...blankForm, values: { period } }}
          name="period"
          label={view.t('returns.page.quarter')}
          options={quartersOffered(view.now).map((value) => ({ value, label: periodInWords(view, value) }))}
        />
        {place ? <Hidden name="place" value={place} /> : null}
        <Button kind="secondary">{view.t('returns.page.show')}</Button>
      </div>
    </Form>
  );
}
