// The machine itself: the only place a carrier may be reached without TLS.

/** `host` as `URL.hostname` gives it. */
export function isLoopback(host: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(host);
}
