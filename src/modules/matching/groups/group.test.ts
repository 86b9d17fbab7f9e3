// Groups of records that are one child: whatever the order of judgements, never through one weak pair, never over a contradiction in silence.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '../../../kernel/ids.ts';
import { type Edge, groupsOf, isStrong, joinedWith } from './group.ts';

const missing = ['m1', 'm2', 'm3', 'm4'] as RecordId[];
const found = ['f1', 'f2', 'f3', 'f4'] as RecordId[];
const edge = (missingId: string, foundId: string, standing: Edge['standing'] = 'same', confirmed = standing === 'same'): Edge => ({
  candidateId: `${missingId}-${foundId}`,
  missingId: missingId as RecordId,
  foundId: foundId as RecordId,
  standing,
  confirmed,
});

describe('a group', () => {
  test.each([
    ['two reports of a child found once', [edge('m1', 'f1'), edge('m2', 'f1')], [['f1', 'm1', 'm2']]],
    ['one person’s word joins nobody', [edge('m1', 'f1', 'same', false)], []],
    [
      'nor does it bridge two groups',
      [edge('m1', 'f1'), edge('m2', 'f1', 'same', false), edge('m2', 'f2')],
      [
        ['f1', 'm1'],
        ['f2', 'm2'],
      ],
    ],
    ['a confirmed pair bridges them', [edge('m1', 'f1'), edge('m2', 'f1'), edge('m2', 'f2')], [['f1', 'f2', 'm1', 'm2']]],
    ['"not the same" outside a group joins and parts nothing', [edge('m1', 'f1'), edge('m2', 'f1', 'different')], [['f1', 'm1']]],
  ] as const)('%s', (_, edges, expected) => {
    expect(groupsOf(edges).map(({ members }) => members)).toEqual(expected);
    expect(groupsOf(edges).flatMap(({ contradictions }) => contradictions)).toEqual([]);
  });

  test('with a contradiction is shown with it, and joins nobody', () => {
    const edges = [edge('m1', 'f1'), edge('m2', 'f1'), edge('m2', 'f2'), edge('m1', 'f2', 'different')];
    expect(groupsOf(edges)).toMatchObject([{ members: ['f1', 'f2', 'm1', 'm2'], contradictions: [{ candidateId: 'm1-f2' }] }]);
    for (const id of ['m1', 'm2', 'f1', 'f2'] as RecordId[]) expect(joinedWith(id, edges)).toEqual([id]);
  });
});

const standings = fc.constantFrom<[Edge['standing'], boolean]>(['same', true], ['same', true], ['same', false], ['different', false]);
const anyEdges = fc
  .array(fc.tuple(fc.constantFrom(...missing), fc.constantFrom(...found), standings), { maxLength: 16 })
  .map((drawn) => [
    ...new Map(drawn.map(([one, other, [standing, confirmed]]) => [`${one}-${other}`, edge(one, other, standing, confirmed)])).values(),
  ]);
const partition = (edges: readonly Edge[]) => [...missing, ...found].map((id) => joinedWith(id, edges).join(' '));

/** The same question asked another way: which records a walk over confirmed pairs reaches. */
function reachable(from: RecordId, edges: readonly Edge[]): Set<RecordId> {
  const reached = new Set([from]);
  for (let size = 0; size !== reached.size;) {
    size = reached.size;
    for (const { missingId, foundId } of edges.filter(isStrong))
      if (reached.has(missingId) || reached.has(foundId)) for (const id of [missingId, foundId]) reached.add(id);
  }
  return reached;
}

describe('whatever was judged', () => {
  test('the order of judgements does not matter', () => {
    fc.assert(
      fc.property(
        anyEdges.chain((edges) => fc.tuple(fc.constant(edges), fc.shuffledSubarray(edges, { minLength: edges.length }))),
        ([edges, shuffled]) => {
          expect(partition(shuffled)).toEqual(partition(edges));
          expect(
            groupsOf(shuffled)
              .map(({ members }) => members.join(' '))
              .toSorted(),
          ).toEqual(
            groupsOf(edges)
              .map(({ members }) => members.join(' '))
              .toSorted(),
          );
        },
      ),
    );
  });

  test('to split is to undo the joining: without the pair, all is as before the pair', () => {
    fc.assert(
      fc.property(anyEdges, fc.constantFrom(...missing), fc.constantFrom(...found), (edges, one, other) => {
        const before = edges.filter(({ missingId, foundId }) => missingId !== one || foundId !== other);
        const joined = [...before, edge(one, other)];
        const split = joined.filter(({ candidateId }) => candidateId !== `${one}-${other}`);
        expect(partition(split)).toEqual(partition(before));
      }),
    );
  });

  test('members are those a walk over confirmed pairs reaches, and none is held joined against a "not the same"', () => {
    fc.assert(
      fc.property(anyEdges, fc.constantFrom(...missing, ...found), (edges, id) => {
        const within = reachable(id, edges);
        const contradicted = edges.some(
          ({ standing, missingId, foundId }) => standing === 'different' && within.has(missingId) && within.has(foundId),
        );
        expect(joinedWith(id, edges)).toEqual(contradicted ? [id] : [...within].toSorted());
        const group = groupsOf(edges).find(({ members }) => members.includes(id));
        expect(group === undefined ? within.size === 1 : group.contradictions.length > 0 === contradicted).toBe(true);
      }),
    );
  });
});
