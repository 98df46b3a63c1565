import { sides } from '@psoas/kernel';
import { painSites } from '../../answers/vocabulary.ts';
import { bodyProperties, hipProperties, type ExerciseClass } from '../../catalogue/index.ts';
import { flagIds, modifierIds, type Exclusion, type TriageReason } from '../../safety/index.ts';
import type { FindingResult } from '../../selfcheck/index.ts';
import { completeFields, presentFields } from '../reading/fields.ts';
import type { StrictReader } from '../reading/strict-reader.ts';
import type { FindingsPart } from './shared-part.ts';

const results: readonly FindingResult[] = ['tight', 'weak', 'both', 'rectus-femoris-dominant', 'neither', 'cannot-tell'];
const exerciseClasses: readonly ExerciseClass[] = ['stretch', 'strengthen', 'mobilise', 'release'];
const urgencies = ['A', 'B', 'C', 'D'] as const;
const reasonIds: readonly TriageReason['id'][] = [...flagIds, ...modifierIds, 'S-PAIN'];
const mostChecks = 10;
const mostReasons = 100;
const mostExclusions = 500;

/** [SH-04] Reads findings and safety answers. */
export function readFindingsPart(reader: StrictReader): FindingsPart | undefined {
  const conduct = reader.inner('conduct');
  const pain = reader.inner('pain', 'optional');
  const fields = completeFields({
    day: reader.day('day'),
    checks: reader.list('checks', mostChecks, (check) => completeFields({ day: check.day('day'), left: check.choice('left', results), right: check.choice('right', results) })),
    checkCount: reader.number('checkCount', { min: 0, max: 10_000, whole: true }),
    level: reader.choice('level', [...urgencies, 'none']),
    reasons: reader.list('reasons', mostReasons, (reason) =>
      completeFields({ id: reason.choice('id', reasonIds), level: reason.choice('level', urgencies), lifted: reason.flag('lifted') }),
    ),
    exclusions: reader.list('exclusions', mostExclusions, readExclusion),
    conduct: conduct && readConduct(conduct),
  });
  const said = pain && completeFields({ now: pain.number('now', { min: 0, max: 10 }), where: pain.choices('where', painSites) });
  return fields && { part: 'findings', ...fields, ...presentFields({ pain: said }) };
}

function readConduct(reader: StrictReader): FindingsPart['conduct'] | undefined {
  return completeFields({
    lowestRungs: reader.flag('lowestRungs'),
    noSessionToday: reader.choices('noSessionToday', flagIds),
    noAutomaticProgression: reader.flag('noAutomaticProgression'),
    noImpact: reader.flag('noImpact'),
    noTargets: reader.flag('noTargets'),
  });
}

function readExclusion(reader: StrictReader): Exclusion | undefined {
  const by = reader.name('by');
  if (reader.has('body')) return completeFields({ by, body: reader.choice('body', bodyProperties) });
  if (reader.has('class')) return completeFields({ by, class: reader.choice('class', exerciseClasses) });
  return completeFields({ by, hip: reader.choice('hip', hipProperties), sides: reader.choices('sides', sides) });
}
