// Parts of one list, each with its count: "Overdue 1 · Today 4 · This week 11". Links, so each has an address.
export type Tab = { label: string; href: string; count?: number; current?: boolean; late?: boolean };

/** `label` names the group for a screen reader. `late` marks what is overdue, if there is any. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? 'page' : undefined}
          class={tab.late && tab.count ? 'late' : undefined}
        >
          {tab.label}
          {tab.count === undefined ? null : <span class="count"> {tab.count}</span>}
        </a>
      ))}
    </nav>
  );
}
