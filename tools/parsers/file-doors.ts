import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldDiary } from '@psoas/core/diary';
import { catalogue } from '@psoas/knowledge/rules';
import { activityFileProblemText, isActivityFile, readActivityFile } from '@psoas/exchange/activity-files';
import { diaryFileProblemText, planImport, readDiaryFile } from '@psoas/exchange/diary-file';
import { carePlanProblemText, leftLines, placeLines, planNotices, planSummary, proposalOfPlan, readCarePlan, type PlanTelling } from '@psoas/exchange/care-plan';
import { motionProblemText, parseMotionFile } from '@psoas/exchange/motion';
import activityWords from '@psoas/knowledge/text/activity-file';
import fhirWords from '@psoas/knowledge/text/fhir';
import diaryFileWords from '@psoas/knowledge/text/diary-file';
import motionWords from '@psoas/knowledge/text/motion';
import sharingWords from '@psoas/knowledge/text/sharing';
import fc from 'fast-check';
import { encodeFit } from '../../packages/exchange/src/fit/encode-fit.ts';
import { fitChecksum } from '../../packages/exchange/src/fit/fit-checksum.ts';
import { gpxOf, tcxOf } from '../../packages/exchange/src/activity-files/testing/made-up-activities.ts';
import { repositoryRoot } from '../command-line.ts';
import { sampleDiary, sampleToday } from '../fhir/sample-diary.ts';
import { jsonBombs, textBombs } from './bombs.ts';
import { bytesOf, refusedBy, textOf, type Door } from './door.ts';
import { damagedBytes, editedJson } from './mutations.ts';

const nowMillis = Date.parse('2026-11-21T08:00:00Z');
const jsonText = (value: unknown): Uint8Array => bytesOf(JSON.stringify(value));

const diaryFile = { format: 'psoas-diary', version: 1, exportedOn: '2026-11-20', settings: { theme: 'dark' }, events: sampleDiary() };

/** A copy of a diary that is brought in. */
export const diaryFileDoor: Door = {
  id: 'diary-file',
  seeds: [jsonText(diaryFile), bytesOf(`\uFEFF${JSON.stringify(diaryFile, undefined, 1)}`)],
  made: editedJson([diaryFile]).map(jsonText),
  bombs: [...textBombs, ...jsonBombs((inner) => `{"format":"psoas-diary","version":1,"settings":${inner},"events":[${inner},{"id":${inner},"kind":${inner}}]}`)],
  enter: (input) => {
    const read = readDiaryFile(textOf(input));
    if (!read.ok) return refusedBy(diaryFileProblemText(read.error, diaryFileWords));
    planImport(diaryFile.events, read.value.entries);
    return 'taken';
  },
};

const someone = foldDiary(sampleDiary());
const telling: PlanTelling = { words: fhirWords, sharing: { words: sharingWords, exerciseName: (id) => id, reason: () => undefined }, dayText: (day) => day };
const dose = { url: 'https://psoas.invalid/fhir/StructureDefinition/dose', extension: [{ url: 'side', valueCode: 'left' }, { url: 'sets', valueInteger: 2 }, { url: 'holdSeconds', valueDecimal: 60 }] };
const activity = (code: string): object => ({
  detail: { kind: 'ServiceRequest', status: 'not-started', code: { coding: [{ system: 'https://psoas.invalid/fhir/CodeSystem/exercise', code }] }, extension: [dose] },
});
const carePlan = { resourceType: 'CarePlan', status: 'active', intent: 'plan', title: 'Hips', subject: { display: 'Kim' }, activity: [activity('bridge'), activity('couch-stretch')] };
const carePlans = [carePlan, { resourceType: 'Bundle', type: 'collection', entry: [{ resource: carePlan }, { resource: { resourceType: 'Patient' } }] }];

