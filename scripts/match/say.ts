// What the commands tell on the terminal. File names, headers and ids are written by others: their escape codes and direction signs do not reach it.
import { stripVTControlCharacters } from 'node:util';

/** Controls, and signs that turn the direction of what follows; line ends and tabs of our own sentences stay. */
const commanding = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(commanding, '');
}

/** Progress and remarks: standard error, so that what is asked for can stand on standard output. */
export const say = (line: string): boolean => process.stderr.write(`${plain(line)}\n`);

/** What was asked for. */
export const print = (line: string): boolean => process.stdout.write(`${plain(line)}\n`);
