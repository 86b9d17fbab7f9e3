// Taking a delivery: its messages are found and read, and all of it is kept at once. Whatever is wrong inside has its place in quarantine, with a reason.
import { newId } from '../../../kernel/ids.ts';
import type { Context } from '../../../platform/context.ts';
import type { Node } from '../trust/node.ts';
import { type MediaType, findMessages } from './finding.ts';
import { type Delivery, type Kept, type Result, keepDelivery } from './message-store.ts';

export type Came = Omit<Delivery, 'id' | 'nodeCode' | 'mediaType'> & { mediaType: MediaType };
export type Receipt = { deliveryId: string; node: string; receivedAt: string; digest: string; messages: Result[] };

function receiptOf({ id, receivedAt, results }: Kept, { nodeCode, digest }: Delivery): Receipt {
  return { deliveryId: id, node: nodeCode, receivedAt, digest: digest.toString('base64'), messages: results };
}

/** The same bytes sent again are answered with the same receipt. */
export async function takeDelivery(context: Context, node: Node, came: Came): Promise<Receipt> {
  const delivery: Delivery = { ...came, id: newId(), nodeCode: node.code };
  const found = findMessages(came.raw, came.mediaType, node);
  return receiptOf(await keepDelivery(context, delivery, found), delivery);
}
