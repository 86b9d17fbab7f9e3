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
  /** Where its reader has no file to go back to: to the child's own page. */
  back?: 'record';
  save: string;
  /** What a field is called, where many are wrong with the same words. */
  labelOf?: (name: string) => string;
  /** What stands above the form. */
  before?: ComponentChildren;
  children: ComponentChildren;
};

export function FileForm({ view, form, reference, title, path, why, back, labelOf, save, before, children }: Props) {
  const hasFile = view.may('committeeFile.read') && back !== 'record';
  return (
    <>
      <ErrorSummary view={view} form={form} {...(labelOf ? { labelOf } : {})} />
      <p class="reference">
        {hasFile ? (
          <a href={`/cwc/${reference}/file`}>{view.t('cwc.file.back', { reference })}</a>
        ) : (
          <a href={`/found/${reference}`}>{reference}</a>
        )}
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
