// `npm run story`: a fresh portal on free ports (or --against a running one's citizen and desk addresses), the main job played by its people.
import { dayOf, systemClock } from '../src/kernel/time.ts';
import { playReunion } from './story/reunion.ts';
import { tell } from './story/tell.ts';

await tell((doors, say) => playReunion(doors, dayOf(systemClock()), say));
