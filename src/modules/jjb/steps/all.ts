// Every step of a case, in the order in which a case takes them.
import type { Side, Step } from '../step.ts';
import { boardSteps } from './board.ts';
import { homeSteps, probationSteps } from './care.ts';
import { policeSteps } from './police.ts';

export const steps: readonly Step[] = [...policeSteps, ...boardSteps, ...probationSteps, ...homeSteps];

export const permissionOf = {
  police: 'conflict.open',
  board: 'conflict.decide',
  probation: 'conflict.report',
  home: 'conflict.keep',
} as const satisfies Record<Side, string>;

export function stepByCode(code: string): Step | undefined {
  return steps.find((step) => step.code === code);
}
