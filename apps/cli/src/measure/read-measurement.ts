import { err, fillTemplate, ok, sides, type Result, type Side } from '@psoas/kernel';
import { measuringMethods, type MeasuredTest, type Measurement, type MeasuringMethod } from '@psoas/core/diary';
import { measurementOf, methodsOf, thighAngleByTape, trialsOf, type MeasurementFault, type TapeFault } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/cli';
import { choiceOption } from '../choice-option.ts';
import { degreeMethods } from '../choices.ts';
import { isOn, textOption, type CommandInput } from '../io.ts';

const optionsByTest: { readonly [test in MeasuredTest]: readonly OptionKey[] } = {
  thomas: ['heightCm', 'lengthCm', 'degrees', 'method', 'pelvisLifted'],
  'seated-raises': ['reps'],
  'seated-hold': ['seconds'],
};
const optionNames = { heightCm: 'height-cm', lengthCm: 'length-cm', degrees: 'degrees', method: 'method', pelvisLifted: 'pelvis-lifted', reps: 'reps', seconds: 'seconds' } as const;
type OptionKey = keyof typeof optionNames;

/** The measurement that a command's options tell; the error is the sentence that says what to give instead. */
export function readMeasurement(test: MeasuredTest, input: CommandInput): Result<Measurement, string> {
  const foreign = (Object.keys(optionNames) as OptionKey[]).find((key) => input.options[key] !== undefined && !optionsByTest[test].includes(key));
  if (foreign !== undefined) return err(fillTemplate(text.measure.notFor, { option: optionNames[foreign], test }));
  const side = choiceOption(input, 'side', sides);
  if (!side.ok) return side;
  if (side.value === undefined) return err(fillTemplate(text.measure.needs, { option: 'side' }));
  const read = test === 'thomas' ? readThomas(input) : readCounted(test, input);
  return read.ok ? asRecord(test, side.value, { input, ...read.value }) : read;
}

type Read = { readonly method: MeasuringMethod; readonly trials: readonly number[]; readonly option: string };

function readThomas(input: CommandInput): Result<Read, string> {
  const isTape = input.options['heightCm'] !== undefined;
  if (isTape && (input.options['degrees'] !== undefined || input.options['method'] !== undefined)) return err(text.measure.either);
  if (!isTape) {
    const degrees = numbersOf(input, 'degrees');
    if (!degrees.ok) return degrees;
    const method = choiceOption(input, 'method', degreeMethods);
    return method.ok ? ok({ method: method.value ?? 'phone', trials: degrees.value, option: 'degrees' }) : method;
  }
  const heights = numbersOf(input, 'heightCm');
  if (!heights.ok) return heights;
  const length = numberOf(input, 'lengthCm');
  if (!length.ok) return length;
  const trials: number[] = [];
  for (const heightCentimetres of heights.value) {
    const angle = thighAngleByTape({ heightCentimetres, lengthCentimetres: length.value });
    if (!angle.ok) return err(tapeText(angle.error));
    trials.push(angle.value);
  }
  return ok({ method: 'tape', trials, option: 'height-cm' });
}

function readCounted(test: 'seated-raises' | 'seated-hold', input: CommandInput): Result<Read, string> {
  const key = test === 'seated-raises' ? 'reps' : 'seconds';
  const count = numberOf(input, key);
  return count.ok ? ok({ method: methodsOf(test)[0] ?? 'counted', trials: [count.value], option: key }) : count;
}

function asRecord(test: MeasuredTest, side: Side, { input, method, trials, option }: Read & { readonly input: CommandInput }): Result<Measurement, string> {
  const pain = textOption(input, 'pain');
  const painLevel = pain === undefined ? undefined : toNumber(pain);
  if (painLevel !== undefined && !(painLevel >= 0 && painLevel <= 10)) return err(fillTemplate(text.measure.oneNumber, { option: 'pain', min: 0, max: 10, found: pain ?? '' }));
  // [S-09] By tape and by phone a helper watches the back, so it is the helper who reads.
  const measuredBy = textOption(input, 'by') ?? (method === 'tape' || method === 'phone' ? 'helper' : 'me');
  const measured = measurementOf({
    test,
    side,
    method,
    measuredBy,
    trials,
    ...(test === 'thomas' && { pelvisHeld: !isOn(input, 'pelvisLifted') }),
    ...(painLevel !== undefined && { pain: painLevel }),
  });
  return measured.ok ? measured : err(faultText(measured.error, option, trialsOf(test)));
}

function faultText(fault: MeasurementFault, option: string, needed: number): string {
  switch (fault.kind) {
    case 'count':
      return fillTemplate(text.measure.trialCount, { option, needed, found: fault.found });
    case 'range':
      return fillTemplate(text.measure.range, { option, min: fault.min, max: fault.max, found: fault.found });
    case 'method':
      return fillTemplate(text.errors.optionChoice, { option: 'method', choices: measuringMethods.filter((one) => fault.allowed.includes(one)).join(', '), found: fault.found });
    case 'empty':
      return fillTemplate(text.measure.needs, { option: 'by' });
  }
}

function tapeText({ field, found, min, max }: TapeFault): string {
  return fillTemplate(text.measure.tape, { option: field === 'heightCentimetres' ? 'height-cm' : 'length-cm', min, max, found });
}

function numberOf(input: CommandInput, key: OptionKey): Result<number, string> {
  const all = numbersOf(input, key);
  if (!all.ok) return all;
  const [first] = all.value;
  return first !== undefined && all.value.length === 1 ? ok(first) : err(fillTemplate(text.measure.numbers, { option: optionNames[key], found: all.value.join(',') }));
}

function numbersOf({ options }: CommandInput, key: OptionKey): Result<readonly number[], string> {
  const given = options[key];
  if (given === undefined) return err(fillTemplate(text.measure.needs, { option: optionNames[key] }));
  const words = [given].flat().flatMap((word: unknown) => (typeof word === 'string' ? word.split(',') : []));
  const numbers = words.map(toNumber);
  return numbers.every(Number.isFinite) ? ok(numbers) : err(fillTemplate(text.measure.numbers, { option: optionNames[key], found: words.join(',') }));
}

// A dash that was typed as a minus sign is one.
function toNumber(word: string): number {
  const plain = word.trim().replace('−', '-');
  return plain === '' ? Number.NaN : Number(plain);
}
