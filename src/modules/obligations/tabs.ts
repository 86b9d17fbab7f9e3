// The parts of an officer's list of duties.
export const tabs = ['all', 'overdue', 'today', 'week', 'climbed', 'others'] as const;
export type Tab = (typeof tabs)[number];

export function tabPath(tab: Tab): string {
  return tab === 'all' ? '/' : `/?show=${tab}`;
}
