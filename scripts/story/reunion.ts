// The main job, played through the doors: report → match → decision → reunion → poster gone. Each step's effect is seen through a door.
import { faceJpeg } from '../../seed/faces.ts';
import { type Figure, observed } from '../figures.ts';
import { pairPath, registerFound, signInAs } from './desk.ts';
import { orderRestoration } from './order.ts';
import { type Person, personAt, words } from './person.ts';
import { type Doors, type Play, has, play, says } from './play.ts';

// A number nobody has (Indian mobiles begin with 6 to 9; 60000 is not issued), another one each run: codes are rationed per number.
const TELEPHONE = `60000${String(Date.now()).slice(-5)}`;
const WAIT_SECONDS = 10;
/** Tells this run's poster from an earlier run's at the same portal. */
const clothing = `red frock, slippers number ${Math.floor(performance.now())}`;

async function codeFor(reader: Person): Promise<string> {
  const outbox = await reader.until('/outbox', (page) => /\b\d{6}\b/.test(words(page)), WAIT_SECONDS);
  return /\b(\d{6})\b/.exec(words(outbox))?.[1] ?? '';
}

/** Seven questions, a check, a code. Answers the report's reference. */
async function reportMissing(mother: Person, today: string): Promise<string> {
  await mother.open('/missing/report');
  await mother.open('/missing/report/who');
  await mother.send('/missing/report/who', { childName: 'আশা দাস', alias: 'Asha', sex: 'female', ageFrom: '9' });
  await mother.send('/missing/report/when', { lastSeenOn: today, lastSeenAt: '00:01' });
  await mother.send('/missing/report/where', { districtTyped: 'Howrah', lastSeenPlace: 'Howrah station, platform 9' });
  await mother.send('/missing/report/looks', { clothing, markKind: 'burn', markSite: 'forearm' });
  await mother.send('/missing/report/family', { fatherName: 'রতন দাস', motherName: 'Mala Das', languages: ['bn'] });
  await mother.send('/missing/report/photograph', {}, [{ field: 'photograph', name: 'asha.jpg', bytes: await faceJpeg(21, 'missing') }]);
  await mother.send('/missing/report/you', { informantName: 'Mala Das', informantRelation: 'mother', informantTelephone: TELEPHONE });
  await mother.send('/missing/report/check', {});
  const reader = personAt('reader', mother.door);
  await mother.open('/missing/report/code');
  const done = await mother.send('/missing/report/code', { code: await codeFor(reader) });
  const reference = /\/my\/(MC-[A-Z]{2}-\d{4}-\d+-[0-9A-Z])/.exec(done.url)?.[1];
  if (!reference) throw new Error(`the report was not taken (status ${done.status}, ${done.url}): ${words(done).slice(0, 600)}`);
  return reference;
}

/** Who plays, and what became known on the way. */
type Scene = {
  step: Play['step'];
  known: { missing: string; found: string; pair: string; poster: string };
  mother: Person;
  das: Person;
  superintendent: Person;
  committee: Person;
  stranger: Person;
  other: Person;
  nodal: Person;
  auditor: Person;
};

/** A report by telephone, and what it sets going. */
async function askForSearch({ step, known, mother, das }: Scene, today: string): Promise<void> {
  await step(
    'mother reports Asha missing by telephone, proves the number',
    mother,
    async () => (known.missing = await reportMissing(mother, today)) !== '',
  );
  await step('mother sees who was told and what is due', mother, async () => has(await mother.open(`/my/${known.missing}`), known.missing));
  await step('the duty to register the FIR stands on the officer’s first page', das, async () => {
    await signInAs(das, { office: 'PS Bantra', role: 'investigating-officer' });
    return (await das.open('/?show=all')).text.includes(known.missing);
  });
}

