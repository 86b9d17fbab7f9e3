// Which sections and states take away every right to publish.
import { expect, test } from 'vitest';
import { barsPublication, whyUnpublishable } from './publication.ts';

test.each([
  ['POCSO 8', true],
  ['Protection of Children from Sexual Offences Act 12', true],
  ['BNS 64', true],
  ['BNS 65(2)', true],
  ['BNS 71', true],
  ['BNS 72', false],
  ['BNS 63', false],
  ['BNS 137(2)', false],
  ['64', true],
  ['IPC 363', false],
  ['IPC 376', true],
  ['JJ 75', false],
  ['IPC 363 r/w 376', true],
])('%s bars publication: %s', (section, expected) => {
  expect(barsPublication(section)).toBe(expected);
});

test.each([
  ['under-investigation', false, false, undefined],
  ['reported', false, false, undefined],
  ['under-investigation', true, false, 'missing-reports.error.offenceLink'],
  ['traced', true, true, 'missing-reports.error.offenceLink'],
  ['under-investigation', false, true, 'missing-reports.error.contactBarred'],
  ['traced', false, false, 'missing-reports.error.notMissing'],
  ['closed', false, false, 'missing-reports.error.notMissing'],
] as const)('%s, offence %s, contact barred %s: %s', (status, offenceLink, contactBarred, code) => {
  expect(whyUnpublishable({ status }, { offenceLink, contactBarred, askerBarred: false })?.code).toBe(code);
});

test('a report made by somebody whom a child is kept from is as unpublishable, with the same words', () => {
  const barred = { offenceLink: false, contactBarred: false, askerBarred: true };
  expect(whyUnpublishable({ status: 'under-investigation' }, barred)?.code).toBe('missing-reports.error.contactBarred');
});
