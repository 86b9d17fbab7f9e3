// Letting a request in at the door: whose key it names is looked up before its body is read, and held against the signature once the body is there.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../../../kernel/ids.ts';
import { type Instant, milliseconds } from '../../../kernel/time.ts';
import { type Tools, byStatements } from '../../../platform/context.ts';
import type { Log } from '../../../platform/log.ts';
import { sha256 } from './digest.ts';
import type { Node, NodeKey } from './node.ts';
import { findKey } from './node-store.ts';
import { openRefusals } from './refusals.ts';
import { type SenderFault, claimOf, componentsOf, faultOf } from './sender.ts';
import { type Claim, type Profile, signedText } from './signature.ts';

/** The key and its node are known; nothing is proved. */
type Sender = { claim: Claim; key: NodeKey; node: Node; at: Instant };
/** A body may come as slowly as the server lets it: a key looked up so long ago is looked up once more, as it may be revoked since. */
const KNOWN_MILLISECONDS = 1000;
export type Proved = { node: Node; keyId: string; base: string; signature: string; raw: Buffer; digest: Buffer };

const asking = { actor: { kind: 'system', name: 'exchange' }, ground: { name: 'exchange.sender', purpose: 'exchange' } } as const;

export type Admission = {
  /** A hook that lets nobody on whose key is not known. */
  known(profile: Profile): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined>;
  /** Null: answered with a refusal. */
  proved(request: FastifyRequest, reply: FastifyReply, mediaType: string): Promise<Proved | null>;
};

/** What the request was signed with, to be kept beside it. */
const signatureOf = ({ headers }: FastifyRequest): string =>
  `${headers['signature-input']?.toString()}\n${headers['signature']?.toString()}`;

export function openAdmission(tools: Tools, log: Log): Admission {
  const senders = new WeakMap<FastifyRequest, Sender>();
  const refusals = openRefusals(tools);
  const refuse = (request: FastifyRequest, reply: FastifyReply, fault: SenderFault, node: string | null): FastifyReply => {
    log.warn({ route: request.routeOptions.url ?? 'none', requestId: request.id, errorCode: fault, node }, 'exchange.refused');
    return reply.code(401).send({ error: fault });
  };
  return {
    known: (profile) => async (request, reply) => {
      const claim = claimOf(profile, request.raw);
      if (typeof claim === 'string') {
        await refusals.unknown(request.id);
        return refuse(request, reply, claim, null);
      }
      const sender = await findKey(byStatements(tools, { ...asking, requestId: request.id }), claim.keyId);
      if (!sender) {
        await refusals.unknown(request.id);
        return refuse(request, reply, 'key-unknown', null);
      }
      senders.set(request, { claim, ...sender, at: tools.clock() });
      return undefined;
    },
    async proved(request, reply, mediaType) {
      const sender = senders.get(request);
      if (!sender) throw new Error('a request was proved that nobody let in');
      const { claim, at } = sender;
      const isOld = milliseconds(tools.clock()) - milliseconds(at) >= KNOWN_MILLISECONDS;
      const { key, node } =
        (isOld ? await findKey(byStatements(tools, { ...asking, requestId: request.id }), claim.keyId) : null) ?? sender;
      const sent = Buffer.isBuffer(request.body) ? request.body : null;
      const raw = sent ?? Buffer.alloc(0);
      const digest = sha256(raw);
      const hasBody = claim.covered.includes('"content-digest"');
      const components = componentsOf(request.raw);
      const fault = faultOf(claim, components, { key, node }, tools.clock(), hasBody ? digest : undefined);
      const signed = { keyId: claim.keyId, base: signedText(claim, components), signature: signatureOf(request) };
      if (!fault) return { node, ...signed, raw, digest };
      const delivery = { id: newId(), nodeCode: node.code, mediaType, raw, digest, ...signed };
      await refusals.ofNode(request.id, delivery, fault);
      refuse(request, reply, fault, node.code);
      return null;
    },
  };
}
