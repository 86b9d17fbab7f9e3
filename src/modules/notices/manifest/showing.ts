// Whether a notice may be shown now: the doors ask here before every page, photograph, list and feed.
import type { KeyObject } from 'node:crypto';
import type { Context } from '../../../platform/context.ts';
import { type Manifest, holds, isFresh, signManifest } from './manifest.ts';
import { livePublicIds, manifestHead, readManifest, writeManifest } from './manifest-store.ts';

/** Which notices may be shown. Null: none, until somebody signs anew. */
export type Showing = (context: Context) => Promise<ReadonlySet<string> | null>;

/** Keeps the list it checked last, so that a request costs one short row and no signature. */
export function openShowing(key: KeyObject | null): Showing {
  let kept: { madeAt: string; signature: Buffer; ids: ReadonlySet<string> } | null = null;
  const checked = (manifest: Manifest | undefined): ReadonlySet<string> | null => {
    if (!key || !manifest || !holds(key, manifest)) return null;
    kept = { madeAt: manifest.madeAt, signature: manifest.signature, ids: new Set(manifest.publicIds) };
    return kept.ids;
  };
  return async (context) => {
    const head = await manifestHead(context);
    if (!head || !isFresh(head.madeAt, context.now)) return null;
    if (kept?.signature.equals(head.signature) && kept.madeAt === head.madeAt) return kept.ids;
    const manifest = await readManifest(context);
    return manifest && isFresh(manifest.madeAt, context.now) ? checked(manifest) : null;
  };
}

/** For the worker, every minute and whenever a notice goes up or comes down. Answers how many may be shown. */
export async function renewManifest(context: Context, key: KeyObject): Promise<number> {
  const publicIds = await livePublicIds(context);
  await writeManifest(context, signManifest(key, context.now, publicIds));
  return publicIds.length;
}
