// A directive as a test needs it: only what the test is about is said, entered and pointed as the desk does it.
import { isRefusal } from '../../src/kernel/refusal.ts';
import { addPoint, enterDirective } from '../../src/modules/directives/actions.ts';
import { directiveSchema, pointSchema } from '../../src/modules/directives/form.ts';
import type { Nation, Who } from './tools.ts';

type Typed = Record<string, string | string[]>;
type Said = { points?: readonly Typed[]; [field: string]: unknown };

const directive = {
  kind: 'advisory',
  title: 'Answer within the week',
  authority: 'Invented Department',
  dated: '2026-11-01',
  text: 'Every office answers.\nपढ़ें और पावती दें।',
  confidence: 'C',
  audience: 'public',
  officeKinds: ['police-station'],
};
const what = { what: 'Answer letters within the week', repeats: 'once' };
/** The day of a point that says nothing of it. */
const term = { dueKind: 'days', dueCount: '7', dueFrom: 'receipt', dueBasis: 'portal' };

/** A draft of the officer's office; answers its id. Throws where the draft is refused. */
export async function writeDirective(nation: Nation, who: Who, { points = [], ...said }: Said = {}): Promise<string> {
  const officer = nation.officer(who);
  const answered = await nation.ask(who, async (context) => {
    const id = await enterDirective(context, officer, directiveSchema.parse({ ...directive, ...said }));
    if (isRefusal(id)) return id;
    for (const more of points) {
      const added = await addPoint(context, officer, id, pointSchema.parse({ ...what, ...('dueKind' in more ? {} : term), ...more }));
      if (isRefusal(added)) return added;
    }
    return id;
  });
  if (isRefusal(answered)) throw new Error(JSON.stringify(answered));
  return answered;
}
