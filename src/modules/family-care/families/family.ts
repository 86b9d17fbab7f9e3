// A family that takes children in: registered by the protection unit of its district, studied (Form 30), and so full. Pure.
import { fosterLimits } from '../../../law/index.ts';

export const familyKinds = ['family', 'kin', 'group'] as const;
export type FosterFamily = {
  id: string;
  kind: (typeof familyKinds)[number];
  ownChildren: number;
  words: { name: string; address: string; telephone?: string };
  registeredBy: string;
  /** Children placed there now. */
  children: number;
};

export type Full = { code: 'full' | 'full-with-own' | 'full-group'; most: number };

/** Why one more child is too many; brothers and sisters who come together may be more than two, never more than four with the family's own. */
export function fullFor(
  { kind, ownChildren, children }: Pick<FosterFamily, 'kind' | 'ownChildren' | 'children'>,
  siblingsTogether: boolean,
): Full | null {
  if (kind === 'group') return children + 1 > fosterLimits.group.most ? { code: 'full-group', most: fosterLimits.group.most } : null;
  if (children + ownChildren + 1 > fosterLimits.withOwn.most) return { code: 'full-with-own', most: fosterLimits.withOwn.most };
  return children + 1 > fosterLimits.children.most && !siblingsTogether ? { code: 'full', most: fosterLimits.children.most } : null;
}
