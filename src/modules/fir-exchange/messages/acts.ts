// Acts as coded, dated values: which Act a section is of, and on which days it could be charged. Never free text (domain: offence codes).
// IPC and CrPC end with 30-6-2024, BNS and BNSS begin the day after [C]; the first days of the other Acts are from general knowledge [M].
import type { Day } from '../../../kernel/time.ts';
import type { CodeList } from './field.ts';

/** `counts`: whether the day of the offence decides (penal Acts) or the day of registration (Acts of procedure). Both days are in force; null: no limit this contract needs. */
type Act = { readonly name: string; readonly counts: 'offence' | 'registration'; readonly from: Day | null; readonly until: Day | null };

const LAST_OF_THE_CODES = '2024-06-30' as Day;
const FIRST_OF_THE_SANHITAS = '2024-07-01' as Day;

function act(name: string, from: string | null = null, until: Day | null = null, counts: Act['counts'] = 'offence'): Act {
  return { name, counts, from: from as Day | null, until };
}

export const acts = {
  IPC: act('Indian Penal Code, 1860', null, LAST_OF_THE_CODES),
  BNS: act('Bharatiya Nyaya Sanhita, 2023', FIRST_OF_THE_SANHITAS),
  CRPC: act('Code of Criminal Procedure, 1973', '1974-04-01', LAST_OF_THE_CODES, 'registration'),
  BNSS: act('Bharatiya Nagarik Suraksha Sanhita, 2023', FIRST_OF_THE_SANHITAS, null, 'registration'),
  POCSO: act('Protection of Children from Sexual Offences Act, 2012', '2012-11-14'),
  JJA: act('Juvenile Justice (Care and Protection of Children) Act, 2015', '2016-01-15'),
  JJA2000: act('Juvenile Justice (Care and Protection of Children) Act, 2000', '2001-04-01', '2016-01-14' as Day),
  ITPA: act('Immoral Traffic (Prevention) Act, 1956'),
  CLPRA: act('Child and Adolescent Labour (Prohibition and Regulation) Act, 1986', '1986-12-23'),
  BLSA: act('Bonded Labour System (Abolition) Act, 1976', '1975-10-25'),
  PCMA: act('Prohibition of Child Marriage Act, 2006', '2007-11-01'),
  THOTA: act('Transplantation of Human Organs and Tissues Act, 1994', '1995-02-04'),
  ITA: act('Information Technology Act, 2000', '2000-10-17'),
  SCST: act('Scheduled Castes and the Scheduled Tribes (Prevention of Atrocities) Act, 1989', '1990-01-30'),
  NDPS: act('Narcotic Drugs and Psychotropic Substances Act, 1985', '1985-11-14'),
  ARMS: act('Arms Act, 1959', '1962-10-01'),
  RAILWAYS: act('Railways Act, 1989', '1990-07-01'),
} as const satisfies Record<string, Act>;
export type ActCode = keyof typeof acts;

export const actCodes: CodeList<ActCode> = {
  name: 'ActCode',
  codes: Object.fromEntries(Object.entries(acts).map(([code, { name }]) => [code, name])) as Record<ActCode, string>,
};

export type ChargedDays = { offence: { first: Day | null; last: Day | null }; registered: Day };

/** Whether the Act could be charged on any day that is possible. What is not known of the offence's days speaks for the charge, never against it. */
export function inForce(code: ActCode, days: ChargedDays): boolean {
  const { counts, from, until } = acts[code];
  const first = counts === 'registration' ? days.registered : days.offence.first;
  const last = counts === 'registration' ? days.registered : (days.offence.last ?? days.registered);
  return !(from !== null && last !== null && last < from) && !(until !== null && first !== null && first > until);
}
