// Who is told of a directive by message: the nodal posts among its addressees. Every other office finds it on its desk.
import type { OfficeId } from '../../kernel/ids.ts';
import type { Context } from '../../platform/context.ts';
import { intimate } from '../intimations/index.ts';
import type { Directive } from './directive.ts';
import type { Reached } from './reach-store.ts';

/**
 * Twenty thousand messages for one advisory cost money and teach whoever gets them to look away from the next, which may be about a child.
 * The nodal officers are told, see which offices of their area are silent, and have their telephones.
 */
const toldKinds: readonly string[] = ['national-nodal', 'state-nodal', 'district-nodal'];

/** What an intimation of a directive is about: settled for an office by its acknowledgement. */
export const aboutDirective = (directiveId: string) => ({ kind: 'directive', id: directiveId, recordId: null });

/** Neither its title nor its words: only that there is one, of which date, and where it is read. In its time, and not at night. */
export async function tellPosts(context: Context, { id, dated }: Directive, reached: readonly Reached[]): Promise<void> {
  for (const { officeId } of reached.filter(({ kind }) => toldKinds.includes(kind))) {
    const facts = { reference: dated as string, link: `${context.tools.deskOrigin}/directives/${id}` };
    await intimate(context, {
      officeId: officeId as OfficeId,
      template: 'directiveIssued',
      facts,
      alarm: false,
      about: aboutDirective(id),
    });
  }
}
