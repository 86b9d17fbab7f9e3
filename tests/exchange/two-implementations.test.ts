// The reference node and the portal were written apart, from the same published words: what one makes the other must read, to the byte.
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { branchOf, papersUnder, rootOf as nodeRootOf } from '../../reference-node/digest-tree.ts';
import { type Message, contentDigestOf, paperKeyOf } from '../../reference-node/message.ts';
import { strangeCopyOf } from '../../reference-node/misbehaving.ts';
import { codesOf, flawsOf } from '../../reference-node/published.ts';
import { doubtOf, signed as signedByNode } from '../../reference-node/signing.ts';
import { tellState } from '../../reference-node/telling/telling.ts';
import { xmlOf } from '../../reference-node/xml.ts';
import { placeOf, rootOf, treeOf } from '../../src/modules/fir-exchange/digests/tree.ts';
import { contentDigest, paperKey, readMessage, readTree, version1 } from '../../src/modules/fir-exchange/messages/index.ts';
import { sha256 } from '../../src/modules/fir-exchange/trust/digest.ts';
import { signedAnswer } from '../../src/modules/fir-exchange/trust/receipt.ts';
import { claimOf, componentsOf } from '../../src/modules/fir-exchange/trust/sender.ts';
import { holds, profiles } from '../../src/modules/fir-exchange/trust/signature.ts';
import { fromMilliseconds } from '../../src/kernel/time.ts';

const now = new Date('2026-11-20T06:30:00.000Z');

function told(state: string, count: number, history = 0): Message[] {
  const telling = tellState({ state, seed: 'two', told: 0, numbers: new Map(), languages: codesOf('Language') });
  const sequences = new Map<string, number>();
  const drafts = [...telling.history(history), ...Array.from({ length: count }, () => telling.next(now))];
  return drafts.map(({ paper, ...draft }, at) => {
    const key = paper ? paperKeyOf(paper) : '';
    sequences.set(key, (sequences.get(key) ?? 0) + 1);
    const row = paper && { paper, rawNumber: paper.number, sequence: sequences.get(key)! };
    const messageId = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    return { messageId, ...draft, version: 1, node: `police-${state}`, sentAt: now.toISOString(), ...row } as Message;
  });
}

describe('messages', () => {
  it.each(['WB', 'UP', 'TN', 'MN', 'NL', 'JK', 'LD'])(
    'of %s are valid for the published schema and for the portal, with one key and one digest',
    (state) => {
      for (const message of told(state, 150, 20)) {
        expect(flawsOf(message)).toEqual([]);
        const reading = readTree(JSON.parse(JSON.stringify(message)));
        expect(reading.valid ? [] : reading.flaws).toEqual([]);
        if (!reading.valid) continue;
        expect(contentDigest(reading.message).toString('hex')).toBe(contentDigestOf(message));
        if (message.paper) expect(paperKey(message.paper)).toBe(paperKeyOf(message.paper));
      }
    },
  );

  it('of every type are told, some of several children, some of a Zero FIR that is carried on', () => {
    const messages = ['WB', 'BR', 'KL'].flatMap((state) => told(state, 300));
    const types = new Set(messages.map(({ type }) => type));
    expect(types).toEqual(new Set(version1.types.map(({ type }) => type)));
    const firs = messages.filter(({ type }) => type === 'FIR.registered');
    expect(firs.some(({ body }) => (body['children'] as unknown[]).length > 1)).toBe(true);
    expect(firs.some(({ body }) => body['transferredFrom'])).toBe(true);
  });

  it('that break the contract are seen by the node before they go', () => {
    const fir = told('WB', 40).find(({ type }) => type === 'FIR.registered')!;
    for (const broken of [
      { ...fir, sequence: 0 },
      { ...fir, surprise: true },
      { ...fir, paper: { ...fir.paper, kind: 'rumour' } },
      { ...fir, body: {} },
    ])
      expect(flawsOf(broken)).not.toEqual([]);
  });
});

