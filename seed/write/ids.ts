// Identifiers that follow from the seed: UUIDs of version 7's layout and public names, the same for the same seed.
import { type Instant, milliseconds } from '../../src/kernel/time.ts';
import type { Random } from '../random.ts';

const words = Array.from({ length: 65_536 }, (_, value) => value.toString(16).padStart(4, '0'));
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** The time of `at` in front, as RFC 9562 §5.7 lays it out; the 74 bits behind it from the seeded stream. */
export function seededId(random: Random, at: Instant): string {
  const time = milliseconds(at);
  const high = Math.floor(time / 4_294_967_296);
  const low = time % 4_294_967_296;
  const [one, two, three] = [random.next() * 4_294_967_296, random.next() * 4_294_967_296, random.next() * 1024];
  const version = 0x7000 | (three & 0x0fff);
  const variant = 0x8000 | (one & 0x3fff);
  return `${words[high]}${words[low >>> 16]}-${words[low & 0xffff]}-${words[version]}-${words[variant]}-${words[one >>> 16]}${words[two >>> 16]}${words[two & 0xffff]}`;
}

/** 26 letters and digits, as photographs and notices are named. */
export function seededName(random: Random): string {
  let name = '';
  for (let at = 0; at < 26; at++) name += letters[Math.floor(random.next() * 32)];
  return name;
}
