// Words tied by custom, not by sound: pet names and given names (Raju at home is often Rajesh on paper), and the old and new names of a town.
import { readLatin } from './latin.ts';
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

/** The same town. */
const renamed = `
  bombay:mumbai bambai:mumbai madras:chennai calcutta:kolkata kalkatta:kolkata bangalore:bengaluru mysore:mysuru mangalore:mangaluru
  belgaum:belagavi hubli:hubballi gulbarga:kalaburagi bellary:ballari bijapur:vijayapura shimoga:shivamogga tumkur:tumakuru
  trivandrum:thiruvananthapuram cochin:kochi calicut:kozhikode trichur:thrissur quilon:kollam alleppey:alappuzha palghat:palakkad
  cannanore:kannur tellicherry:thalassery tanjore:thanjavur trichy:tiruchirappalli tiruchi:tiruchirappalli tuticorin:thoothukudi
  tinnevelly:tirunelveli ooty:udhagamandalam conjeevaram:kanchipuram pondicherry:puducherry vizag:visakhapatnam waltair:visakhapatnam
  rajahmundry:rajamahendravaram cuddapah:kadapa poona:pune baroda:vadodara broach:bharuch cambay:khambhat benares:varanasi banaras:varanasi
  allahabad:prayagraj ilahabad:prayagraj gurgaon:gurugram cawnpore:kanpur simla:shimla gauhati:guwahati burdwan:bardhaman midnapore:medinipur
  hooghly:hugli osmanabad:dharashiv hoshangabad:narmadapuram coimbatore:koyambattur coimbatore:kovai ahmednagar:ahilyanagar
  jubbulpore:jabalpur saugor:sagar orissa:odisha uttaranchal:uttarakhand
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

function tieAll(table: Map<string, Map<string, number>>, ties: string, alike: number): void {
  const tie = (one: string, other: string): void => void (table.get(one) ?? table.set(one, new Map()).get(one)!).set(other, alike);
  for (const row of ties.trim().split(/\s+/)) {
    const [short, names] = row.split(':') as [string, string];
    for (const name of names.split(',')) {
      const [one, other] = [folded(settle(readLatin(short))), folded(settle(readLatin(name)))];
      tie(one, other);
      tie(other, one);
    }
  }
}

const table = new Map<string, Map<string, number>>();
tieAll(table, petNames, asPetName);
tieAll(table, renamed, asRenamed);

/** The words (folded) a word is tied to by custom, and how alike they are said to be; undefined for most words. Phonemes as in phonemes.ts. */
export function tiedTo(phonemes: string): Ties | undefined {
  return table.get(folded(phonemes));
}

/** 0 where the word is none of them. */
export function tieWith(ties: Ties, phonemes: string): number {
  return ties.get(folded(phonemes)) ?? 0;
}
