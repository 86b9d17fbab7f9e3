// Worked examples of the Board's duties: each line is a test, and a row of docs/law.md.
import { entry, example } from './write.ts';

const apprehended = (at: string) => entry(at, 'conflict.apprehended', {});
const produced = (at: string) => entry(at, 'conflict.producedBeforeBoard', { gravity: 'serious', sixteenAtOffence: false });
const journey = (at: string, minutes: number) => entry(at, 'conflict.journeyRecorded', { minutes });

const AT = '2026-11-13 14:20';

export const boardExamples = {
  J01: [
    example('Before the Board the next morning', [apprehended(AT), produced('2026-11-14 11:00')], '2026-11-15 09:00', [
      'met',
      '2026-11-14 14:20',
    ]),
    example('Three hours of road are not counted', [apprehended(AT), journey('2026-11-14 12:00', 180)], '2026-11-14 16:00', [
      'nearly-late',
      '2026-11-14 17:20',
    ]),
    example('A Sunday does not stop the clock', [apprehended('2026-11-14 20:00')], '2026-11-15 20:01', ['late', '2026-11-15 20:00']),
  ],
};
