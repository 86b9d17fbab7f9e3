// The choice among several postings: in which one the officer acts now.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form, Hidden } from '../../../web/components/form.tsx';
import { Radios } from '../../../web/components/radios.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Posting } from '../officer.ts';

type Props = { view: View; form: FormState; next: string; postings: Posting[]; current: string };

export function PostingPage({ view, form, next, postings, current }: Props) {
  const { t } = view;
  const options = postings.map(({ postingId, role, officeName }) => ({
    value: postingId,
    label: t('officers.posting.in', { role: t(`officers.role.${role}`), office: officeName }),
  }));
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <Form view={view} action="/account/posting">
        <Hidden name="next" value={next} />
        <Radios
          view={view}
          form={{ ...form, values: { postingId: current } }}
          name="postingId"
          label={t('officers.posting.title')}
          hint={t('officers.posting.hint')}
          heading
          options={options}
        />
        <Button>{t('officers.posting.continue')}</Button>
      </Form>
    </>
  );
}
