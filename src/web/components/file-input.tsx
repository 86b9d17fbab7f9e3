// A photograph. With script, it is made smaller before it is sent, which also removes where it was taken.
import { Field, type FieldProps, describedBy } from './field.tsx';

/** `camera` asks a phone for its camera instead of its album. Needs `<Form files>`. */
export type FileInputProps = FieldProps & { accept?: string; camera?: boolean };

export function FileInput(props: FileInputProps) {
  const { name, accept = 'image/jpeg,image/png,image/webp', camera = false } = props;
  return (
    <Field {...props}>
      <input
        type="file"
        id={name}
        name={name}
        accept={accept}
        capture={camera ? 'environment' : undefined}
        data-resize={accept.startsWith('image/') ? 'yes' : undefined}
        {...describedBy(props)}
      />
    </Field>
  );
}
