// `npm run story:care`: a fresh portal on free ports (or --against a running one's), the story of a rescue drive played by its people.
import { systemClock } from '../src/kernel/time.ts';
import { playCare } from './story/care.ts';
import { tell } from './story/tell.ts';

await tell((doors, say) => playCare(doors, systemClock(), say));
