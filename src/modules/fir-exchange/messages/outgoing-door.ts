// What the portal tells nodes, as OpenAPI and JSON Schema: the call it makes, the fetch of a node that cannot be called, the schema of the one message.
import { type Schemas, objectSchema } from './json-schema.ts';
import { acknowledgement, nodeReceipt, outgoing1 } from './outgoing.ts';
import { version1 } from './version-1.ts';

type Part = { [name: string]: unknown };
/** What all routes of nodes are described with. */
export type DoorWords = {
  signed: readonly Part[];
  bodyDigest: Part;
  signatureHeaders: Part;
  query(name: string, minimum: number, maximum: number, description: string): Part;
  json(name: string): Part;
  refused(description: string): Part;
};

const MOST_SEQUENCE = 999_999_999_999_999;
const whole = { type: 'integer', minimum: 0 };

export function outgoingSchemas(base: string): Schemas {
  const definitions = { base, schemas: {} as Schemas };
  const message = { ...objectSchema(outgoing1.fields, definitions), description: outgoing1.says };
  const items = { type: 'object', properties: { sequence: whole, message: { $ref: `${base}${outgoing1.type}` } }, required: ['sequence', 'message'] };
  const page = { node: { type: 'string' }, messages: { type: 'array', items }, next: whole, more: { type: 'boolean' } };
  const acknowledged = { node: { type: 'string' }, upTo: whole, acknowledged: whole };
  return {
    ...definitions.schemas,
    [outgoing1.type]: message,
    NodeReceipt: objectSchema(nodeReceipt, definitions),
    Outgoing: { type: 'object', properties: page, required: Object.keys(page) },
    Acknowledgement: objectSchema(acknowledgement, definitions),
    Acknowledged: { type: 'object', properties: acknowledged, required: Object.keys(acknowledged) },
  };
} // prettier-ignore

export function outgoingDoor({ signed, bodyDigest, signatureHeaders, query, json, refused }: DoorWords): { paths: Part; webhooks: Part } {
  const fetched = {
    get: {
      operationId: 'fetchOutgoing',
      summary: 'What the portal tells you and you have not acknowledged, in order.',
      parameters: [...signed, query('after', 0, MOST_SEQUENCE, 'The sequence of the last message you have; 0 at first.'), query('limit', 1, 1000, 'How many at most.')],
      responses: {
        200: { description: 'The messages, signed.', headers: signatureHeaders, content: json('Outgoing') },
        400: refused('The query asks for something else.'),
        401: refused('The signature does not hold, or no such node is known.'),
      },
    },
  };
  const acknowledged = {
    post: {
      operationId: 'acknowledgeOutgoing',
      summary: 'You have kept all you fetched up to a sequence: it is not offered again.',
      parameters: [...signed, bodyDigest],
      requestBody: { required: true, content: json('Acknowledgement') },
      responses: {
        200: { description: 'How many that were, signed as a receipt.', headers: signatureHeaders, content: json('Acknowledged') },
        400: refused('The body is something else.'),
        401: refused('The signature does not hold, or no such node is known.'),
      },
    },
  };
  const told = {
    post: {
      operationId: 'takePortalHappened',
      summary: 'The portal calls your node, at the address the national office entered for it.',
      description: "Signed as your own deliveries are, by the portal's key. Answer within ten seconds, with a receipt of at most 16 KB signed by your key. Redirects are not followed.",
      parameters: [...signed, bodyDigest],
      requestBody: { required: true, content: json(outgoing1.type) },
      responses: {
        200: { description: 'Taken: your receipt, signed over this request (tag `vatsalya-receipt`).', headers: signatureHeaders, content: json('NodeReceipt') },
        '4XX': { description: 'Refused for good, but for 408, 425 and 429: a person must look.' },
        default: { description: 'It is sent again, with longer waits, for a day.' },
      },
    },
  };
  return { paths: { '/v1/outgoing': fetched, '/v1/outgoing/acknowledged': acknowledged }, webhooks: { [outgoing1.type]: told } };
} // prettier-ignore

/** The file a node's developer holds what comes against. */
export function outgoingJsonSchema(): Part {
  const { [outgoing1.type]: message, NodeReceipt: receipt, Outgoing: _, Acknowledgement: __, Acknowledged: ___, ...parts } = outgoingSchemas('#/$defs/');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${version1.namespace}:outgoing`,
    title: `A message of the portal to a police node, version ${version1.version}`,
    ...message,
    $defs: { NodeReceipt: receipt, ...parts },
  };
} // prettier-ignore
