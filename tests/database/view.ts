// What a page is given to speak with, for tests that draw pages without a server.
import { newId } from '../../src/kernel/ids.ts';
import type { Context } from '../../src/platform/context.ts';
import { type Locale, wordsIn } from '../../src/platform/i18n/index.ts';
import type { View } from '../../src/web/view.ts';

export function viewOf({ actor, now, tools }: Context, locale: Locale = 'en'): View {
  const words = wordsIn(locale);
  const officer =
    actor.kind === 'officer' ? { name: actor.name, role: words.t(`officers.role.${actor.role}`), office: actor.officeName } : null;
  return {
    ...words,
    now,
    door: 'desk',
    path: '/',
    demo: true,
    idempotencyKey: newId(),
    assets: { styles: '/s.css', islands: '/i.js' },
    officer,
    may: (permission) => tools.may(actor, permission),
  };
}
