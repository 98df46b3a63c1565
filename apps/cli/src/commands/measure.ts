import { fillTemplate, otherSide, type LocalDate, type Result } from '@psoas/kernel';
import { measuredTests, type Measurement } from '@psoas/core/diary';
import { bandOf, compareMeasurements, compareSides, lastBefore, measuringOffer } from '@psoas/core/measuring';
import { catalogue } from '@psoas/knowledge/rules';
import text from '@psoas/knowledge/text/cli';
import { assessInput, type AssessedInput } from '../assess-input.ts';
import { complain, isOn, printJson, printLines, textOption, type Command, type Io } from '../io.ts';
import { readMeasurement } from '../measure/read-measurement.ts';
import { record } from '../open-diary.ts';
import { textWidth, wrap } from '../print/layout.ts';
import { measureLines, type MeasuredContext } from '../print/measure-lines.ts';
import { sentenceOf, withId } from '../reason-text.ts';

/** Writes down what was measured on one side, and says what changed since the last time. */
export const measure: Command = async (input, io) => {
  const test = measuredTests.find((one) => one === input.words[0]);
  if (test === undefined) {
    complain(io, fillTemplate(text.measure.noTest, { id: input.words[0] ?? '', known: measuredTests.join(', ') }));
    return 2;
  }
  const measured = readMeasurement(test, input);
  if (!measured.ok) {
    complain(io, measured.error);
    return 2;
  }
  const assessed = await assessInput(input, io);
  if (!assessed.ok) return assessed.error;
  const isJson = isOn(input, 'json');
  const refusal = refusalOf(measured.value, assessed.value, io);
  if (refusal !== undefined) {
    if (isJson) printJson(io, { recorded: false, because: refusal.because });
    else printLines(io, refusal.lines);
    return 0;
  }
  const written = await record(io.openDiary(textOption(input, 'diary')), io, [{ kind: 'measurement', data: measured.value }]);
  if (!written.ok) return 1;
  const context = contextOf(measured.value, assessed.value, io.clock.today());
  if (isJson) printJson(io, { recorded: true, measurement: measured.value, band: bandOf(measured.value), ...context });
  else printLines(io, measureLines(measured.value, context, io.screen));
  return 0;
};

type Refusal = { readonly because: readonly string[]; readonly lines: readonly string[] };

// [ME-12] What the check leaves out is not written down: it was not to be measured.
function refusalOf({ test, side }: Measurement, { state, assessment }: AssessedInput, io: Io): Refusal | undefined {
  if (state === undefined) return undefined;
  const offer = measuringOffer(state, assessment, { catalogue, today: io.clock.today() });
  const because = offer.kind === 'no-check' ? [] : offer.kind === 'stopped' ? offer.because : offer.reasons[test][side];
  if (offer.kind === 'offered' && because.length === 0) return undefined;
  const lead = offer.kind === 'stopped' ? text.measure.stopped : fillTemplate(text.measure.notOffered, { side: text.check.sides[side] });
  const width = textWidth(io.screen);
  return { because, lines: [...wrap(lead, width), ...because.flatMap((id) => wrap(withId(sentenceOf(id) ?? id, id), width, '   ', ' - '))] };
}

// The other side counts where it was measured on the same day: then both were as warm and as tired.
function contextOf(measured: Measurement, { state }: AssessedInput, today: LocalDate): MeasuredContext {
  const { test } = measured;
  const before = state?.measurements ?? [];
  const earlier = lastBefore(before, { test, side: measured.side });
  const opposite = lastBefore(before.filter(({ day }) => day === today), { test, side: otherSide(measured.side) });
  const ofSides = opposite === undefined ? undefined : measured.side === 'left' ? compareSides(measured, opposite) : compareSides(opposite, measured);
  return { earlier, change: earlier === undefined ? undefined : valueOf(compareMeasurements(earlier, measured)), sides: ofSides && valueOf(ofSides) };
}

function valueOf<Value>(result: Result<Value, unknown>): Value | undefined {
  return result.ok ? result.value : undefined;
}
