// Signing by the own name, typed: whoever signs is signed in as nobody else.

const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase();

export function isOwnName(typed: string, name: string): boolean {
  return plain(typed) === plain(name);
}
