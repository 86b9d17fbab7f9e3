// One thread of several that look for pairs: gets the records once, then the weights, then step after step; answers each with its outcome.
import { parentPort, workerData } from 'node:worker_threads';
import { type Finder, type Share, type Step, finderOf } from '../../src/linking/finding.ts';
import { prepare, scorerWith } from '../../src/linking/linking.ts';
import type { ScoredPairs } from '../../src/linking/pair-set.ts';
import type { Records } from '../../src/linking/records.ts';
import type { Model } from '../../src/linking/weights.ts';

export type Order =
  | { readonly kind: 'weights'; readonly model: Model; readonly known: ScoredPairs | null }
  | { readonly kind: 'pairs' }
  | Step;

const { records, share } = workerData as { records: Records; share: Share };
const prepared = prepare(records);
let finder: Finder | null = null;

parentPort!.on('message', (order: Order) => {
  if (order.kind === 'weights') {
    finder = finderOf(prepared, order.model, scorerWith(prepared, order.model), share);
    if (order.known) finder.take(order.known, 0, 0);
    return;
  }
  parentPort!.postMessage(order.kind === 'pairs' ? finder!.pairs() : finder!.step(order));
});
