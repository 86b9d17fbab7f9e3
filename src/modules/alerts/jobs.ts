// What alerts do when something happens: a look-out down the line ends as soon as the child is traced or the report closed.
import type { Listener } from '../diary/index.ts';
import { endLookOut } from './actions.ts';

export const listeners: Listener[] = [
  {
    name: 'alerts.endLookOut',
    happenings: ['missing.traced', 'missing.closed'],
    hear: (context, { recordId }) => endLookOut(context, recordId),
  },
];
