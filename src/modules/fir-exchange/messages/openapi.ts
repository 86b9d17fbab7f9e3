// The whole exchange door as OpenAPI 3.1: what may be sent, how it is signed, what is answered. Its messages are the version's own.
import { answers } from './door-answers.ts';
import { digestAnswer, digestRequest } from './digests.ts';
import { type Schemas, messageSchemas, objectSchema } from './json-schema.ts';
import { outgoingDoor, outgoingSchemas } from './outgoing-door.ts';
import { version1 } from './version-1.ts';

type Part = { [name: string]: unknown };
const MANY = 'application/x-ndjson';

const ref = (name: string): Part => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string): Part => ({ 'application/json': { schema: ref(name) } });
const header = (description: string): Part => ({ description, schema: { type: 'string' } });
const signatureHeaders = {
  'Content-Digest': header('RFC 9530, `sha-256`.'),
  'Signature-Input': header('RFC 9421: what the portal signed.'),
  Signature: header("RFC 9421, Ed25519, by the portal's key (`/v1/contract/portal-key`)."),
};
const parameter = (name: string, description: string): Part => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});
const signed = [
  parameter('Signature-Input', 'RFC 9421: the components covered, `created`, `keyid`, `alg="ed25519"`, `tag="vatsalya-exchange"`.'),
  parameter('Signature', "RFC 9421, Ed25519, by the node's key. A clock may be off by 300 seconds."),
];
const refused = (description: string): Part => ({ description, content: json('Refusal') });
const later = (description: string): Part => ({ ...refused(description), headers: { 'Retry-After': header('Seconds to wait.') } });

const messages = {
  post: {
    operationId: 'sendMessages',
    summary: 'Deliver one message, or many, one JSON message a line.',
    description: 'Everything is kept as it came before it is read. A delivery whose signature holds is always receipted, whatever is wrong with messages inside: they are in quarantine, each with a reason.',
    parameters: [...signed, parameter('Content-Digest', 'RFC 9530, `sha-256` of the bytes of the body.')],
    requestBody: {
      required: true,
      content: {
        'application/json': { schema: ref('Message') },
        'application/xml': { schema: { type: 'string', description: 'A message as `messages.xsd` has it.' } },
        [MANY]: { schema: { type: 'string', description: `Up to ${version1.limits.messages} messages, one JSON message a line.` } },
      },
    },
    responses: {
      202: { description: 'Kept. The receipt is signed.', headers: signatureHeaders, content: json('Receipt') },
      401: refused('The signature does not hold, or no such node is known.'),
      413: refused(`More than ${version1.limits.bytes} bytes, or more than ${version1.limits.messages} messages.`),
      415: refused('Another media type, or a content encoding.'),
      429: later('More messages a minute than agreed for this node.'),
      503: later('What was taken is not being worked now: send it again later.'),
    },
  },
}; // prettier-ignore

const query = (name: string, minimum: number, maximum: number, description: string): Part => ({
  name,
  in: 'query',
  required: false,
  description,
  schema: { type: 'integer', minimum, maximum },
});

const outcomes = {
  get: {
    operationId: 'readOutcomes',
    summary: 'What became of your messages since a cursor.',
    parameters: [
      ...signed,
      query('after', 0, 999_999_999_999_999, 'The cursor of the last outcome you have; 0 at first.'),
      query('limit', 1, 1000, 'How many at most.'),
    ],
    responses: {
      200: { description: 'The outcomes, signed.', headers: signatureHeaders, content: json('Outcomes') },
      400: refused('The query asks for something else.'),
      401: refused('The signature does not hold, or no such node is known.'),
    },
  },
};

