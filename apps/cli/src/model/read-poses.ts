import { checkPose, coordinateNames, coordinates, isCoordinateName, type Pose } from '@psoas/body';
import { err, fillTemplate, isRecord, ok, type Result } from '@psoas/kernel';
import text from '@psoas/knowledge/text/cli';
import { textOption, type CommandInput, type Io } from '../io.ts';
import { nearest } from '../nearest.ts';
import { answersFailureLines, readAnswers } from '../read-answers.ts';
import { keyOfOption, optionOf } from './pose-options.ts';

const words = text.model.errors;

/** The postures that a command was given, as options or in a file. The error is the lines to complain with. */
export async function readPoses(
  input: CommandInput,
  io: Io,
): Promise<Result<readonly Pose[], readonly string[]>> {
  const file = textOption(input, 'file');
  const given = coordinates.filter(({ name }) => textOption(input, keyOfOption(name)) !== undefined);
  if (file === undefined) return poseOfOptions(input);
  if (given.length > 0) {
    const options = ['file', ...given.map(({ name }) => optionOf(name))].map((name) => `--${name}`);
    return err([fillTemplate(words.both, { options: options.join(', ') })]);
  }
  const read = await readAnswers(file, io);
  if (!read.ok) return err(answersFailureLines(read.error).slice(0, 1));
  if (!Array.isArray(read.value)) return err([fillTemplate(words.notAList, { path: nameOf(file) })]);
  const poses: Pose[] = [];
  const problems: string[] = [];
  for (const [index, entry] of read.value.entries()) {
    const pose = poseOfEntry(entry, fillTemplate(words.place, { number: index + 1 }));
    if (pose.ok) poses.push(pose.value);
    else problems.push(...pose.error);
  }
  return problems.length === 0 ? ok(poses) : err(problems);
}

function nameOf(path: string): string {
  return path === '-' ? text.errors.stdinName : path;
}

/** What a person writes for a number; 0x10 and Infinity are none. */
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

function poseOfOptions(input: CommandInput): Result<readonly Pose[], readonly string[]> {
  const values: { [name: string]: number } = {};
  for (const { name, min, max, unit } of coordinates) {
    const found = textOption(input, keyOfOption(name));
    if (found === undefined) continue;
    const value = decimal.test(found.trim()) ? Number(found) : Number.NaN;
    if (!Number.isFinite(value)) {
      const places = { option: optionOf(name), unit: text.model.units[unit], min, max, found };
      return err([fillTemplate(words.notANumber, places)]);
    }
    values[name] = value;
  }
  const pose = checked(values, '');
  return pose.ok ? ok([pose.value]) : err(pose.error);
}

function poseOfEntry(entry: unknown, place: string): Result<Pose, readonly string[]> {
  if (!isRecord(entry)) return err([fillTemplate(words.notAMap, { place, found: shown(entry) })]);
  const values: { [name: string]: number } = {};
  for (const [coordinate, value] of Object.entries(entry)) {
    if (!isCoordinateName(coordinate)) return err([unknownLine(coordinate, value, place)]);
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      const range = coordinates.find(({ name }) => name === coordinate);
      const unit = text.model.units[range?.unit ?? 'degrees'];
      const places = {
        place,
        coordinate,
        found: shown(value),
        unit,
        min: range?.min ?? 0,
        max: range?.max ?? 0,
      };
      return err([fillTemplate(words.notNumber, places)]);
    }
    values[coordinate] = value;
  }
  return checked(values, place);
}

function checked(
  values: { readonly [name: string]: number },
  place: string,
): Result<Pose, readonly string[]> {
  const pose = checkPose(values);
  if (pose.ok) return pose;
  if (pose.error.kind === 'unknown-coordinate')
    return err([unknownLine(pose.error.coordinate, values[pose.error.coordinate], place)]);
  const { coordinate, value, min, max, unit } = pose.error;
  const places = { place, coordinate, value, min, max, unit: text.model.units[unit] };
  return err([fillTemplate(words.outOfRange, places)]);
}

function unknownLine(coordinate: string, value: unknown, place: string): string {
  return fillTemplate(words.unknown, {
    place,
    coordinate,
    value: shown(value),
    nearest: nearest(modelWording(coordinate), coordinateNames).join(', '),
  });
}

// Other joints flex, in this model's words; the knee has an angle.
function modelWording(coordinate: string): string {
  return coordinate.toLowerCase().replace(/^knee_(?:flexion|flex|bend)/, 'knee_angle');
}

// A value as it stood in the file, shortened.
function shown(value: unknown): string {
  const written = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return written.length > 60 ? `${written.slice(0, 57)}...` : written;
}
