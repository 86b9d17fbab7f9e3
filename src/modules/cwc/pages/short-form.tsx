// A short form of the Committee's file; its words are named by the form.
import type { ComponentChildren } from 'preact';
import { FileForm, type FileFormProps } from './file-form.tsx';

export function ShortForm(props: FileFormProps & { name: string; children: ComponentChildren }) {
  const { view, name } = props;
  return (
    <FileForm {...props} path={name} why={view.t(`cwc-moves.${name}.why`)} save={view.t(`cwc-moves.${name}.save`)}>
      {props.children}
    </FileForm>
  );
}
