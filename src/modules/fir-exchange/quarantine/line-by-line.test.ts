// A message as a person puts it right: laid out, and never another message than came.
import { expect, test } from 'vitest';
import { lineByLine } from './line-by-line.ts';

test.each([
  ['{"type":"FIR.registered","year":2026}', '{\n  "type": "FIR.registered",\n  "year": 2026\n}'],
  ['{"year":2026,"year":2025}', '{"year":2026,"year":2025}'], // an item given twice must be seen twice
  ['{"height":1.0}', '{"height":1.0}'],
  ['{"type":"FIR.regis', '{"type":"FIR.regis'],
  ['<FIR.registered/>', '<FIR.registered/>'],
])('%s is shown so that it stays what it is', (came, shown) => {
  expect(lineByLine(came)).toBe(shown);
});