const digests = {
  post: {
    operationId: 'exchangeDigests',
    summary: 'Compare what both sides hold, a station at a time, down to the papers that differ.',
    description:
      'Begin with `root` and `stations`; then tell of the `branches` the answer asks for, until it asks for none (docs/exchange.md, "Digests").',
    parameters: [...signed, parameter('Content-Digest', 'RFC 9530, `sha-256` of the bytes of the body.')],
    requestBody: { required: true, content: json('DigestRequest') },
    responses: {
      200: { description: 'What differs, signed.', headers: signatureHeaders, content: json('DigestAnswer') },
      400: refused('It cannot be read, with the path; or `root` is not that of the `stations` told.'),
      401: refused('The signature does not hold, or no such node is known.'),
      415: refused('Another media type, or a content encoding.'),
      429: later('More messages a minute than agreed for this node.'),
    },
  },
};

const contract = {
  get: {
    operationId: 'readContract',
    summary: 'A file of this contract: this description, both schemas, the conformance messages.',
    parameters: [
      { name: 'path', in: 'path', required: true, description: 'As `messages.xsd` or `conformance/expected.tsv`.', schema: { type: 'string' } },
    ],
    responses: { 200: { description: 'The file.', content: { '*/*': {} } }, 404: refused('There is no such file.') },
  },
}; // prettier-ignore

const plain = (summary: string, operationId: string, mediaType: string, schema: Part): Part => ({
  get: { operationId, summary, responses: { 200: { description: 'As asked.', content: { [mediaType]: { schema } } } } },
});

const text = { type: 'string' };
const key = {
  type: 'object',
  properties: { keyId: text, algorithm: { const: 'ed25519' }, use: { enum: ['signing', 'next'] }, publicKey: text, pem: text },
  required: ['keyId', 'algorithm', 'use', 'publicKey', 'pem'],
};
const listOfKeys = { type: 'object', properties: { keys: { type: 'array', items: key } }, required: ['keys'] };
const listOfFiles = { type: 'object', properties: { files: { type: 'array', items: text } }, required: ['files'] };

/** Every path of the door, in the order in which a client meets them. */
const paths = {
  '/v1/messages': messages,
  '/v1/outcomes': outcomes,
  '/v1/digests': digests,
  '/v1/contract/': plain('The names of the files of this contract.', 'listContract', 'application/json', listOfFiles),
  '/v1/contract/portal-key': plain('The keys the portal signs with, now and next.', 'readPortalKeys', 'application/json', listOfKeys),
  '/v1/contract/portal-key.pem': plain('The key the portal signs with now.', 'readPortalKey', 'application/x-pem-file', text),
  '/v1/contract/{path}': contract,
};

/** An answer may gain members within a version; what a node tells may not. */
function digestSchemas(base: string): Schemas {
  const definitions = { base, schemas: {} as Schemas };
  const request = objectSchema(digestRequest.fields, definitions);
  const { additionalProperties: _, ...answer } = objectSchema(digestAnswer.fields, definitions);
  return { ...definitions.schemas, DigestRequest: request, DigestAnswer: answer };
}

const bodyDigest = parameter('Content-Digest', 'RFC 9530, `sha-256` of the bytes of the body.');

export function openapi(): Part {
  const outgoing = outgoingDoor({ signed, bodyDigest, signatureHeaders, query, json, refused });
  const ownMessages = messageSchemas('#/components/schemas/');
  return {
    openapi: '3.1.0',
    info: {
      title: 'The FIR exchange',
      version: `${version1.version}.0.0`,
      summary: 'Police systems of States tell the portal of missing and found children, and learn what became of each message.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    paths: { ...paths, ...outgoing.paths },
    webhooks: outgoing.webhooks,
    components: {
      schemas: {
        Message: {
          oneOf: version1.types.map(({ type }) => ref(type)),
          discriminator: { propertyName: 'type', mapping: Object.fromEntries(version1.types.map(({ type }) => [type, ref(type).$ref])) },
        },
        ...ownMessages,
        ...digestSchemas('#/components/schemas/'),
        ...outgoingSchemas('#/components/schemas/'),
        ...answers,
      },
    },
  };
}
