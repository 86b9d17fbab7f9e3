// The drive's page shows it all: to the nation in figures, to the district its own children, to the Ministry no few.
import { words } from '../person.ts';
import { has, says } from '../play.ts';
import type { Scene } from './scene.ts';

const WAIT_SECONDS = 60;

export async function answer(scene: Scene): Promise<void> {
  const { step, known, places, national } = scene;
  const [here, there] = places;
  await step('the drive’s page says how all thirty stand', national, async () => {
    const told = [
      'Children rescued: 30',
      'in time: 28',
      'care plan in time: 30',
      'Restored to their families: 18',
      'in homes: 11',
      'Out of touch: 1',
    ];
    const page = await national.until(`/drives/${known.drive}`, (drive) => has(drive, ...told), WAIT_SECONDS);
    return has(page, ...told);
  });
  await step('the district sees its own children, the nation no name', there.committee, async () => {
    const own = await there.committee.open(`/drives/${known.drive}`);
    const nation = words(await national.open(`/drives/${known.drive}`));
    return (
      has(own, there.children[0]!) &&
      !own.text.includes(here.children[0]!) &&
      !nation.includes('Munna') &&
      !nation.includes(here.children[0]!)
    );
  });
  await step('to the Ministry, which opens no record, a few is a few', scene.ministry, () =>
    says(scene.ministry, `/drives/${known.drive}`, 'Out of touch: fewer than 5', 'Children rescued: 30'),
  );
  await step('the answer is there as a table and on paper', national, async () => {
    const csv = await national.open(`/drives/${known.drive}/figures.csv`);
    const paper = await national.open(`/drives/${known.drive}/print.pdf`);
    return csv.text.includes('measure.education') && paper.status === 200 && paper.text.startsWith('%PDF');
  });
}
