// Parts that several messages share: the paper's name, places, persons, names as given.
import { paperKinds, scripts, stateCodes } from './codes.ts';
import { type GroupValue, group, instant, listOf, may, must, oneOf, text, whole, written, yesNo } from './field.ts';
import { districtForm, numberForm, officeForm, telephoneForm } from './forms.ts';

export const state = oneOf(stateCodes);
export const district = written(districtForm, 12);
export const office = written(officeForm, 40);
export const telephone = written(telephoneForm, 13);

export const paper = group('Paper', {
  kind: must(oneOf(paperKinds), 'What the police wrote it into.', 'IIF-I header'),
  state: must(state, 'The State of the station.', 'IIF-I header'),
  district: must(district, 'The district of the station; it begins with the State.', 'IIF-I item 1, District'),
  station: must(office, "The station's code in the portal's list of offices.", 'IIF-I item 1, P.S.'),
  year: must(whole(1950, 2099), 'The year in which the number counts.', 'IIF-I item 1, Year'),
  number: must(
    written(numberForm, 30),
    'The number. It is kept in one way of writing: digits 0-9, no leading zeros, without "/year" after it.',
    'IIF-I item 1, F.I.R. No.',
  ),
});
export type Paper = GroupValue<typeof paper.fields>;

export const station = group('Station', {
  state: must(state, 'Its State.', 'IIF-I item 1'),
  district: must(district, 'Its district.', 'IIF-I item 1, District'),
  station: must(office, "Its code in the portal's list of offices.", 'IIF-I item 1, P.S.'),
});

/** Names are data in the script given: sent as written on the form, never translated. */
const name = group('Name', {
  text: must(text(200), 'The name as the form has it, in its script.', 'Missing person form, Name'),
  script: may(oneOf(scripts), 'The script it is written in.'),
  alias: may(yesNo, 'True for a pet name or a second spelling ("urf").', 'Missing person form, Alias'),
});
export const names = listOf('name', name, 10);

export const informant = group('Informant', {
  name: may(text(200), 'Who told it.', 'IIF-I item 6(a), Name'),
  relation: may(text(60), 'Who that is to the child, in words.', 'Missing person form, Relation'),
  telephone: may(telephone, 'Where the family or informant can be called.', 'IIF-I item 6, Telephone'),
  address: may(text(500), 'Where that person lives.', 'IIF-I item 6, Address'),
});

export const investigatingOfficer = group('InvestigatingOfficer', {
  name: may(text(200), 'Who investigates.', 'IIF-I item 13, Name of I.O.'),
  rank: may(text(60), 'The rank.', 'IIF-I item 13, Rank'),
  number: may(text(30), 'The number on the roll of the force.', 'IIF-I item 13, No.'),
  telephone: may(telephone, 'Where the officer can be called.'),
});

export const arrest = group('Arrest', {
  at: must(instant, 'When the arrest was made. No name is sent.', 'IIF-3 item 3'),
});
