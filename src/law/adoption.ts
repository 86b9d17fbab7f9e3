// A child on the way to adoption: shown, described, applied for, decided. Juvenile Justice (Care and Protection of Children) Act 2015 s.56-61 as amended
// on 1-9-2022; Adoption Regulations 2022 (gazetted 23-9-2022; read in the press only). The Committee's declaration comes before: committee-adoption.ts.
import type { Day } from '../kernel/time.ts';
import { adoptionExamples as examples } from './examples/adoption.ts';
import type { Provision } from './provisions.ts';
import type { On, Rule } from './rule.ts';

const REGULATIONS = '2022-09-23' as Day;
const PRESS = 'Adoption Regulations 2022 (press: Times of India)';

/** The child has a family again, another Committee, or never was a child. */
const noLongerAdoptable: readonly On[] = [
  { happening: 'inquiry.familyCameForward' },
  { happening: 'found.restored' },
  { happening: 'found.closed', where: { outcome: ['restored', 'transferred', 'not-a-child'] } },
  { happening: 'care.died' },
];

/** The ladder is administrative. */
const onTheWay = {
  record: 'found',
  waitsFor: 'adoption',
  kind: 'statutory',
  actor: 'adoption-agency',
  clock: 'each',
  earlierCounts: false,
  cancelledBy: noLongerAdoptable,
  warnBeforeHours: 72,
  escalation: [
    { to: 'dcpu', afterHours: 0 },
    { to: 'state-adoption-agency', afterHours: 7 * 24 },
    { to: 'central-adoption-authority', afterHours: 14 * 24 },
  ],
  inForce: { from: REGULATIONS, to: null },
  told: 'desk',
  stateOverrides: [],
} satisfies Partial<Rule>;

/** The source says "72 hours / 3 working days" of both steps together, of the agency or home and the DCPU together. The shorter counts until the Gazette is read. */
const received = {
  ...onTheWay,
  startedBy: [{ happening: 'adoption.childReceived' }],
  actorBy: [{ happening: 'adoption.childReceived', where: { by: 'home' }, actor: 'children-home' }],
  due: { hours: 72, basis: 'source' },
  warnBeforeHours: 24,
  citation:
    'Adoption Regulations 2022 r.6 [M, to be verified]: photograph and particulars on the designated portal and a newspaper notice within 72 hours or three working days, which of the two is open and the shorter is kept; by the agency or home and the District Child Protection Unit',
  confidence: 'M',
} satisfies Partial<Rule>;

const certified = {
  ...onTheWay,
  waitsFor: undefined,
  startedBy: [{ happening: 'inquiry.certificateGiven' }],
  clock: 'first',
  due: { days: 10, basis: 'source' },
  citation:
    'Adoption Regulations 2022: child study report and medical examination report on CARINGS within ten days of the certificate [M]',
  confidence: 'M',
} satisfies Partial<Rule>;

export const adoptionDuties: readonly Rule[] = [
  { ...received, id: 'I09', metBy: [{ happening: 'adoption.particularsPosted' }], examples: examples.I09 },
  { ...received, id: 'I09.2', metBy: [{ happening: 'adoption.newspaperNoticed' }], examples: examples['I09.2'] },
  {
    ...certified,
    id: 'I10',
    metBy: [{ happening: 'adoption.reportUploaded', where: { what: 'child-study' } }],
    examples: examples.I10,
  },
  {
    ...certified,
    id: 'I10.2',
    metBy: [{ happening: 'adoption.reportUploaded', where: { what: 'medical-examination' } }],
    examples: examples['I10.2'],
  },
  {
    ...onTheWay,
    id: 'I11',
    startedBy: [{ happening: 'adoption.matched' }],
    due: { days: 10, basis: 'source' },
    metBy: [{ happening: 'adoption.applied' }],
    cancelledBy: [...noLongerAdoptable, { happening: 'adoption.matchEnded' }],
    pairedBy: 'reference',
    citation: `${PRESS}: application to the District Magistrate, through the District Child Protection Unit, within ten days of the match`,
    confidence: 'C-n',
    examples: examples.I11,
  },
  {
    ...onTheWay,
    id: 'I12',
    actor: 'district-magistrate',
    startedBy: [{ happening: 'adoption.applied' }],
    due: { months: 2, basis: 'source' },
    metBy: [{ happening: 'adoption.applicationDecided', where: { how: ['order', 'refusal'] } }],
    cancelledBy: [
      ...noLongerAdoptable,
      { happening: 'adoption.matchEnded' },
      { happening: 'adoption.applicationDecided', where: { how: 'withdrawal' } },
    ],
    pairedBy: 'reference',
    warnBeforeHours: 14 * 24,
    escalation: [
      { to: 'state-adoption-agency', afterHours: 0 },
      { to: 'state-government', afterHours: 14 * 24 },
      { to: 'central-adoption-authority', afterHours: 30 * 24 },
    ],
    citation: `${PRESS}; JJ Act 2015 s.61 as amended on 1-9-2022: the District Magistrate's order within two months of the application`,
    confidence: 'C-n',
    inForce: { from: '2022-09-01' as Day, to: null },
    examples: examples.I12,
  },
];

export const adoptionProvisions: readonly Provision[] = [
  {
    id: 'I16',
    nature: 'right',
    who: 'foster-family',
    citation:
      'Known from a draft only, whether and since when in force not confirmed: five years with the same foster family (draft of the rules of 2022, press: Indian Express 29-10-2021) [C-n]; two years in the Model Foster Care Guidelines 2024 [M]',
    confidence: 'C-n',
    from: null,
    keptBy: null,
  },
];
