// A message in quarantine as it came, to whoever says why; what could not be opened at all is put right here as a text.
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Form } from '../../../web/components/form.tsx';
import { TextInput } from '../../../web/components/text-input.tsx';
import type { FormState } from '../../../web/form-state.ts';
import type { View } from '../../../web/view.ts';
import type { Tree } from '../quarantine/message-fields.ts';
import type { Held } from '../quarantine/quarantine-store.ts';
import { lineByLine } from '../quarantine/line-by-line.ts';
import { TextForm } from './held-form.tsx';

/** `text` null: the reason is asked for. */
export function RawPage({
  view,
  held,
  text,
  form,
}: {
  view: View;
  held: Held & { tree: Tree | null };
  text: string | null;
  form: FormState;
}) {
  const { t } = view;
  const path = `/exchange/quarantine/${held.row}`;
  return (
    <>
      <p class="back">
        <a href={path}>{t('quarantine.one')}</a> ›
      </p>
      <h1>{t('quarantine.raw')}</h1>
      <p>{t('quarantine.rawHint')}</p>
      {text === null ? (
        <>
          <ErrorSummary view={view} form={form} />
          <Form view={view} action={`${path}/raw`}>
            <TextInput view={view} form={form} name="words" label={t('quarantine.why')} />
            <Button>{t('quarantine.rawShow')}</Button>
          </Form>
        </>
      ) : (
        <>
          <pre dir="auto">{text}</pre>
          {/* What comes in again is read as JSON: XML that is not well formed is mended where it was made. */}
          {held.tree !== null || text.trimStart().startsWith('<') ? null : (
            <TextForm view={view} row={held.row} form={{ values: { message: lineByLine(text) }, errors: {} }} />
          )}
        </>
      )}
    </>
  );
}
