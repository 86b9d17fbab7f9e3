// Connections to PostgreSQL: values arrive as the kernel's types, and a role that cannot be taken refuses the connection.
import pg from 'pg';
import { arrayParser } from './array-parser.ts';
import { PreparingClient } from './prepared.ts';
import { type Day, type Instant, instantFrom } from '../../kernel/time.ts';

export type Pool = pg.Pool;
/**
 * `role`: the role every connection works as. `onFault` hears of connections lost while idle; without it they are only replaced. `prepares`: what was
 * asked once is planned once in each connection, for a door that asks the same short statements again and again; not for batches of any size.
 */
export type PoolOptions = {
  url: string;
  prepares?: boolean;
  role?: string | undefined;
  size: number;
  applicationName: string;
  onFault?: (error: Error) => void;
};

type Parser = (text: string) => unknown;

const integer = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('An integer from the database is too large for a number.');
  return value;
};
const instant = (text: string): Instant => instantFrom(text);
const day = (text: string): Day => text as Day;

// By PostgreSQL type number. Numeric stays text (money, scores are read on purpose); the rest is the driver's own.
const parsers: Record<number, Parser> = {
  20: integer, // int8
  1016: arrayParser(integer),
  1082: day, // date
  1182: arrayParser(day),
  1184: instant, // timestamptz
  1185: arrayParser(instant),
};

/** How our pools read values. Never set on the driver itself: pg-boss shares the driver and expects its dates. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

/** A pool of at most `size` connections. End it with `pool.end()`. */
export function openPool({ url, role, prepares = false, size, applicationName, onFault = () => {} }: PoolOptions): Pool {
  const pool = new pg.Pool({
    connectionString: withSettings(url, role),
    max: size,
    application_name: applicationName,
    connectionTimeoutMillis: 10_000,
    types: valueTypes,
    ...(prepares ? { Client: PreparingClient } : {}),
  });
  // A server that restarts reports it on idle connections; a connection nobody listens to would take the process down.
  pool.on('error', onFault);
  pool.on('connect', (client) => client.on('error', onFault));
  return pool;
}

/**
 * The URL with UTC and the role among the connection's start options. Not a later SET ROLE: if that failed, the connection would go
 * on with the login's own rights, and RESET ALL would undo it. At start a wrong role is a refused connection.
 */
export function withSettings(url: string, role: string | undefined): string {
  if (role !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/.test(role)) throw new Error('The database role is not a plain lower-case name.');
  const address = new URL(url);
  const options = [address.searchParams.get('options') ?? '', '-c timezone=UTC', role === undefined ? '' : `-c role=${role}`];
  address.searchParams.set('options', options.filter(Boolean).join(' '));
  return address.href;
}
