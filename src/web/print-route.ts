// A paper to print: a page like any other, with permission, audit name and purpose, whose answer is a PDF that no cache keeps.
import { type Refusal, isRefusal } from '../kernel/refusal.ts';
import { type Document, renderDocument } from '../platform/documents/index.ts';
import { type Locale, isPrinted, wordsIn } from '../platform/i18n/index.ts';
import { type Input, type PageRoute, type RequestContext, page } from './route.ts';

/** `language`: of a paper that was written in one, whoever reads it. */
export type Printable = Omit<Document, 'printed'> & { language?: Locale };

export type PrintRoute = Pick<PageRoute, 'path' | 'permission' | 'audit' | 'purpose'> & {
  /** It has words in every language that is printed: `?language=` asks for one of them (tests/printing). */
  inPrintLanguages?: true;
  /** Reads what is printed, as a page would, and says it in the language of the view. Who prints, when and why is added here. */
  paper(context: RequestContext, input: Input): Promise<Printable | Refusal>;
};

function inLanguage(context: RequestContext, language: Locale): RequestContext {
  return language === context.view.locale ? context : { ...context, view: { ...context.view, ...wordsIn(language) } };
}

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
export function print({ paper, inPrintLanguages, ...ground }: PrintRoute): PageRoute {
  return page({
    ...ground,
    async answer(reader, input) {
      const asked = input.query['language'];
      const context = inPrintLanguages && isPrinted(asked) ? inLanguage(reader, asked) : reader;
      const read = await paper(context, input);
      if (isRefusal(read)) return read;
      const { language = context.view.locale, ...drawn } = read;
      const document = { ...drawn, printed: printedBy(inLanguage(context, language)) };
      const body = Buffer.from(await renderDocument(document, { language }));
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
