// What is odd in a valid message: an order of things that cannot be right. It is applied as the police reported it, and the oddity is shown; a child never waits for a date to be put right.
import { yearOf, dayOf } from '../../../kernel/time.ts';
import type { Message } from './envelope.ts';

export const oddityCodes = {
  'arrest-before-fir': 'An arrest was made before the FIR was registered.',
  'fir-before-diary': 'The FIR was registered before its general diary entry was written.',
  'registered-before-told': 'The FIR was registered before the station heard of it.',
  'occurred-after-told': 'It happened after the station heard of it.',
  'last-seen-after-told': 'The child was last seen after the station heard that it is missing.',
  'registered-in-other-year': 'The FIR was registered in another year than its number is of.',
  'sent-before-event': 'The message was written before what it tells happened.',
  'before-fir': 'What it tells happened before its FIR was registered, or the child of its paper found.',
  'transferred-before-registered': 'The other station registered the FIR before it was sent there.',
} as const;
export type OddityCode = keyof typeof oddityCodes;
export type Oddity = { readonly path: string; readonly code: OddityCode };

type OfFir = Extract<Message, { type: 'FIR.registered' }>;

const before = (first: string | undefined, second: string | undefined): boolean =>
  first !== undefined && second !== undefined && first < second;

function oddInFir({ body, paper }: OfFir): Oddity[] {
  const odd: [boolean, string, OddityCode][] = [
    ...(body.arrests ?? []).map(({ at }, index): [boolean, string, OddityCode] => [
      before(at, body.registeredAt),
      `/body/arrests/${index}/at`,
      'arrest-before-fir',
    ]),
    [before(body.registeredAt, body.generalDiaryAt), '/body/generalDiaryAt', 'fir-before-diary'],
    [before(body.registeredAt, body.informationReceivedAt), '/body/registeredAt', 'registered-before-told'],
    [before(body.informationReceivedAt, body.occurredFrom), '/body/occurredFrom', 'occurred-after-told'],
    [before(body.informationReceivedAt, body.lastSeen.at), '/body/lastSeen/at', 'last-seen-after-told'],
    [before(dayOf(body.informationReceivedAt), body.lastSeen.onlyDay), '/body/lastSeen/onlyDay', 'last-seen-after-told'],
    [yearOf(dayOf(body.registeredAt)) !== paper.year, '/paper/year', 'registered-in-other-year'],
  ];
  return odd.flatMap(([is, path, code]) => (is ? [{ path, code }] : []));
}

export function odditiesOf(message: Message): Oddity[] {
  const found: Oddity[] = message.type === 'FIR.registered' ? oddInFir(message) : [];
  if (message.type === 'FIR.zeroTransferred' && before(message.body.registeredAt, message.body.transferredAt))
    found.push({ path: '/body/registeredAt', code: 'transferred-before-registered' });
  if (before(message.sentAt, message.eventAt)) found.push({ path: '/sentAt', code: 'sent-before-event' });
  return found;
}
