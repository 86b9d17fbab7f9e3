// What an order, once made, says in the child's diary: that it was made, and what it starts or ends by itself.
import type { DiaryFact } from '../../../kernel/happenings.ts';
import type { NewEntry } from '../../diary/index.ts';
import { stepEntries } from '../schedule/actions.ts';
import type { Order } from './order.ts';
import type { OrderType } from './order-type.ts';
import type { followers, escorts } from './order-type.ts';

type Told = (order: Order) => NewEntry[];
type Follower = (typeof followers)[number];
type Escort = (typeof escorts)[number];
const nothing: Told = () => [];

const toldBy: Record<OrderType, Told> = {
  'in-need': nothing,
  age: nothing,
  'age-test': ({ id }) => [{ happening: 'care.ageTestOrdered', facts: { order: id } }],
  'medical-examination': nothing,
  'interim-custody': ({ placedWith }) => [{ happening: 'found.placed', facts: { with: placedWith! } }],
  undertaking: nothing,
  'case-worker': ({ who }) => [{ happening: 'inquiry.followUpNamed', facts: { who: who as Follower } }],
  compensation: nothing,
  'social-report': ({ id, dueOn }) => [{ happening: 'inquiry.reportOrdered', facts: { order: id, dueOn: dueOn ?? '' } }],
  'placement-review': () => [{ happening: 'inquiry.placementReviewed', facts: {} }],
  transfer: () => [{ happening: 'inquiry.transferOrdered', facts: {} }],
  escort: ({ id, who }) => [{ happening: 'inquiry.escortOrdered', facts: { order: id, of: who as Escort } }],
  restoration: nothing, // the child goes home when it is recorded that it did
  'legally-free': () => [{ happening: 'inquiry.declaredLegallyFree', facts: {} }],
  sponsorship: nothing, // granted, placed: when the order is carried out, with its period and its money
  foster: nothing,
  kinship: nothing,
  aftercare: nothing,
  final: () => [{ happening: 'inquiry.finalOrderMade', facts: {} }],
  other: nothing,
};

const stepOf = { age: 'age', final: 'final-order', 'placement-review': 'review' } as const satisfies Partial<Record<OrderType, string>>;

export function entriesOf(order: Order, diary: readonly DiaryFact[]): NewEntry[] {
  const paper = { kind: 'committee-order', id: order.id };
  const step = order.type in stepOf ? stepOf[order.type as keyof typeof stepOf] : null;
  return [
    { happening: 'inquiry.orderMade', facts: { type: order.type }, paper },
    ...toldBy[order.type](order).map((entry) => ({ ...entry, paper })),
    ...(step ? stepEntries(diary, step, paper) : []),
  ];
}
