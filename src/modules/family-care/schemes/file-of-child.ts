// What the file says of a child, for asking which schemes fit: from the description, the home, the certificate, the placings and the papers handed in.
import { paiseOf } from '../../../kernel/money.ts';
import type { SchemePaper } from '../../../law/index.ts';
import type { Context } from '../../../platform/context.ts';
import type { ChildRecord, Description } from '../../children/index.ts';
import { certificateOf } from '../../cwc/index.ts';
import { has, readDiary, effectiveEntries } from '../../diary/index.ts';
import { papersOf } from '../papers/paper-store.ts';
import { type Placing, stateOf } from '../placings/placing.ts';
import { livesInHome } from '../placings/placing-store.ts';
import type { ChildFile } from './fitting.ts';

function livesWith(inHome: boolean, status: ChildRecord['status'], placings: readonly Placing[]): ChildFile['livesWith'] {
  if (inHome) return 'institution';
  const running = placings.filter((placing) => stateOf(placing) === 'running');
  if (running.some(({ kind }) => kind === 'foster')) return 'foster-family';
  if (running.some(({ kind }) => kind === 'kinship')) return 'kin';
  const carer = placings.findLast(({ words }) => words.relation)?.words.relation;
  if (carer) return carer === 'mother' || carer === 'father' ? 'parents' : 'kin';
  return status === 'restored' ? 'parents' : null;
}

export async function fileOfChild(
  context: Context,
  record: ChildRecord,
  description: Description | undefined,
  placings: readonly Placing[],
): Promise<ChildFile> {
  const [inHome, certificate] = [(await livesInHome(context, [record.id])).has(record.id), await certificateOf(context, record.id)];
  const handedIn = (await papersOf(context, { recordId: record.id })).filter(({ submittedAt }) => submittedAt !== null);
  const family = placings.findLast(({ familyId }) => familyId !== null)?.familyId;
  const homeStudied = family
    ? (await papersOf(context, { familyId: family })).some(({ kind, submittedAt }) => kind === 'home-study' && submittedAt)
    : false;
  const said = placings.findLast(({ words }) => words.income !== undefined);
  const diary = effectiveEntries(await readDiary(context, record.id));
  const held: Record<SchemePaper, boolean> = {
    income: said?.words.incomeProof !== undefined && said.words.incomeProof !== 'none' && said.words.incomeProof !== 'own-word',
    account: placings.some(({ orderWords }) => orderWords.account !== undefined),
    'home-study': homeStudied,
    'child-study': handedIn.some(({ kind }) => kind === 'child-study'),
    'care-plan': has(diary, 'care.planMade'),
    certificate: certificate !== undefined,
  };
  const hardships = placings.flatMap((placing) => placing.hardships);
  if (description?.disability) hardships.push('disability');
  return {
    age: description?.age ?? null,
    livesWith: livesWith(inHome, record.status, placings),
    income: said ? paiseOf(said.words.income!) : null,
    area: said?.area ?? null,
    hardships: hardships.length > 0 ? hardships : null,
    legallyFree: certificate !== undefined,
    papers: new Set((Object.keys(held) as SchemePaper[]).filter((paper) => held[paper])),
  };
}