/** The FIR, the risk, and a poster that tells no more than it must. */
async function investigate({ step, known, das, stranger }: Scene): Promise<void> {
  await step('officer registers the FIR', das, async () => {
    await das.open(`/missing/${known.missing}/fir`);
    await das.send(`/missing/${known.missing}/fir`, {
      paper: 'fir',
      paperNumber: String(Math.floor(performance.now())),
      sections: 'BNS 137(2)',
    });
    return says(das, `/missing/${known.missing}`, 'FIR registered');
  });
  await step('officer assesses the risk', das, async () => {
    await das.open(`/missing/${known.missing}/risk`);
    await das.send(`/missing/${known.missing}/risk`, {
      level: 'high',
      linesOfInquiry: 'CCTV of platform 9; trains towards Kharagpur',
    });
    return says(das, `/missing/${known.missing}`, 'Risk assessed: high');
  });
  await step('officer publishes a notice under an authority', das, async () => {
    await das.open(`/missing/${known.missing}/notice`);
    await das.send(`/missing/${known.missing}/notice`, { authority: 'police-tracing', orderNumber: 'PT-1', reasons: 'tracing' });
    // Shown once the worker has vouched for it.
    const list = await stranger.until('/missing?district=Howrah', (page) => page.text.includes('href="/missing/'), WAIT_SECONDS);
    for (const [, path] of list.text.matchAll(/href="(\/missing\/[0-9a-z]{26})"/g)) {
      if ((await stranger.open(path!)).text.includes(clothing)) known.poster = path!;
    }
    return known.poster !== '' && (await stranger.open(known.poster)).status === 200 && das.looksAt().status === 200;
  });
  await step('the poster shows no parent, no address, no telephone', stranger, async () => {
    const page = await stranger.open(known.poster);
    return !['Mala', 'রতন', TELEPHONE, 'burn', 'platform'].some((secret) => page.text.includes(secret));
  });
}

/** The child is registered 1,500 km away; the pair is shown and judged. */
async function recognise({ step, known, superintendent, das }: Scene, today: string): Promise<void> {
  await step('home in Kozhikode registers a girl who says her name and a town', superintendent, async () => {
    await signInAs(superintendent, { office: 'Thanal', role: 'home-superintendent' });
    const told = {
      childName: 'ആശ',
      fatherName: 'രത്തൻ',
      sex: 'female',
      ageFrom: '9',
      ageTo: '10',
      ageBasis: 'apparent',
      languages: ['bn'],
      homeWords: 'Howrah',
    };
    const mark = { 'marks.0.kind': 'burn', 'marks.0.site': 'forearm', 'marks.0.side': 'left' };
    known.found = (await registerFound(superintendent, { ...told, ...mark, foundOn: today, foundAt: '00:02' })).reference;
    return known.found !== '';
  });
  await step('within seconds the officer in Howrah is shown the pair', das, async () => {
    const page = await das.until(
      `/missing/${known.missing}`,
      (record) => record.text.includes(known.found) && pairPath(record) !== undefined,
      WAIT_SECONDS,
    );
    for (const [path] of page.text.matchAll(/\/matches\/[0-9a-f-]{36}/g)) {
      if ((await das.open(path)).text.includes(known.found)) known.pair = path;
    }
    return known.pair !== '';
  });
  await step('officer reads why, and judges: the same child', das, async () => {
    await das.open(known.pair);
    const reason = 'name, father and the burn agree; the home says she asks for Howrah';
    await das.send(known.pair, { verdict: 'same', reason, seen: 'none' });
    return says(das, known.pair, reason);
  });
}

/** The Committee: production before identity, identity before restoration; the poster ends with the search. */
async function decide({ step, known, committee, stranger, das }: Scene): Promise<void> {
  await step('the Committee in Kozhikode is asked for production', committee, async () => {
    await signInAs(committee, { office: '', role: 'cwc-member', district: 'KL-KZK' });
    return (await committee.until('/cwc', (page) => page.text.includes(`/cwc/${known.found}/production`), WAIT_SECONDS)).text.includes(
      known.found,
    );
  });
  await step('identity cannot be confirmed before production', committee, async () => {
    await committee.open(`/cwc/${known.found}/identity`);
    const page = await committee.send(`/cwc/${known.found}/identity`, { answer: 'confirmed', basis: ['photograph'], reasons: 'too early' });
    return page.status === 409 || page.status === 422;
  });
  await step('Committee records the production', committee, async () => {
    await committee.open(`/cwc/${known.found}/production`);
    await committee.send(`/cwc/${known.found}/production`, {
      sitting: 'committee',
      producedAt: '00:03',
      placedWith: 'children-home',
      childHeard: 'I want to go home to Howrah',
    });
    return says(committee, `/found/${known.found}`, 'The child was produced before');
  });
  await step('Committee confirms who the child is', committee, async () => {
    await committee.open(`/cwc/${known.found}/identity`);
    await committee.send(`/cwc/${known.found}/identity`, {
      answer: 'confirmed',
      basis: ['parent-recognised', 'photograph'],
      reasons: 'mother recognised her on a video call',
    });
    const confirmed = 'The Committee confirmed who the child is';
    return (await says(committee, `/found/${known.found}`, confirmed)) && says(das, `/missing/${known.missing}`, confirmed);
  });
  await step('the poster is gone: 410, and so is its picture', stranger, async () => {
    const [page, photo] = [await stranger.open(known.poster), await stranger.open(`${known.poster}/photo.jpg`)];
    return page.status === 410 && [404, 410].includes(photo.status) && !page.text.includes('আশা') && !page.text.includes(clothing);
  });
  await step('three members sign the order of restoration', committee, () => orderRestoration(committee, known.found, 'KL-KZK'));
  await step('Committee records the restoration', committee, async () => {
    await committee.open(`/cwc/${known.found}/restoration`);
    await committee.send(`/cwc/${known.found}/restoration`, { toRelation: 'parents', restoredAt: '00:04' });
    const restored = 'The child was restored to the parents';
    return (await says(committee, `/found/${known.found}`, restored)) && says(das, `/missing/${known.missing}`, restored);
  });
}

