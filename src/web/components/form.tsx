// A form that acts once however often it is sent: it carries the page's idempotency key.
import type { ComponentChildren } from 'preact';
import type { View } from '../view.ts';

/** `files` for forms with a photograph. A form that only asks (`get`) carries no key. `id` lets a button outside belong to it. */
export type FormProps = {
  view: View;
  action: string;
  children: ComponentChildren;
  method?: 'post' | 'get';
  files?: boolean;
  id?: string;
  inline?: boolean;
};

export function Form({ view, action, children, method = 'post', files = false, id, inline = false }: FormProps) {
  return (
    <form
      id={id}
      class={inline ? 'inline' : undefined}
      method={method}
      action={action}
      enctype={files ? 'multipart/form-data' : undefined}
      noValidate
    >
      {method === 'post' ? <input type="hidden" name="_key" value={view.idempotencyKey} /> : null}
      {children}
    </form>
  );
}

/** A value the form carries along without asking. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
