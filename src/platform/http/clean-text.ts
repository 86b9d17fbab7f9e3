// What text may come in at any door: no NUL or control characters, no bidirectional overrides. Indic joiners (ZWJ, ZWNJ) stay.

const FORBIDDEN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

export function hasForbiddenCharacters(text: string): boolean {
  return FORBIDDEN.test(text);
}

/** NFC, line ends as LF, outer blanks gone. */
export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').normalize('NFC').trim();
}