/** A care plan in FHIR that proposes exercises. */
export const carePlanDoor: Door = {
  id: 'care-plan',
  seeds: carePlans.map(jsonText),
  made: editedJson(carePlans).map(jsonText),
  bombs: [
    ...textBombs,
    ...jsonBombs((inner) => `{"resourceType":"CarePlan","status":"active","intent":"plan","title":${inner},"activity":[{"detail":{"code":${inner},"extension":${inner}}}],"note":${inner}}`),
    jsonText({ resourceType: 'a'.repeat(1_000_000) }),
    jsonText({ ...carePlan, status: 'a'.repeat(1_000_000) }),
    jsonText({ resourceType: 'Bundle', entry: Array.from({ length: 50_000 }, () => ({ resource: carePlan })) }),
    jsonText({ ...carePlan, activity: Array.from({ length: 20_000 }, () => activity('bridge')) }),
  ],
  enter: (input) => {
    const read = readCarePlan(textOf(input), catalogue);
    if (!read.ok) return refusedBy(carePlanProblemText(read.error, fhirWords));
    const proposal = proposalOfPlan(read.value, someone, { catalogue, today: sampleToday });
    planNotices(read.value, sampleToday, telling);
    planSummary(read.value, proposal, telling);
    leftLines(read.value, proposal, telling);
    placeLines(read.value, proposal, telling);
    return 'taken';
  },
};

const run = { startedAt: '2026-03-02T06:30:00Z', minutes: 2 };

function activityDoor(id: string, door: Pick<Door, 'seeds' | 'made' | 'bombs'>): Door {
  return {
    id,
    ...door,
    enter: (input) => {
      if (!isActivityFile(input)) return refusedBy('no file of a watch');
      const read = readActivityFile(input, { decodeUtf8: textOf, nowMillis });
      return read.ok ? 'taken' : refusedBy(activityFileProblemText(read.error, activityWords));
    },
  };
}

