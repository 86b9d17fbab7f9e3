// Loopback ports for the bundled server: a free one, or a clear refusal when the one asked for is taken.
import { type AddressInfo, createServer } from 'node:net';

export async function freePort(): Promise<number> {
  return held(0);
}

/** Throws if something already listens on 127.0.0.1:`port`. */
export async function refuseTakenPort(port: number): Promise<void> {
  try {
    await held(port);
  } catch (error) {
    const reason =
      (error as { code?: string }).code === 'EADDRINUSE' ? 'is already in use' : `cannot be used (${(error as Error).message})`;
    throw new Error(`Port ${port} on 127.0.0.1 ${reason}: the bundled PostgreSQL cannot start there.`);
  }
}

function held(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once('error', reject);
    listener.listen(port, '127.0.0.1', () => {
      const taken = (listener.address() as AddressInfo).port;
      listener.close(() => resolve(taken));
    });
  });
}
