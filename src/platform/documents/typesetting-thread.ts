// The thread that sets documents: sixty pages take half a second of a processor, and meanwhile the door answers others.
import { parentPort } from 'node:worker_threads';
import { readFonts } from './fonts.ts';
import { makeTypesetter } from './typesetter.ts';
import type { Set, ToSet } from './typesetting.ts';

const typesetter = makeTypesetter(readFonts());

/** The typesetter's fault names a line of the layout, never a value. */
function faultOf(error: unknown): string {
  const { shortDiagnostics } = error as { shortDiagnostics?: { message?: string }[] };
  return shortDiagnostics?.[0]?.message ?? 'The typesetter failed';
}

function set({ id, document, createdAt, poster }: ToSet): Set {
  try {
    return { id, drawn: new Uint8Array(typesetter(document, createdAt, poster)) };
  } catch (error) {
    return { id, fault: faultOf(error) };
  }
}

parentPort!.on('message', (asked: ToSet) => parentPort!.postMessage(set(asked)));