const tcx = [tcxOf(run), tcxOf({ ...run, sport: 'Biking' })].map(bytesOf);
const gpx = [gpxOf(run), gpxOf({ ...run, sport: 'cycling' })].map(bytesOf);
const xmlName = fc.constantFrom('gpx', 'trk', 'trkseg', 'trkpt', 'time', 'TrainingCenterDatabase', 'Activities', 'Activity', 'Lap', 'Track', 'Trackpoint', 'Time', 'Id', 'x:y', 'DistanceMeters', 'TotalTimeSeconds');
const xmlText = fc.constantFrom('', ' ', '1', '-1', '1e999', '2026-03-02T06:30:00Z', '2026-99-99T99:99:99Z', '&amp;', '&#x110000;', '&#0;', '&lol;', ']]>', '<!-- x -->', '<![CDATA[<a>]]>');
const xmlAttribute = fc.constantFrom('', ' lat="47" lon="8"', " lat='1e999' lon='NaN'", ' Sport="Running"', ' StartTime="2026-03-02T06:30:00Z"', ' a="&lol;"', ' a=b', ' a="<"', ' xmlns:x="y"');
const { element: xmlElement } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(xmlName, xmlAttribute, fc.array(fc.oneof({ maxDepth: 5 }, xmlText, tie('element')), { maxLength: 4 }))
    .map(([name, attributes, inside]) => `<${name}${attributes}>${inside.join('')}</${name}>`),
}));
const xmlBombs = [
  ...textBombs,
  ...['<gpx>', '<TrainingCenterDatabase>'].flatMap((root) => [
    bytesOf(`${root}${'<a>'.repeat(100_000)}`),
    bytesOf(`${root}${'<a/>'.repeat(300_000)}`),
    bytesOf(`${root}${'&amp;'.repeat(200_000)}`),
    bytesOf(`${root}${'<'.repeat(100_000)}`),
    bytesOf(`${root}<a ${'b="'.repeat(100_000)}>`),
    bytesOf(`${root}<a${' b="c"'.repeat(100_000)}>`),
    bytesOf(`${root}${`<a ${' '.repeat(4900)}x>`.repeat(100)}`),
    bytesOf(`<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, index) => `<!ENTITY l${index} "${'&lol;'.repeat(10)}">`).join('')}]>${root}&l8;`),
    bytesOf(`${root}${'<!--'.repeat(100_000)}`),
    bytesOf(`${root}${`"'`.repeat(200_000)}>`),
  ]),
];

export const tcxDoor = activityDoor('tcx', { seeds: tcx, made: xmlElement.map((text) => bytesOf(`<TrainingCenterDatabase>${text}</TrainingCenterDatabase>`)), bombs: xmlBombs });
export const gpxDoor = activityDoor('gpx', { seeds: gpx, made: xmlElement.map((text) => bytesOf(`<gpx>${text}</gpx>`)), bombs: xmlBombs });

const fitStart = 1_141_000_000;
const fitRun = encodeFit([
  { number: 0, fields: [[0, 'enum', 4]] },
  { number: 18, fields: [[253, 'uint32', fitStart + 1200], [2, 'uint32', fitStart], [5, 'enum', 1], [7, 'uint32', 1_200_000], [9, 'uint32', 384_000]] },
  { number: 34, fields: [[253, 'uint32', fitStart + 1200], [5, 'uint32', fitStart + 4800]] },
]);

// A stranger's bytes nearly never have the right checksum: with it they come further in.
function withFitFrame(content: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const whole = Buffer.concat([Uint8Array.of(12, 0x20, 0, 0), size, Buffer.from('.FIT'), content]);
  const sum = fitChecksum(whole);
  return new Uint8Array(Buffer.concat([whole, Uint8Array.of(sum & 0xff, sum >> 8)]));
}

const fitContent = fitRun.subarray(14, -2);

export const fitDoor = activityDoor('fit', {
  seeds: [fitRun],
  made: fc.oneof(damagedBytes([fitContent]), fc.uint8Array({ maxLength: 300 })).map(withFitFrame),
  bombs: [
    new Uint8Array(1_000_000),
    withFitFrame(new Uint8Array(1_000_000)),
    withFitFrame(new Uint8Array(1_000_000).fill(0x40)),
    withFitFrame(new Uint8Array(1_000_000).fill(0xff)),
    withFitFrame(Uint8Array.from([0x40, 0, 0, 18, 0, 0, ...new Uint8Array(1_000_000)])),
    new Uint8Array(Buffer.concat(Array.from({ length: 5000 }, () => fitRun))),
  ],
});

const motionFiles = globSync('packages/exchange/src/motion/golden/*.{mot,sto}', { cwd: repositoryRoot }).map((path) => new Uint8Array(readFileSync(join(repositoryRoot, path))));
const motionLine = fc.oneof(
  fc.constantFrom('nRows=2', 'nColumns=3', 'nRows=1e9', 'nRows=-1', 'inDegrees=yes', 'inDegrees=maybe', 'endheader', 'Coordinates', 'version=1', 'time\thip_flexion_r\tpelvis_tilt', 'datacolumns 3', 'datarows 2', 'range 0 1', ''),
  fc.array(fc.oneof(fc.double().map(String), fc.constantFrom('', 'NaN', 'Infinity', '1e999', '0x10', '1,5', '__proto__')), { maxLength: 5 }).map((cells) => cells.join('\t')),
);

/** A motion file of OpenSim, OpenCap or SIMM. */
export const motionDoor: Door = {
  id: 'motion',
  seeds: motionFiles,
  made: fc.array(motionLine, { maxLength: 14 }).map((lines) => bytesOf(lines.join('\n'))),
  bombs: [
    ...textBombs,
    bytesOf(`Coordinates\nendheader\n${'a\t'.repeat(300_000)}\n`),
    bytesOf(`Coordinates\ninDegrees=yes\nendheader\ntime\thip_flexion_r\n${'0\t0\n'.repeat(100_000)}`),
    bytesOf(`Coordinates\nendheader\ntime\thip_flexion_r\n${'9'.repeat(1_000_000)}`),
    bytesOf(`${'a=b\n'.repeat(200_000)}endheader\n`),
    bytesOf(`x=${' '.repeat(500_000)}y\nendheader\n`),
  ],
  enter: (input) => {
    const read = parseMotionFile(textOf(input));
    return read.ok ? 'taken' : refusedBy(motionProblemText(read.error, motionWords));
  },
};