describe('messages in XML', () => {
  it.each(['WB', 'UP', 'MN'])('of %s, written by the published XSD alone, say to the portal what they say in JSON', (state) => {
    for (const message of told(state, 150, 20)) {
      const reading = readMessage(Buffer.from(xmlOf(message)), 'application/xml');
      expect(reading.valid ? [] : reading.flaws).toEqual([]);
      if (reading.valid) expect(contentDigest(reading.message).toString('hex')).toBe(contentDigestOf(message));
    }
  });

  it('with a code no list has are written all the same, of every type, and refused for the code alone', () => {
    const types = Map.groupBy(told('WB', 300), ({ type }) => type);
    expect(types.has('Station.nilReport')).toBe(true);
    for (const [message] of types.values()) {
      const strange = strangeCopyOf(message!, '00000000-0000-4000-8000-999999999999');
      const inXml = readMessage(Buffer.from(xmlOf(strange)), 'application/xml');
      const inJson = readMessage(Buffer.from(JSON.stringify(strange)), 'application/json');
      for (const reading of [inXml, inJson]) expect(reading.valid ? null : reading.flaws[0]!.reason).toBe('not-a-code');
    }
  });

  it('are not written where the schema has no place for what they say', () => {
    const [message] = told('WB', 1);
    expect(() => xmlOf({ ...message!, body: { ...message!.body, surprise: 'lost' } })).toThrow('no surprise');
    expect(() => xmlOf({ ...message!, type: 'Rumour.heard' })).toThrow('Rumour.heard');
  });
});

describe('digests', () => {
  it.each([0, 1, 32, 33, 700])('over %i papers are the same at both', (count) => {
    const papers = Array.from({ length: count }, (_, at) => ({
      paperKey: `WB/WB-HWH/PS-WB-HWH-1/fir/2026/${at}`,
      sequence: (at % 5) + 1,
      digest: placeOf(`${at}`),
    }));
    const tree = treeOf(papers);
    for (const prefix of ['', '0', 'a', 'f3']) {
      expect(branchOf(papers, prefix)).toEqual(tree.summary(prefix));
      expect(papersUnder(papers, prefix)).toEqual(tree.leaves(prefix));
    }
    const stations = ['PS-WB-HWH-1', 'PS-WB-HWH-10', 'PS-WB-HWH-2']
      .map((station) => ({ station, ...tree.summary() }))
      .filter((one) => one.count > 0);
    expect(nodeRootOf(stations)).toEqual(rootOf(stations));
  });
});

describe('signatures', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const key = { keyId: 'police-WB-1', privateKey };
  const body = { bytes: Buffer.from('{"a":"ঘ"}'), type: 'application/json' };
  const created = now.getTime() / 1000;
  const cases = [
    ['what is sent', profiles.send, profiles.receipt, { method: 'POST', path: '/v1/messages', query: '', body }],
    ['what is fetched', profiles.fetch, profiles.answer, { method: 'GET', path: '/v1/outcomes', query: 'after=17', body: null }],
  ] as const;

  it.each(cases)('of the node on %s hold at the portal, and the portal’s answer at the node', (_, profile, answerProfile, request) => {
    const headers = signedByNode(key, request, created);
    const raw = {
      method: request.method,
      url: request.path + (request.query ? `?${request.query}` : ''),
      headers,
      rawHeaders: Object.entries(headers).flat(),
    };
    const claim = claimOf(profile, raw);
    if (typeof claim === 'string') throw new Error(claim);
    expect(holds(claim, componentsOf(raw), publicKey)).toBe(true);
    expect(holds(claim, { ...componentsOf(raw), '"@path"': '/v1/other' }, publicKey)).toBe(false);

    const about = { profile: answerProfile, signer: { keyId: 'portal-1', key: privateKey }, status: 202, value: { taken: 1 } };
    const answer = signedAnswer(about, componentsOf(raw), fromMilliseconds(now.getTime()));
    const keys = new Map([['portal-1', publicKey]]);
    expect(doubtOf({ status: 202, ...answer }, request, keys)).toBeNull();
    expect(doubtOf({ status: 200, ...answer }, request, keys)).toBe('the signature does not hold');
    expect(doubtOf({ status: 202, ...answer, body: Buffer.from('{}') }, request, keys)).toBe('the digest does not fit the bytes');
    expect(doubtOf({ status: 202, ...answer }, { ...request, path: '/v1/other' }, keys)).toBe('the signature does not hold');
    expect(doubtOf({ status: 202, ...answer }, request, new Map())).toBe('unknown key portal-1');
  });

  it('digest what the portal digests', () => {
    expect(signedByNode(key, { method: 'POST', path: '/', query: '', body }, created)['content-digest']).toBe(
      `sha-256=:${sha256(body.bytes).toString('base64')}:`,
    );
  });
});
