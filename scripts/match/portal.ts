// One transaction at the worker's door of a portal, for the verbs that ask one: they act for nobody's office, and only this door may.
import { openTools } from '../../src/apps/tools.ts';
import { newId } from '../../src/kernel/ids.ts';
import { ConfigError, readConfig } from '../../src/platform/config.ts';
import { type Context, inContext } from '../../src/platform/context.ts';
import { Mistake } from './mistake.ts';

export type Portal = { ask<T>(work: (context: Context) => Promise<T>): Promise<T>; close(): Promise<void> };

/** Nobody there, no such host, wrong name or password, no such database. */
const unreached = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|28P01|28000|3D000)$/;
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

function toolsFor(url: string): ReturnType<typeof openTools> {
  try {
    return openTools('worker', readConfig({ ...process.env, DATABASE_URL: url }), url);
  } catch (error) {
    throw error instanceof ConfigError ? new Mistake(error.message) : error;
  }
}

/** `database`: the worker door's address, or DATABASE_URL. */
export function openPortal(database: string | undefined): Portal {
  const url = database ?? process.env['DATABASE_URL'];
  if (!url) throw new Mistake('say --database or DATABASE_URL: the worker door’s address of the portal');
  const { tools, close } = toolsFor(url);
  return {
    close,
    ask: (work) =>
      inContext(
        tools,
        { actor: { kind: 'system', name: 'weights' }, requestId: newId(), ground: { name: 'matching.weights', purpose: 'duty' } },
        work,
      ).catch((error: unknown) => {
        throw unreached.test(codeOf(error))
          ? new Mistake(`the database cannot be reached (${codeOf(error)}): is --database right?`)
          : error;
      }),
  };
}
