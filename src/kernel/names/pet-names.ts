// Pet names that custom ties to a given name: whoever is called Raju at home is often Rajesh or Rajendra on paper. A tie makes two words close, never the same.
import { readLatin } from './latin.ts';
import { settle } from './phonemes.ts';

const ties = `
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

const shortOf: Readonly<Record<string, string>> = { A: 'a', I: 'i', U: 'u', '@': 'a' };

/** Vowels however long. */
function folded(phonemes: string): string {
  return phonemes.replace(/[AIU@]/g, (vowel) => shortOf[vowel]!);
}

function tieTable(): ReadonlyMap<string, ReadonlySet<string>> {
  const table = new Map<string, Set<string>>();
  const tie = (one: string, other: string): void => void (table.get(one) ?? table.set(one, new Set()).get(one)!).add(other);
  for (const row of ties.trim().split(/\s+/)) {
    const [pet, names] = row.split(':') as [string, string];
    for (const name of names.split(',')) {
      const [one, other] = [folded(settle(readLatin(pet))), folded(settle(readLatin(name)))];
      tie(one, other);
      tie(other, one);
    }
  }
  return table;
}

const table = tieTable();

/** The words (vowels folded) a word is tied to by custom; undefined for most words. Phonemes as in phonemes.ts. */
export function tiedTo(phonemes: string): ReadonlySet<string> | undefined {
  return table.get(folded(phonemes));
}

export function isAmong(ties: ReadonlySet<string>, phonemes: string): boolean {
  return ties.has(folded(phonemes));
}
