import {
  createBodyModel,
  testMechanics,
  type BodyModel,
  type MechanicsQuestion,
  type Pose,
} from '@psoas/body';
import { fillTemplate } from '@psoas/kernel';
import type { KnowledgeProblem } from './knowledge-problem.ts';
import type { RawItem, RawKnowledge } from './read-items.ts';

/** What the body model says to a mechanical statement, with its sentence filled in. */
export type FoundMechanics = {
  readonly id: string;
  readonly claims: readonly string[];
  readonly muscle: string;
  readonly quantity: MechanicsQuestion['quantity'];
  readonly posture: Pose;
  /** A change or a lever in the posture; with `comparedWith`, the difference to that, or by how many percent it is more. */
  readonly value: number;
  readonly comparedWith?: ComparedWith;
  readonly unit: 'percent' | 'millimetres';
  readonly verdict: 'supports' | 'contradicts' | 'cannot-say';
  /** The model bears out a part of a statement that we do not share as a whole. */
  readonly inPart: boolean;
  readonly sentence: string;
  readonly limit: string;
};

/** What a value is the difference to. */
export type ComparedWith = {
  /** The second posture; the same one where only the muscle differs. */
  readonly posture: Pose;
  readonly muscle: string;
  /** What is measured there, in the same unit. Absent for the weight of a leg, and where two muscles change between two postures. */
  readonly value?: number;
};

type Entry = Omit<MechanicsQuestion, 'posture' | 'against'> & {
  readonly id: string;
  readonly claims: readonly string[];
  readonly posture: RawPosture;
  readonly against?: { readonly posture?: RawPosture; readonly muscle?: string };
  readonly verdict: FoundMechanics['verdict'];
  readonly besides?: string;
  readonly sentence: string;
  readonly limit: string;
};

type RawPosture = { readonly coordinates: Pose } | { readonly movement: string; readonly keyframe: string };

/**
 * Asks the body model about every mechanical statement. A verdict that is not the declared one is a problem, and so
 * is one that does not fit beside our own verdict on the claim.
 */
export function findMechanics(
  knowledge: RawKnowledge,
  problems: KnowledgeProblem[],
): readonly FoundMechanics[] {
  const model = createBodyModel({ psoasMinor: true });
  return knowledge.mechanics.flatMap((item) => {
    const entry = entryOf(item);
    const question = entry === undefined ? undefined : questionOf(item, entry, { knowledge, problems });
    if (entry === undefined || question === undefined) return [];
    const tested = testMechanics(model, question);
    if (!tested.ok) {
      problems.push({
        file: item.file,
        field: 'posture',
        remedy: `the model cannot take ${tested.error.coordinate}`,
      });
      return [];
    }
    const { value, unit, verdict } = tested.value;
    if (verdict !== entry.verdict)
      problems.push({
        file: item.file,
        field: 'verdict',
        remedy: `the model says ${verdict} (${value.toFixed(2)} ${unit}); correct the entry or the model`,
      });
    problems.push(...conflicts(item, { ...entry, verdict }, knowledge));
    const rounded = Number(value.toFixed(unit === 'percent' ? 1 : 0)) + 0;
    const shown = Math.abs(rounded).toFixed(unit === 'percent' ? 1 : 0);
    const { id, claims, muscle, quantity, limit } = entry;
    return [
      {
        id,
        claims,
        muscle,
        quantity,
        posture: question.posture,
        value: rounded,
        ...comparedWith(model, question),
        unit,
        verdict,
        inPart: verdict === 'supports' && entry.besides !== undefined,
        sentence: fillTemplate(entry.sentence, { value: shown }),
        limit,
      },
    ];
  });
}

function comparedWith(
  model: BodyModel,
  { against, ...question }: MechanicsQuestion,
): { readonly comparedWith?: ComparedWith } {
  if (against === undefined) return {};
  const second = {
    posture: against.posture ?? question.posture,
    muscle: against.muscle ?? question.muscle,
  };
  const isOneStep = against.posture === undefined || against.muscle === undefined;
  if (question.quantity === 'leg-weight' || !isOneStep) return { comparedWith: second };
  const tested = testMechanics(model, { ...question, ...second });
  if (!tested.ok) return { comparedWith: second };
  const decimals = tested.value.unit === 'percent' ? 1 : 0;
  return { comparedWith: { ...second, value: Number(tested.value.value.toFixed(decimals)) + 0 } };
}

