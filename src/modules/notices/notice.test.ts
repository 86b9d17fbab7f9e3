// Whose order an office may publish on.
import { expect, test } from 'vitest';
import { authoritiesFor } from './notice.ts';

test('an office publishes only on its own authority', () => {
  expect(authoritiesFor('police-station')).toContain('police-tracing');
  expect(authoritiesFor('police-station')).not.toContain('cwc');
  expect(authoritiesFor('cwc')).not.toContain('police-tracing');
  expect(authoritiesFor('children-home')).toEqual([]);
});
