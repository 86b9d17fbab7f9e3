// Places as typed, one a line: a State, or a district, with its State after a comma where the name is that of several. Latin or native script.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { District, State } from '../places/index.ts';

export type Places = { states: readonly State[]; districts: readonly District[] };
export type NamedPlaces = { inStates: string[]; inDistricts: string[] };

const plain = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
const isNamed = ({ name, nativeName, code }: State | District, typed: string): boolean =>
  [name, nativeName ?? '', code].some((one) => plain(one) === typed);

/** The codes named, each once; or the first line that names no place, or more than one. */
export function readPlaces(typed: string, { states, districts }: Places): NamedPlaces | Refusal {
  const [inStates, inDistricts] = [new Set<string>(), new Set<string>()];
  for (const line of typed.split('\n').map(plain).filter(Boolean)) {
    const state = states.find((one) => isNamed(one, line));
    const [name = '', within = ''] = line.split(',').map(plain);
    const of = within === '' ? undefined : states.find((one) => isNamed(one, within));
    const fitting = districts.filter((one) => isNamed(one, name) && (within === '' || one.stateCode === of?.code));
    if (state) inStates.add(state.code);
    else if (fitting.length === 1) inDistricts.add(fitting[0]!.code);
    else return refuse(fitting.length === 0 ? 'directives.error.noPlace' : 'directives.error.severalPlaces', { place: line }, 'places');
  }
  return { inStates: [...inStates], inDistricts: [...inDistricts] };
}

/** The same places as lines that read back to them. */
export function placesAsLines(
  { inStates, inDistricts }: { inStates: readonly string[]; inDistricts: readonly string[] },
  { states, districts }: Places,
): string {
  const ofStates = states.filter(({ code }) => inStates.includes(code)).map(({ name }) => name);
  const ofDistricts = districts.filter(({ code }) => inDistricts.includes(code)).map(({ name, stateName }) => `${name}, ${stateName}`);
  return [...ofStates, ...ofDistricts].join('\n');
}
