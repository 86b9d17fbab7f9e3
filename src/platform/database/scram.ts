// A password in the form PostgreSQL stores it (RFC 5802, RFC 7677), so that the password itself never travels in a statement or a log.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

const ROUNDS = 4096;

/** `SCRAM-SHA-256$4096:<salt>$<stored key>:<server key>`. For ASCII passwords (others would need SASLprep first). */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  const keyFor = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyFor('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${keyFor('Server Key').toString('base64')}`;
}
