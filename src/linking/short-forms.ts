// English names and how people shorten them, pet them or write them short: one line is one family, its full name first. Written from common knowledge.

const families = `
abigail abby gail nabby|abraham abe abram abm|adelaide addie ada|agnes aggie nessie|albert al bert bertie|alexander alex alec alick sandy sasha xander alexr|alexandra alex sandra lexi
alfred alf alfie fred|alice allie|amanda mandy|amelia amy millie emmy|andrew andy drew andw|angela angie|anna ann anne annie nan nancy nanny hannah|anthony tony antony anty ant
archibald archie baldie archd|arthur art artie|augustus gus|augusta gussie|barbara babs barb barbie|bartholomew bart bartle|beatrice bea trixie|benedict ben|benjamin ben benny benj benjn
bernard bernie barney|bridget biddy bridie bride|cameron cam|caroline carrie lina caro carol carolyn|catherine katherine kathryn catharine cathy kathy kate katie kitty kit kath cath cathe kathleen
cecilia cissy celia cis|charles charlie charley chas chuck chaz carl|charlotte lottie charley lotte|christian chris|christina chris tina chrissie christine kirsty|christopher chris kit topher christr xtopher
clarence clarrie|clementine clem|constance connie|cornelius con neil corny|cynthia cindy|daniel dan danny danl|david dave davy davie davey|deborah deb debbie debby|dennis denis denny|dominic dom nic
donald don donny|dorothy dorothea dolly dot dottie dora dodie|douglas doug dougie|edith edie|edmund edmond ned ed eddie ted|edward ed eddie ned ted teddy edw edwd|edwin ed eddie ned|eleanor elinor nell nellie nora ellie ellen lenora
elijah eli lige|elizabeth elisabeth eliza liz lizzie lizzy beth betty betsy bess bessie bet libby lisa elsie elspeth lisbeth elizth eliz elizh|ellen nell nellie helen|emily em emmy millie emmie|emma em emmie
ernest ernie|esther hester essie hetty|eugene gene|evelyn eve evie|ezekiel zeke|fiona fi|florence flo florrie flossie flora|frances fanny fran franny frankie fannie|francis frank frankie fras frans franc
frederick frederic fred freddie freddy fredk fredc|gabriel gabe|gabrielle gabby|geoffrey jeffrey geoff jeff|george geo georgie geordie|gerald gerry jerry|gerard gerry|gertrude gertie trudy|gilbert gil bert
gregory greg|gwendoline gwen|harold harry hal|harriet harriett hattie hatty harry|harrison harry|helen nell nellie lena ellen helena|henrietta hetty etta harriet hettie|henry harry hal hank heny|herbert herb bert bertie
horace horry|hubert bert hugh|hugh hughie hugo huw|humphrey numps|ignatius iggy|isaac ike izzy|isabella isabel isabelle isobel bella belle bell izzy tibby ib|jacob jake jacob jeb|jacqueline jackie|james jim jimmy jimmie jamie jas jem jms
jane jenny jennie jean janie jeannie janet|jeremiah jerry jeremy jerem|jennifer jen jenny jenn|jessica jess jessie|joan joanie|joanna jo joan joanne johanna|john jack johnny jon jock jno johnnie jonny jackie ian
jonathan jon john jonny jonathon|joseph joe joey jos josh jose jo|josephine jo josie fina|joshua josh|josiah joe|judith judy jude|julia julie jill|julian jules|katherine kate|kenneth ken kenny|laura laurie|laurence lawrence larry laurie lawrie law
leonard len lenny leo|leopold leo|lewis louis lew lou louie|lillian lilian lily lil|louisa louise lou lulu|lucy lucinda lu cindy luce|lydia liddy|madeleine madeline maddie maddy|madison maddie maddy|magdalene lena maggie
margaret margarett peggy peg meg maggie madge marge margery marjorie daisy greta rita margt maggy meggie peggie gretta|maria mary ria|martha patty pat mattie matty marty|martin mart marty
mary polly molly may maria mamie marie moll minnie mally|mathew matthew mat matt matty mattw|matilda maud maude tilly tilda mattie|maurice morris moe|maximilian max|mercy merry|michael mick mike micky mickey mikey michl mich|mildred millie|millicent millie
moses mo moe|nathan nat nate|nathaniel nathanael nat nate nathan nathl|nicholas nicolas nick nicky nichs nic nico|nicola nicky nikki|oliver ollie noll|olivia liv livvy|oswald oz ossie|pamela pam|patience pat|patricia pat patsy tricia trish patty
patrick pat paddy patsy patk|penelope penny|percival percy|peter pete petr|philip phillip phil pip philp|philippa pippa pip|phoebe fibi|prudence pru|rachel rae|ralph raf|randolph randy|raymond ray|rebecca becky beck becca bex|reginald reg reggie rex
richard dick rich rick dickie ricky richd dickon richie|robert bob rob bobby robbie robin bert robt dob|roderick rod|rodney rod|roger hodge rog|ronald ron ronnie|rosalind ros rosie|rose rosie rosa rosanna|rudolph rudy dolph|rupert rupe|ruth ruthie
samantha sam|samuel sam sammy saml|sarah sally sadie sal sara|sebastian seb bas|septimus sep|sidney sydney sid syd|silas si|simeon sim simon|simon si|solomon sol solly|sophia sophie sophy|stephanie steph|stephen steven steve stevie stephn ste|stuart stewart stu
susan susannah susanna sue susie suky sukey suzy suzanne susanah|sylvester sly|tabitha tabby|terence terry|thaddeus tad thad|theodore ted teddy theo|theodora dora theo|theresa teresa tess tessie terry tracy|thomas tom tommy thos thom tam tho
timothy tim timmy timy|tobias toby|ursula ursie|valentine val|vanessa nessa|victor vic|victoria vicky vic tory vicki|vincent vin vince vinny|violet vi|virginia ginny|walter walt wat wally wattie waltr|wilfred wilf fred|wilhelmina mina minnie willa
william bill billy will willie willy wm willm liam wills|winifred win winnie freda|winston win|zachary zachariah zach zack zechariah|zoe zo`;

const familiesOf = new Map<string, number[]>();
const heads: string[] = [];
for (const [number, family] of families.trim().split(/[|\n]/).entries()) {
  const forms = family.split(' ');
  heads.push(forms[0]!);
  for (const form of new Set(forms)) familiesOf.set(form, [...(familiesOf.get(form) ?? []), number]);
}

/** Whether some name is called by both: Bill and Will, Peggy and Margaret. Lower-case Latin words; false for a word and itself. */
export function sameFamily(one: string, other: string): boolean {
  if (one === other) return false;
  const here = familiesOf.get(one);
  const there = familiesOf.get(other);
  return here !== undefined && there !== undefined && here.some((family) => there.includes(family));
}

/** The full name a form stands for, where it stands for one only; the word itself otherwise. */
export function fullForm(word: string): string {
  const of = familiesOf.get(word);
  return of?.length === 1 ? heads[of[0]!]! : word;
}
