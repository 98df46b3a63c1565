import type { Catalogue } from '@psoas/core/catalogue';
import { err, isDeeperThan, isRecord, ok, shortText, type Result, type UnknownRecord } from '@psoas/kernel';
import { parseJson } from '../../json/parse-json.ts';
import type { CarePlanProblem, ImportedExercise, ImportedPlan, NotUsed } from './imported-plan.ts';
import { readAbout } from './read-about.ts';
import { readActivity } from './read-activity.ts';

/** The longest text that is read, in characters. A plan has a few thousand, a diary of ours with one many more. */
export const longestPlanCharacters = 50_000_000;
/** How many groups and lists may stand inside one another. Ours have at most ten. */
const deepestNesting = 64;
/** Signs of what a refusal quotes, and of the places that it names. */
const longestFound = 60;
const longestPaths = 500;

const wanted = ['draft', 'active'];
const ended = ['on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'];
const intents = ['proposal', 'plan', 'order'];

/** Read, or of no meaning for what is to be done. */
const understood = new Set(['resourceType', 'id', 'meta', 'language', 'status', 'intent', 'title', 'author', 'subject', 'period', 'activity', 'modifierExtension', 'implicitRules']);

/**
 * Reads a FHIR CarePlan, alone or as the only one of a bundle, as a proposal. Exercises count only by our own codes or
 * definitions, amounts only by our own extension; whatever else the plan says is named by its place, and nothing is
 * guessed.
 */
export function readCarePlan(text: string, catalogue: Pick<Catalogue, 'exercises'>): Result<ImportedPlan, CarePlanProblem> {
  if (text.length > longestPlanCharacters) return err({ type: 'too-large', characters: text.length, limit: longestPlanCharacters });
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  if (isDeeperThan(deepestNesting, parsed.value)) return err({ type: 'too-deep', limit: deepestNesting });
  const found = findPlan(parsed.value);
  return found.ok ? readPlan(found.value, catalogue) : found;
}

type Found = { readonly plan: UnknownRecord; readonly path: string };

function findPlan(value: unknown): Result<Found, CarePlanProblem> {
  if (!isRecord(value) || typeof value['resourceType'] !== 'string') return err({ type: 'not-fhir' });
  if (value['resourceType'] === 'CarePlan') return ok({ plan: value, path: 'CarePlan' });
  if (value['resourceType'] !== 'Bundle') return err({ type: 'other-resource', found: shortText(value['resourceType'], longestFound) });
  const entries: unknown = value['entry'] ?? [];
  if (!Array.isArray(entries)) return err({ type: 'damaged', path: 'Bundle.entry', allowed: 'a list' });
  const plans = entries.flatMap((entry: unknown, index): readonly Found[] => {
    const resource = isRecord(entry) ? entry['resource'] : undefined;
    return isRecord(resource) && resource['resourceType'] === 'CarePlan' ? [{ plan: resource, path: `Bundle.entry[${index}].resource` }] : [];
  });
  const [first, ...more] = plans;
  if (first === undefined) return err({ type: 'no-plan' });
  return more.length === 0 ? ok(first) : err({ type: 'many-plans', count: plans.length, paths: shortText(plans.map(({ path }) => path).join(', '), longestPaths) });
}

function readPlan({ plan, path }: Found, catalogue: Pick<Catalogue, 'exercises'>): Result<ImportedPlan, CarePlanProblem> {
  const refused = refusalOf(plan, path);
  if (refused !== undefined) return err(refused);
  const activities: unknown = plan['activity'] ?? [];
  if (!Array.isArray(activities)) return err({ type: 'damaged', path: `${path}.activity`, allowed: 'a list' });
  const exercises: ImportedExercise[] = [];
  const notUsed: NotUsed[] = Object.keys(plan)
    .filter((key) => !understood.has(key))
    .map((key) => ({ path: `${path}.${key}`, reason: 'not-read' }));
  activities.forEach((activity: unknown, index) => {
    const read = readActivity(activity, `${path}.activity[${index}]`, catalogue);
    exercises.push(...read.exercises);
    notUsed.push(...read.notUsed);
  });
  const { about, notUsed: unread } = readAbout(plan, path);
  return ok({ ...about, exercises, notUsed: [...unread, ...notUsed] });
}

function refusalOf(plan: UnknownRecord, path: string): CarePlanProblem | undefined {
  for (const key of ['modifierExtension', 'implicitRules']) if (plan[key] !== undefined) return { type: 'modifier', path: `${path}.${key}` };
  const { status, intent } = plan;
  if (typeof status === 'string' && ended.includes(status)) return { type: 'over', path: `${path}.status`, found: shortText(status, longestFound) };
  if (typeof status !== 'string' || !wanted.includes(status)) return { type: 'damaged', path: `${path}.status`, allowed: wanted.join(' | ') };
  if (typeof intent !== 'string' || !intents.includes(intent)) return { type: 'damaged', path: `${path}.intent`, allowed: intents.join(' | ') };
  return undefined;
}
