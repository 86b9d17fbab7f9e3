// A message as a text to be put right by hand, where it could not be opened.

/** Item by item on lines of its own, if that changes nothing in it; else as it came. */
export function lineByLine(text: string): string {
  try {
    const message: unknown = JSON.parse(text);
    return JSON.stringify(message) === text.trim() ? JSON.stringify(message, null, 2) : text;
  } catch {
    return text;
  }
}
