// The one form of figures: rows of {id, value, unit, n, goal, holds, peer?}; printed as a table or as JSON; exit status 1 if a row does not hold.

export type Figure = {
  id: string;
  value: number;
  unit: string;
  n: number;
  goal: number | null;
  holds: boolean;
  peer?: { name: string; value: number };
};

/** `goal` is the most that is allowed; a row without a goal only reports. What was not measured (NaN) never holds. */
export function atMost(id: string, value: number, unit: string, n: number, goal: number | null): Figure {
  return { id, value: round(value), unit, n, goal, holds: goal === null ? Number.isFinite(value) : value <= goal };
}

export function atLeast(id: string, value: number, unit: string, n: number, goal: number): Figure {
  return { id, value: round(value), unit, n, goal, holds: value >= goal };
}

/** Something seen (1) or not (0). */
export function observed(id: string, seen: boolean): Figure {
  return { id, value: seen ? 1 : 0, unit: 'observed', n: 1, goal: 1, holds: seen };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function printFigures(rows: readonly Figure[], asJson: boolean): void {
  if (asJson) process.stdout.write(`${JSON.stringify({ rows })}\n`);
  else for (const row of rows) process.stdout.write(`${lineOf(row)}\n`);
  if (rows.some((row) => !row.holds)) process.exitCode = 1;
}

export function lineOf(row: Figure): string {
  const goal = row.goal === null ? '' : `  (goal ${row.goal})`;
  const peer = row.peer ? `  ${row.peer.name} ${row.peer.value}` : '';
  return `${row.holds ? 'ok  ' : 'FAIL'} ${row.id.padEnd(58)} ${String(row.value).padStart(10)} ${row.unit}, n=${row.n}${goal}${peer}`;
}
