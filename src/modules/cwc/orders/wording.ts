// The words of an order in the language it is made in: a heading with its number, what the members wrote, and what follows from the fields.
import { type Day, type Instant, dayOf } from '../../../kernel/time.ts';
import { type Locale, type Words, formatDay, wordsIn } from '../../../platform/i18n/index.ts';
import type { OrderDraft } from './form.ts';
import type { OrderType } from './order-type.ts';

export type About = { committee: string; name: string; reference: string; producedOn: Day };

/** What the members begin with: the catalogue's words for this kind of order. */
export function templateOf(words: Words, type: OrderType, { name, reference, producedOn }: About): string {
  return words.t(`cwc-orders.template.${type}`, { name, reference, produced: formatDay(words, producedOn) });
}

export type Composed = { about: About; number: string; now: Instant; draft: OrderDraft; toOfficeName: string | null };

export function composed({ about, number, now, draft, toOfficeName }: Composed, words: Words = wordsIn(draft.language as Locale)): string {
  const { t } = words;
  const { type, placedWith, dueOn, followUp, escortOf, suitableBy, body } = draft;
  const terms = [
    placedWith && t('cwc-orders.term.placedWith', { value: t(`cwc.placement.${placedWith}`) }),
    toOfficeName && t('cwc-orders.term.to', { value: toOfficeName }),
    dueOn && t('cwc-orders.term.dueOn', { value: formatDay(words, dueOn) }),
    followUp && t('cwc-orders.term.followUp', { value: t(`cwc-orders.who.${followUp}`) }),
    escortOf && t('cwc-orders.term.escortOf', { value: t(`cwc-orders.who.${escortOf}`) }),
    suitableBy && t('cwc-orders.term.suitableBy', { value: t(`cwc-orders.suitable.${suitableBy}`) }),
  ].filter((line) => line);
  return [
    about.committee,
    t('cwc-orders.heading', { kind: t(`cwc-orders.type.${type}`), number, day: formatDay(words, dayOf(now)) }),
    t('cwc-orders.about', { name: about.name, reference: about.reference }),
    '',
    body.trim(),
    ...(terms.length > 0 ? ['', ...terms] : []),
  ].join('\n');
}
