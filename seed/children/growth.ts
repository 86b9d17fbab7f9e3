// Rough heights of children by age and sex, in centimetres: our own round figures for Indian children, good to a few centimetres.

const girls = [50, 73, 84, 92, 99, 105, 111, 117, 122, 128, 134, 140, 146, 150, 152, 153, 154, 154, 154] as const;
const boys = [50, 74, 85, 94, 100, 107, 113, 119, 124, 129, 134, 139, 145, 152, 158, 162, 165, 166, 167] as const;

/** `build` is how many standard deviations (4 % each) the child stands from the mean. */
export function heightAt(months: number, sex: 'female' | 'male', build: number): number {
  const table = sex === 'female' ? girls : boys;
  const years = Math.min(17.99, Math.max(0, months / 12));
  const [low, high] = [table[Math.floor(years)]!, table[Math.floor(years) + 1]!];
  return Math.round((low + (high - low) * (years % 1)) * (1 + build * 0.04));
}
