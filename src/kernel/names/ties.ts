// Words tied by custom, not by sound: pet names and given names (Raju at home is often Rajesh on paper), and the old and new names of a town.
import { readLatin } from './latin.ts';
import { renamedPlaces } from '../place-names/renamed.ts';
import { settle } from './phonemes.ts';

/** A pet name and the names it is custom for: close, never the same. */
const petNames = `
  raju:rajesh,rajendra,rajkumar,rajan,rajiv raja:rajesh,rajendra ravi:ravindra ramu:ramesh,ramachandra,ramaswamy,ramulu
  babloo:babulal munni:munira guddi:gudiya sanju:sanjay,sanjeev,sanjana viju:vijay,vijaya,vijayan ajju:ajay
  manju:manjula,manjunath,manjusha,manjeet anju:anjali,anjana,anjum annu:anita,anuradha,anupama sonu:sonali,sonam monu:mohan,manoj
  manu:manoj,manish,manisha,manohar pinky:priyanka rinky:rekha bunty:banti vicky:vikram,vikas,vikrant
  suri:surendra,suresh naru:narendra,naresh mahi:mahesh,mahendra,mahima gopi:gopal,gopinath,gopika
  venky:venkatesh,venkateswarlu venkat:venkatesh,venkataraman,venkateswarlu,venkatesan subbu:subramaniam,subbarao,subbaiah,subbulakshmi
  krish:krishna,krishnan,krishnamurthy kittu:krishna,krishnan,krishnamurthy seenu:srinivas,srinivasan cheenu:srinivas,srinivasan
  lachhu:lakshman,lakshmi nandu:nanda,nandini,nandkishor chandu:chandra,chandrakant,chandrashekhar,chandan
  bala:balakrishnan,balasubramaniam balu:balakrishnan,balasubramaniam,balaji,balram mani:manikandan,manikam,subramaniam
  selvi:tamilselvi,kalaiselvi murthy:krishnamurthy sathya:satyanarayana,satyavati abdul:abdullah
  akku:akbar,akram iqqu:iqbal imu:imran,imtiyaz irfu:irfan shanu:shahnawaz,shahnaz bholu:bholanath lali:lalita,lalit
  jeetu:jitendra,ajit,manjeet,paramjeet pammi:paramjit,parminder,pramila sukhi:sukhwinder,sukhdev,sukhbir lucky:lakhwinder,lakhbir
  harry:harpreet,harish rocky:rakesh bijju:bijay,bijoy tony:antony johny:john,johnson saji:sajith,sajeev kuttan:appukuttan
  unni:unnikrishnan bappa:bappaditya shibu:shibnath mithu:mithun sunny:sunil sandy:sandeep,sandhya
  deepu:deepak,deepika,dipankar,sandeep,pradip deepa:deepika,deepali neelu:neelam,neelima,nilesh meenu:meenakshi,minati renu:renuka
  shalu:shalini simmi:simran babli:babita vasu:vasudev,vasudevan,srinivasan hari:harish,hariharan,harikrishnan,hariprasad
  roopa:rupali kamu:kamala bhanu:bhanumati guddu:guddan chintu:chintamani
`;

const plainOf: Readonly<Record<string, string>> = {
  A: 'a',
  I: 'i',
  U: 'u',
  '@': 'a',
  Z: 'l',
  K: 'k',
  T: 't',
  P: 'p',
  F: 'd',
  x: 't',
  H: 't',
};

/** Vowels however long, Tamil and Malayalam letters by their plainest sound, the last e of English spelling unsaid. */
export function folded(phonemes: string): string {
  return phonemes.replace(/[AIU@ZKTPFxH]/g, (sound) => plainOf[sound]!).replace(/e$/, '');
}

/** How alike tied words are said to be. */
const asPetName = 0.84;
const asRenamed = 0.95;

type Ties = ReadonlyMap<string, number>;

const table = new Map<string, Map<string, number>>();

function tie(words: readonly string[], others: readonly string[], alike: number): void {
  const [ones, those] = [words, others].map((names) => names.map((name) => folded(settle(readLatin(name.toLowerCase())))));
  const note = (one: string, other: string): void => void (table.get(one) ?? table.set(one, new Map()).get(one)!).set(other, alike);
  for (const one of ones!)
    for (const other of those!) {
      if (one === other) continue;
      note(one, other);
      note(other, one);
    }
}

for (const row of petNames.trim().split(/\s+/)) {
  const [short, names] = row.split(':') as [string, string];
  tie([short], names.split(','), asPetName);
}
// Names of one word only: who compares words has no others.
for (const names of renamedPlaces) {
  const words = names.filter((name) => !name.includes(' '));
  tie(words, words, asRenamed);
}

/** The words (folded) a word is tied to by custom, and how alike they are said to be; undefined for most words. Phonemes as in phonemes.ts. */
export function tiedTo(phonemes: string): Ties | undefined {
  return table.get(folded(phonemes));
}

/** 0 where the word is none of them. */
export function tieWith(ties: Ties, phonemes: string): number {
  return ties.get(folded(phonemes)) ?? 0;
}
