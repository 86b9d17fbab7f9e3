// What node and portal say to each other when they compare what they hold: digests of stations, of branches of a station's tree, and papers.
import { type Form, type GroupValue, day, group, instant, listOf, may, must, text, whole, written, yesNo } from './field.ts';
import { officeForm } from './forms.ts';

const digestForm: Form = { name: 'Digest', pattern: '[0-9a-f]{64}', says: 'SHA-256 in 64 hexadecimal digits' };
const prefixForm: Form = { name: 'Prefix', pattern: '[0-9a-f]{1,63}', says: 'the first hexadecimal digits of a place' };

const MOST_STATIONS = 20_000;
const MOST_BRANCHES = 64;
const MOST_LEAVES = 32;
const BRANCHES_BELOW = 16;
/** In one answer; what is left is found by the next exchange. */
export const MOST_NAMED = 2_048;

const counted = must(whole(0, 100_000_000), 'How many papers.');
const digest = written(digestForm, 64);
const paperKey = text(120);
const station = must(written(officeForm, 40), "The station's code in the portal's list of offices.");
const prefix = may(written(prefixForm, 63), 'Which branch: the digits its places begin with. Left out: the whole station.');

const summary = group('DigestSummary', {
  count: counted,
  digest: must(digest, "SHA-256 over the papers' hashes (32 bytes each) one after another, in order of place."),
});
const stationDigest = group('StationDigest', { station, ...summary.fields });
const leaf = group('DigestLeaf', {
  paper: must(paperKey, 'The natural key: STATE/DISTRICT/STATION/KIND/YEAR/NUMBER.'),
  sequence: must(whole(1, 1_000_000), 'Of its last message.'),
  digest: must(digest, 'The content digest of that message.'),
});
const branch = group('DigestBranch', {
  station,
  prefix,
  leaves: may(listOf('leaf', leaf, MOST_LEAVES), 'Its papers, where there are at most 32.'),
  children: may(
    listOf('child', summary, BRANCHES_BELOW),
    'Else the sixteen branches below it, 0 to f. A branch with neither has no papers.',
  ),
});
const spot = group('DigestSpot', { station, prefix });

export const digestRequest = group('DigestRequest', {
  day: must(day, 'The day (in India) of the exchange.'),
  upTo: must(instant, 'The node says it has told everything it wrote until then.'),
  root: may(summary, 'Over all stations with papers: SHA-256 of one line each, "code LF count LF digest LF", in order of code.'),
  stations: may(
    listOf('station', stationDigest, MOST_STATIONS),
    'Every station of which the node has papers. With `root`, which begins an exchange.',
  ),
  branches: may(listOf('branch', branch, MOST_BRANCHES), 'Branches the portal asked for.'),
});
export const digestAnswer = group('DigestAnswer', {
  agrees: must(yesNo, 'Nothing of what was told differs.'),
  completeUpTo: may(instant, 'Both sides hold the same, of all that the node wrote until then.'),
  root: may(summary, "The portal's own, where the node told its root."),
  narrow: may(listOf('spot', spot, MOST_NAMED), 'Branches to tell next, at most 64 in a request.'),
  wanted: may(
    listOf('paper', paperKey, MOST_NAMED),
    'Papers of which the portal lacks the last message: send every message of each again.',
  ),
  unknown: may(listOf('paper', paperKey, MOST_NAMED), 'Papers the portal has further than the node says.'),
});

export type DigestRequest = GroupValue<typeof digestRequest.fields>;
export type DigestAnswer = GroupValue<typeof digestAnswer.fields>;
