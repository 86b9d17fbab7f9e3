// What children are called at home all over India: a record that knows only such a name says little about the name on paper.
import { readLatin } from './latin.ts';
import { folded } from './ties.ts';
import { settle } from './phonemes.ts';

const callNames = new Set(
  `baby babu babloo bablu babli bachcha bittu bittoo buri bubu bunty bunny chhotu chotu chhoti chinna chinnu chinki chintu chunnu dolly gabbar
   golu gollu guddi guddu gudiya gudia guggu jhumpa kaalu kalu kanha khoka khokon khuku khushi kuttan kutti kunju lado ladli laddu lalli lalla
   lucky mishti mithu mintu mitthu molu monu moni munna munni munnu nanhe nanhi nikki pappu pappa papa pinki pinku pinty putti puchki puchku
   rinki rinku sonu sona shona sweety tinku tinni tuni tutu unni vicky ammu appu amulu chiku chikku bachi beti laali raja rani`
    .split(/\s+/)
    .map((name) => folded(settle(readLatin(name)))),
);

/** True for a word that children of any family are called by, however its vowels are written. Phonemes as in phonemes.ts. */
export function isCallName(phonemes: string): boolean {
  return callNames.has(folded(phonemes));
}
