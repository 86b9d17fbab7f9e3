// Digits as people of India type them, read as the digits machines write.

/** The zero of each script a keyboard of India gives: Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam, Meetei, Ol Chiki, Arabic, Urdu. */
const zeros = [
  0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0xabf0, 0x1c50, 0x0660, 0x06f0,
] as const; // prettier-ignore

/** `९८७ years` → `987 years`: digits only; every other character stays as it is. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (typed) => {
    const at = typed.codePointAt(0)!;
    const zero = zeros.find((first) => at >= first && at <= first + 9);
    return zero === undefined ? typed : String(at - zero);
  });
}
