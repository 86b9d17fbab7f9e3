// Names children are called by at home, by language; where a language has none of its own here, the north's are used.
import { type Name, writeWord } from './names.ts';
import type { Script } from './script.ts';

const pet = (native: string, ...latin: string[]): Name => ({ native, latin, carrier: native });

const northern = {
  female: [
    pet('गुड़िया', 'Gudiya'),
    pet('मुन्नी', 'Munni'),
    pet('छोटी', 'Chhoti'),
    pet('लाडो', 'Lado'),
    pet('पिंकी', 'Pinki'),
    pet('बिट्टी', 'Bitti'),
    pet('परी', 'Pari'),
  ],
  male: [
    pet('छोटू', 'Chhotu'),
    pet('मुन्ना', 'Munna'),
    pet('गोलू', 'Golu'),
    pet('पप्पू', 'Pappu'),
    pet('बबलू', 'Bablu'),
    pet('राजा', 'Raja'),
    pet('सोनू', 'Sonu'),
  ],
};

const petNames: Readonly<Record<string, { female: Name[]; male: Name[] }>> = {
  bn: {
    female: [pet('বুড়ি', 'Buri'), pet('মিষ্টি', 'Mishti'), pet('টুকটুকি', 'Tuktuki'), pet('খুকু', 'Khuku'), pet('মামনি', 'Mamoni')],
    male: [pet('খোকন', 'Khokan'), pet('বাবু', 'Babu'), pet('বুবাই', 'Bubai'), pet('টুটুল', 'Tutul'), pet('গোপাল', 'Gopal')],
  },
  ta: {
    female: [pet('அம்மு', 'Ammu'), pet('பாப்பா', 'Pappa'), pet('செல்லம்', 'Chellam'), pet('குட்டி', 'Kutti')],
    male: [pet('கண்ணா', 'Kanna'), pet('ராஜா', 'Raja'), pet('தம்பி', 'Thambi'), pet('குட்டி', 'Kutti')],
  },
  te: {
    female: [pet('బుజ్జి', 'Bujji'), pet('చిన్ని', 'Chinni'), pet('పండు', 'Pandu'), pet('అమ్ములు', 'Ammulu')],
    male: [pet('చిన్నా', 'Chinna'), pet('బాబు', 'Babu'), pet('నాని', 'Nani'), pet('చంటి', 'Chanti')],
  },
  kn: {
    female: [pet('ಪುಟ್ಟಿ', 'Putti'), pet('ಚಿನ್ನು', 'Chinnu'), pet('ಅಮ್ಮು', 'Ammu')],
    male: [pet('ಪುಟ್ಟ', 'Putta'), pet('ಅಪ್ಪು', 'Appu'), pet('ಚಿನ್ನಿ', 'Chinni')],
  },
  ml: {
    female: [pet('അമ്മു', 'Ammu'), pet('മോളു', 'Molu'), pet('ചിന്നു', 'Chinnu'), pet('പാറു', 'Paru')],
    male: [pet('അപ്പു', 'Appu'), pet('കുട്ടൻ', 'Kuttan'), pet('മോനു', 'Monu'), pet('ഉണ്ണി', 'Unni')],
  },
  mr: {
    female: [pet('छकुली', 'Chhakuli'), pet('बाळी', 'Bali'), pet('मनी', 'Mani'), pet('पिंकी', 'Pinki')],
    male: [pet('बाळ्या', 'Balya'), pet('बंटी', 'Bunty'), pet('दादू', 'Dadu'), pet('पिंट्या', 'Pintya')],
  },
};

/** The pet name numbered `number` (counted around), written in `script`. */
export function petNameOf(language: string, sex: 'female' | 'male', number: number, script: Script): string {
  const names = (petNames[language] ?? northern)[sex];
  return writeWord(names[number % names.length]!, script);
}
