// What alerts do when something happens: a look-out down the line ends as soon as somebody knows where the child is, or the report ends.
import type { Listener } from '../diary/index.ts';
import { endLookOut } from './actions.ts';

export const listeners: Listener[] = [
  {
    name: 'alerts.endLookOut',
    happenings: ['missing.traced', 'identity.confirmed', 'missing.falseReport', 'missing.closed'],
    hear: (context, { recordId }) => endLookOut(context, recordId),
  },
];
