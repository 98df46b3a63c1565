import { fillTemplate } from '@psoas/kernel';
import { checks } from '@psoas/knowledge/checks';
import { exercises } from '@psoas/knowledge/exercises';
import { movementLengths, type LengthChanges } from '@psoas/knowledge/lengths';
import { movements } from '@psoas/knowledge/movements';
import text from '@psoas/knowledge/text/cli';
import { isOn, printJson, printLines, type Command, type Screen } from '../io.ts';
import { columns, stylesOf, textWidth, wrap } from '../print/layout.ts';
import { signed } from '../print/signed.ts';

/** One exercise or check in the posture that stands for it; changes in percent of neutral standing. */
type Row = {
  readonly id: string;
  readonly kind: 'exercise' | 'check';
  readonly keyframe: string;
  readonly changePercent: PerMuscle;
  /** The side that does not train. */
  readonly otherSideChangePercent: PerMuscle;
};

type PerMuscle = { readonly psoas: number; readonly iliacus: number; readonly rectus_femoris: number };

/** What each exercise and check does to the length of the hip flexors. */
export const modelExercises: Command = async (input, io) => {
  const rows = [...rowsOf('exercise', exercises), ...rowsOf('check', checks)];
  if (isOn(input, 'json')) printJson(io, rows);
  else printLines(io, tableLines(rows, io.screen));
  return 0;
};

function rowsOf(kind: Row['kind'], items: readonly { readonly id: string }[]): readonly Row[] {
  return items.flatMap(({ id }) => {
    const lengths = movementLengths[id];
    const movement = movements.find((each) => each.id === id);
    if (lengths === undefined || movement === undefined) return [];
    return [
      {
        id,
        kind,
        keyframe: movement.shows,
        changePercent: perMuscle(lengths.target),
        otherSideChangePercent: perMuscle(lengths.other),
      },
    ];
  });
}

function perMuscle(changes: LengthChanges): PerMuscle {
  return {
    psoas: changes['psoas-major'],
    iliacus: changes.iliacus,
    rectus_femoris: changes['rectus-femoris'],
  };
}

function tableLines(rows: readonly Row[], screen: Screen): readonly string[] {
  const words = text.model.exercises;
  const width = textWidth(screen);
  const cell = (value: number): string => signed(value).padStart(6);
  const [first = '', ...rest] = columns([
    [words.columns.id, words.columns.psoas, words.columns.iliacus, words.columns.rectus],
    ...rows.map(({ id, changePercent: { psoas, iliacus, rectus_femoris: rectus } }) => [
      id,
      cell(psoas),
      cell(iliacus),
      cell(rectus),
    ]),
  ]);
  return [
    ...wrap(words.lead, width),
    '',
    stylesOf(screen).strong(first),
    ...rest,
    '',
    fillTemplate(words.count, { count: rows.length }),
    ...wrap(words.limit, width),
  ];
}
