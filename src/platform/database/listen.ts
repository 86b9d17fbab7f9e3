// Listening to one channel of the database on a connection of its own, made anew after a second whenever it is lost.
import pg from 'pg';

const PAUSE_MILLISECONDS = 1_000;

type Listening = { stop(): Promise<void> };

/** `onConnect` is told after each connect: what was announced while nobody listened is not announced again. */
export function listenTo(url: string, channel: string, onNews: (payload: string) => void, onConnect: () => void = () => {}): Listening {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  /** A connection that cannot be made says so more than once; the first word counts, or there would be two of them. */
  function lost(one: pg.Client): void {
    if (stopped || client !== one) return;
    client = null;
    void one.end().catch(() => {});
    timer = setTimeout(() => void connect(), PAUSE_MILLISECONDS).unref();
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url });
    client = next;
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    next.on('notification', ({ payload }) => onNews(payload ?? ''));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      onConnect();
    } catch {
      lost(next);
    }
  }

  void connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
