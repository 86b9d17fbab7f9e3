// Numbers that bound what an officer may do about a duty besides doing it, and how often an office is sent word. No instrument gives any of them.
import type { Confidence } from './rule.ts';

export const actPolicy = {
  /** Reminders an office may ask for on one duty. */
  reminders: 2,
  /** Hours from now to the latest reminder; the next step of the ladder is its limit too. */
  reminderHours: [1, 2, 4],
  /** Times a duty is handed to another office; then the ladder decides. */
  handOvers: 3,
  /** Minutes between two messages to one office: what falls due meanwhile goes with the next. */
  messagePauseMinutes: 10,
  kind: 'administrative',
  citation: 'No instrument says how often a duty may be put off or an office be sent word: the numbers are this portal’s own',
  confidence: 'ours' satisfies Confidence,
} as const;
