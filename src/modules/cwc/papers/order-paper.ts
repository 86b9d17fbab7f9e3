// An order of the Committee on paper: its words as signed, who signed them and when, with the digest of what each saw.
import { headOfForm } from '../../../kernel/forms.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Document } from '../../../platform/documents/index.ts';
import { formatDay, formatMoment } from '../../../platform/i18n/index.ts';
import type { View } from '../../../web/view.ts';
import { hashOf, numberOf, type Order, standingOf } from '../orders/order.ts';

/** The form of the rules an order of this kind is given on; null where it has none of its own. */
function formOf({ type, placedWith }: Pick<Order, 'type' | 'placedWith'>): Document['form'] {
  if (type === 'interim-custody') {
    const person = placedWith === 'fit-person' || placedWith === 'parents-pending-inquiry';
    return headOfForm(person ? 'placement-with-person-pending-inquiry' : 'placement-in-institution');
  }
  if (type === 'undertaking') return headOfForm('undertaking-of-carer');
  if (type === 'social-report') return headOfForm('order-for-social-report');
  if (type === 'restoration') return headOfForm('release-and-restoration');
  return type === 'escort' ? headOfForm('escort-order') : null;
}

/** `pictures`: of the members' signatures, as PNG by id. */
export function orderPaper(
  view: View,
  { order, childName, pictures }: { order: Order; childName: string; pictures: ReadonlyMap<string, Buffer> },
): Omit<Document, 'printed'> {
  const { t } = view;
  const digest = hashOf(order.text).toString('hex');
  const standing = standingOf(order);
  return {
    form: formOf(order),
    title: t('cwc-orders.title', { kind: t(`cwc-orders.type.${order.type}`), number: numberOf(order) }),
    reference: `${numberOf(order)}`,
    date: formatDay(view, dayOf(order.madeAt ?? order.draftedAt)),
    parties: [{ role: t('cwc-papers.child'), name: childName }],
    body: [
      ...(standing === 'made' ? [] : [{ kind: 'paragraph', text: t(`cwc-papers.${standing}`) } as const]),
      ...order.text.split('\n').flatMap((text) => (text.trim() ? [{ kind: 'paragraph', text } as const] : [])),
      {
        kind: 'signatures',
        of: order.signers.map(({ name, signedAt, signatureId }) => ({
          name,
          designation: t('cwc-papers.member'),
          signedAt: signedAt && formatMoment(view, signedAt),
          textHash: signedAt && digest,
          picture: [...((signatureId && pictures.get(signatureId)) || [])],
        })),
      },
    ],
  };
}
