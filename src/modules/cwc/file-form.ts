// A form of the Committee's file of one child: opened for its Committee, saved, and back to the file.
import type { z } from 'zod';
import { type Reference, readReference } from '../../kernel/reference.ts';
import { type Refusal, isRefusal, refuse } from '../../kernel/refusal.ts';
import { type FormValues, type Params, type RequestContext, type Route, form, redirect, show } from '../../web/route.ts';
import { type ChildRecord, childName, readDescription, readRecord, readToChange } from '../children/index.ts';
import type { FileFormProps } from './pages/file-form.tsx';

export type Asked = { params: Params; query: Params };

export type FileForm<Schema extends z.ZodType> = {
  /** After `/cwc/:reference/`; also names its words. */
  name: string;
  /** Where it differs from the name: with an order's or a report's id in it. */
  path?: string;
  permission: 'committeeFile.keep' | 'committeeOrder.read' | 'socialReport.write';
  /** `shared`: by a Committee the record was let in to, which may not change it. */
  reads?: 'shared';
  schema: Schema;
  title(context: RequestContext, name: string, asked: Asked): string;
  draw(
    context: RequestContext,
    record: ChildRecord,
    props: FileFormProps,
    asked: Asked,
  ): Promise<ReturnType<typeof import('./pages/file-form.tsx').FileForm> | Refusal>;
  begin?(context: RequestContext, record: ChildRecord, asked: Asked): Promise<FormValues>;
  save(context: RequestContext, reference: Reference, draft: z.output<Schema>, asked: Asked): Promise<unknown>;
  done: string;
  /** Where it leads; the file, unless said. */
  to?(reference: Reference, saved: unknown): string;
};

export function fileForm<Schema extends z.ZodType>({
  name,
  path = name,
  permission,
  schema,
  title,
  draw,
  begin,
  save,
  done,
  to,
  reads,
}: FileForm<Schema>): Route {
  return form({
    path: `/cwc/:reference/${path}`,
    permission,
    audit: `cwc.${name}`,
    purpose: 'production',
    schema,
    async show(context, { params, query, values, errors }) {
      const reference = readReference(params.reference ?? '');
      const record = reference
        ? await (reads === 'shared' ? readRecord(context, { reference }, 'found') : readToChange(context, reference, 'found'))
        : refuse('web.error.notFound');
      if (isRefusal(record)) return record;
      const { view } = context;
      const asked = { params, query };
      const heading = title(context, childName(view, await readDescription(context, record.id)), asked);
      const begun = Object.keys(values).length > 0 || !begin ? values : await begin(context, record, asked);
      const props = { view, form: { values: begun, errors }, reference: record.reference, title: heading };
      const body = await draw(context, record, props, asked);
      return isRefusal(body) ? body : show(heading, body);
    },
    async save(context, { params, query, draft }) {
      const reference = readReference(params.reference ?? '');
      if (!reference) return refuse('web.error.notFound');
      const saved = await save(context, reference, draft, { params, query });
      if (isRefusal(saved)) return saved;
      const next = to ? to(reference, saved) : `/cwc/${reference}/file`;
      return redirect(next + (query.purpose && next.includes(reference) ? `?purpose=${encodeURIComponent(query.purpose)}` : ''), done);
    },
  });
}
