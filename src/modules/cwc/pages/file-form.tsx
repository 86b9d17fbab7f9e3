// What the forms of the Committee's file have in common: the child's reference, the question, why it is asked, and the button.
import type { ComponentChildren } from 'preact';
import type { Reference } from '../../../kernel/reference.ts';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';

/** A stated purpose is carried along: an office of the district was asked for it, and is not asked anew at each step. */
export function carried(view: View, href: string): string {
  const purpose = new URLSearchParams(view.path.split('?')[1] ?? '').get('purpose');
  return purpose ? `${href}${href.includes('?') ? '&' : '?'}purpose=${encodeURIComponent(purpose)}` : href;
}

export type FileFormProps = { view: View; form: FormState; reference: Reference; title: string };

type Props = FileFormProps & {
  /** The form's address after `/cwc/<reference>/`. */
  path: string;
  why: string;
  save: string;
  /** What stands above the form. */
  before?: ComponentChildren;
  children: ComponentChildren;
};

export function FileForm({ view, form, reference, title, path, why, save, before, children }: Props) {
  return (
    <>
      <ErrorSummary view={view} form={form} />
      <p class="reference">
        <a href={`/found/${reference}`}>{reference}</a>
      </p>
      <h1>{title}</h1>
      <p>{why}</p>
      {before}
      <Form view={view} action={carried(view, `/cwc/${reference}/${path}`)}>
        {children}
        <Button>{save}</Button>
      </Form>
    </>
  );
}