/** What the model says, in the sentences of another language and with its numbers written as there (BCP 47). */
export function findingsIn(findings: readonly FoundMechanics[], knowledge: RawKnowledge, formats: string): readonly FoundMechanics[] {
  const entries = new Map(knowledge.mechanics.flatMap((item) => entryOf(item) ?? []).map((entry) => [entry.id, entry]));
  return findings.map((finding) => {
    const { sentence = finding.sentence, limit = finding.limit } = entries.get(finding.id) ?? {};
    const digits = finding.unit === 'percent' ? 1 : 0;
    const value = new Intl.NumberFormat(formats, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(Math.abs(finding.value));
    return { ...finding, sentence: fillTemplate(sentence, { value }), limit };
  });
}

// A fault of form was told by the schema already.
function entryOf({ value }: RawItem): Entry | undefined {
  return isEntry(value) ? value : undefined;
}

function isEntry(value: unknown): value is Entry {
  const needed = [
    'id',
    'claims',
    'muscle',
    'quantity',
    'posture',
    'expects',
    'tolerance',
    'verdict',
    'sentence',
    'limit',
  ];
  return typeof value === 'object' && value !== null && needed.every((field) => field in value);
}

type Surroundings = { readonly knowledge: RawKnowledge; readonly problems: KnowledgeProblem[] };

function questionOf(
  item: RawItem,
  entry: Entry,
  { knowledge, problems }: Surroundings,
): MechanicsQuestion | undefined {
  const { against, posture } = entry;
  const pose = poseOf(posture, knowledge);
  const other = against?.posture === undefined ? undefined : poseOf(against.posture, knowledge);
  if (pose === undefined || (against?.posture !== undefined && other === undefined)) {
    problems.push({
      file: item.file,
      field: 'posture',
      remedy: 'name a movement of movements/ and one of its keyframes',
    });
    return undefined;
  }
  if ((entry.quantity === 'lumbar-arm') !== (entry.joint !== undefined)) {
    problems.push({
      file: item.file,
      field: 'joint',
      remedy: 'give a joint with lumbar-arm, and only there',
    });
    return undefined;
  }
  const { muscle, quantity, joint, expects, tolerance, asks } = entry;
  return {
    muscle,
    quantity,
    posture: pose,
    expects,
    tolerance,
    ...(joint === undefined ? {} : { joint }),
    ...(asks === undefined ? {} : { asks }),
    ...(against === undefined
      ? {}
      : {
          against: {
            ...(other === undefined ? {} : { posture: other }),
            ...(against.muscle === undefined ? {} : { muscle: against.muscle }),
          },
        }),
  };
}

function poseOf(posture: RawPosture, { movements }: RawKnowledge): Pose | undefined {
  if ('coordinates' in posture) return posture.coordinates;
  const movement: { readonly keyframes?: readonly { readonly id: string; readonly pose: Pose }[] } =
    movements.find(({ name }) => name === posture.movement)?.value ?? {};
  return movement.keyframes?.find(({ id }) => id === posture.keyframe)?.pose;
}

function conflicts(
  item: RawItem,
  { claims, verdict, besides }: Entry,
  knowledge: RawKnowledge,
): readonly KnowledgeProblem[] {
  return claims.flatMap((id) => {
    const claim: { readonly verdict?: string } =
      knowledge.claims.find(({ name }) => name === id)?.value ?? {};
    if (claim.verdict === 'agreed' && verdict === 'contradicts')
      return [
        {
          file: item.file,
          field: 'claims',
          remedy: `we agree with ${id}, and the model contradicts it; look at both`,
        },
      ];
    if (
      claim.verdict !== undefined &&
      claim.verdict !== 'agreed' &&
      verdict === 'supports' &&
      besides === undefined
    )
      return [
        {
          file: item.file,
          field: 'besides',
          remedy: `our verdict on ${id} is ${claim.verdict}, and the model supports it; say why both can stand`,
        },
      ];
    return [];
  });
}