/** Closing one record never closes another: the officer closes the report. */
async function endCase({ step, known, das, mother }: Scene): Promise<void> {
  await step('the missing report is still the officer’s to close: it is open', das, async () => {
    const page = await das.open(`/missing/${known.missing}`);
    return page.text.includes(`/missing/${known.missing}/close`);
  });
  await step('officer closes the case', das, async () => {
    await das.open(`/missing/${known.missing}/close`);
    await das.send(`/missing/${known.missing}/close`, { outcome: 'restored', reason: 'restored by the Committee' });
    return (await says(das, `/missing/${known.missing}`, 'The report was closed')) && !has(das.looksAt(), 'Close the report');
  });
  await step('mother’s page says the case is closed', mother, async () => says(mother, `/my/${known.missing}`, 'back with the family'));
}

/** Who may see the case, and who looked. */
async function lookIn({ step, known, other, nodal, auditor }: Scene): Promise<void> {
  await step('an officer of another district is refused, as if there were nothing', other, async () => {
    await signInAs(other, { office: 'PS Sonepur', role: 'investigating-officer' });
    const [page, nothing] = [await other.open(`/missing/${known.missing}`), await other.open('/missing/MC-WB-2020-000001-0')];
    return page.status === 404 && nothing.status === 404;
  });
  await step('nodal officer of Howrah was told at once and acknowledges', nodal, async () => {
    await signInAs(nodal, { office: '', role: 'district-nodal-officer', district: 'WB-HWH' });
    const alerts = await nodal.open('/alerts');
    const row = new RegExp(`${known.missing}[\\s\\S]*?(/alerts/[0-9a-f-]{36}/acknowledge)`).exec(alerts.text)?.[1];
    return alerts.text.includes(known.missing) && row !== undefined && (await nodal.send(row, {})).status === 200;
  });
  await step('auditor sees who looked', auditor, async () => {
    await signInAs(auditor, { office: '', role: 'auditor' });
    return has(await auditor.open(`/access/${known.missing}`), 'Bantra');
  });
}

/** Plays everything; throws at the first step whose effect is not seen. */
export async function playReunion(doors: Doors, today: string, say: (row: Figure) => void): Promise<Figure[]> {
  const { rows, step } = play(say);
  const scene: Scene = {
    step,
    known: { missing: '', found: '', pair: '', poster: '' },
    mother: personAt('mother', doors.citizen),
    stranger: personAt('passer-by', doors.citizen),
    das: personAt('investigating officer', doors.desk),
    superintendent: personAt('superintendent of the home', doors.desk),
    committee: personAt('member of the Committee', doors.desk),
    other: personAt('officer in Saran', doors.desk),
    nodal: personAt('nodal officer', doors.desk),
    auditor: personAt('auditor', doors.desk),
  };
  await askForSearch(scene, today);
  await investigate(scene);
  await recognise(scene, today);
  await decide(scene);
  await endCase(scene);
  await lookIn(scene);
  rows.push(
    observed(
      'every step seen through a door',
      rows.every((row) => row.holds),
    ),
  );
  return rows;
}
