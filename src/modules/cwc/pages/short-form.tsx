// A short form of the Committee's file; its words are named by the form.
import type { ComponentChildren } from 'preact';
import { FileForm, type FileFormProps } from './file-form.tsx';

export function ShortForm(props: FileFormProps & { name: string; back?: 'record'; children: ComponentChildren }) {
  const { view, name, back } = props;
  return (
    <FileForm
      {...props}
      {...(back ? { back } : {})}
      labelOf={(field) => view.t(`cwc-moves.field.${field}`)}
      path={name}
      why={view.t(`cwc-moves.${name}.why`)}
      save={view.t(`cwc-moves.${name}.save`)}
    >
      {props.children}
    </FileForm>
  );
}
