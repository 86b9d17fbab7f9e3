// A paper to print: a page like any other, with permission, audit name and purpose, whose answer is a PDF that no cache keeps.
import { type Refusal, isRefusal } from '../kernel/refusal.ts';
import { type Document, renderDocument } from '../platform/documents/index.ts';
import { type Input, type PageRoute, type RequestContext, page } from './route.ts';

export type PrintRoute = Pick<PageRoute, 'path' | 'permission' | 'audit' | 'purpose'> & {
  /** Reads what is printed, as a page would, and says it in the reader's language. Who prints, when and why is added here. */
  paper(context: RequestContext, input: Input): Promise<Omit<Document, 'printed'> | Refusal>;
};

function printedBy({ view, now, ground }: RequestContext): Document['printed'] {
  const { t, officer } = view;
  return {
    by: officer ? `${officer.name}, ${officer.office}` : t('web.name'),
    at: now,
    purpose: t(`children.purpose.${ground.purpose}`),
    caution: t('web.print.caution'),
  };
}

/** A name any file system takes, and nothing that could end a header. */
function fileNameOf(reference: string): string {
  return `${reference.replaceAll(/[^\w-]/g, '-')}.pdf`;
}

/** The address of a paper is that of its record and `print.pdf`, or another word for what it is. */
export function print({ paper, ...ground }: PrintRoute): PageRoute {
  return page({
    ...ground,
    async answer(context, input) {
      const read = await paper(context, input);
      if (isRefusal(read)) return read;
      const document = { ...read, printed: printedBy(context) };
      const body = Buffer.from(await renderDocument(document, { language: context.view.locale }));
      return {
        kind: 'file',
        body,
        contentType: 'application/pdf',
        cacheControl: 'private, no-store',
        fileName: fileNameOf(document.reference),
      };
    },
  });
}
