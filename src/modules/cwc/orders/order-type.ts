// Every kind of order of a Committee: the list of Form 15, and the orders other forms give. What each asks, how many sign it, and when it may be made.
import type { BenchName } from '../../../law/index.ts';

export type Asked = 'toOffice' | 'toCommittee' | 'placedWith' | 'dueOn' | 'followUp' | 'escortOf' | 'suitableBy';

export type OrderKind = {
  /** The number the Model Rules 2016 give it, or two; null where the order has no form of its own. */
  readonly form: string | null;
  readonly signedBy: BenchName;
  readonly asks: readonly Asked[];
  /** Of these some may be left out. */
  readonly optional?: readonly Asked[];
};

export const orderKinds = {
  'in-need': { form: null, signedBy: 'quorum', asks: [] },
  age: { form: null, signedBy: 'quorum', asks: [] },
  'age-test': { form: null, signedBy: 'quorum', asks: [] },
  'medical-examination': { form: null, signedBy: 'quorum', asks: [] },
  'interim-custody': { form: '18, 19', signedBy: 'one-member', asks: ['placedWith', 'toOffice'], optional: ['toOffice'] },
  undertaking: { form: '20', signedBy: 'quorum', asks: [] },
  'case-worker': { form: null, signedBy: 'quorum', asks: ['followUp'] },
  compensation: { form: null, signedBy: 'quorum', asks: [] },
  'social-report': { form: '21', signedBy: 'quorum', asks: ['toOffice', 'dueOn'] },
  'placement-review': { form: null, signedBy: 'quorum', asks: [] },
  transfer: { form: null, signedBy: 'quorum', asks: ['toCommittee'] },
  escort: { form: '45', signedBy: 'quorum', asks: ['escortOf', 'toOffice'], optional: ['toOffice'] },
  restoration: { form: '44', signedBy: 'quorum', asks: ['suitableBy'] },
  'legally-free': { form: null, signedBy: 'three', asks: [] }, // Form 25 is the certificate that follows
  // The placing itself, its money and its papers are kept with care in families.
  sponsorship: { form: '36', signedBy: 'quorum', asks: [] },
  foster: { form: '32', signedBy: 'quorum', asks: [] },
  kinship: { form: null, signedBy: 'quorum', asks: [] },
  aftercare: { form: '37', signedBy: 'quorum', asks: [] },
  final: { form: null, signedBy: 'quorum', asks: [] },
  other: { form: null, signedBy: 'quorum', asks: [] },
} as const satisfies Record<string, OrderKind>;

export type OrderType = keyof typeof orderKinds;
export const orderTypes = Object.keys(orderKinds) as [OrderType, ...OrderType[]];

export const kindOf = (type: OrderType): OrderKind => orderKinds[type];

export const escorts = ['dcpu', 'police', 'childline', 'organisation'] as const;
export const followers = ['probation-officer', 'social-worker', 'organisation'] as const;
/** How the family was found suitable before the child is released to it (JJ Act s.40(3)). */
export const suitabilities = ['social-report', 'home-visit', 'district-report'] as const;
/** Orders another office carries out, and says when it did. */
export const carriedOut: readonly OrderType[] = ['age-test', 'escort'];
