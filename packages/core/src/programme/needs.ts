import { sides, type PerSide, type Side } from '@psoas/kernel';
import { hurtOn, type SideFinding } from '../selfcheck/index.ts';

/** How much of each kind of work the findings ask for. */
export type Needs = {
  readonly stretch: 'full' | 'short';
  readonly strength: 'full' | 'light';
  /** [P-02] Neither side is tight or weak: twice a week, or nothing. */
  readonly maintenanceOnly: boolean;
  /** [P-02] The long thigh muscle leads on some side. */
  readonly rectusFemoris: boolean;
  /** [P-02] No side could be told: standing stretch only. */
  readonly onlyCannotTell: boolean;
  /** [P-02] Some side could not be told: lowest rungs, and the check again next day. */
  readonly someCannotTell: boolean;
  /** [F-10] The knee lift hurt on some side: lowest rungs. */
  readonly someLiftHurt: boolean;
  /** Sides that are tight, the long thigh muscle counted. */
  readonly tightSides: readonly Side[];
  /** [P-04] The one side that needs more, when the other clearly does not. */
  readonly worseSide: { readonly stretch?: Side; readonly strength?: Side };
  /** The rules of the findings, for the reasons of items. */
  readonly stretchReasons: readonly string[];
  readonly strengthReasons: readonly string[];
};

/** [P-02] What the findings of both sides ask for together; both sides are trained alike. */
export function needsOf(findings: PerSide<SideFinding>): Needs {
  const both = sides.map((side) => findings[side]);
  const isTight = ({ tight, rectusFemoris }: SideFinding): boolean => tight === 'yes' || rectusFemoris === 'yes';
  const isWeak = ({ weak }: SideFinding): boolean => weak === 'yes' || weak === 'mild';
  const stretchSide = oneSided(findings, isTight, ({ tight, rectusFemoris }) => tight === 'no' && rectusFemoris !== 'yes');
  const strengthSide = oneSided(findings, isWeak, ({ weak }) => weak === 'no');
  return {
    stretch: both.some(isTight) ? 'full' : 'short',
    strength: both.some(isWeak) ? 'full' : 'light',
    maintenanceOnly: both.every(({ result }) => result === 'neither'),
    rectusFemoris: both.some(({ rectusFemoris }) => rectusFemoris === 'yes'),
    onlyCannotTell: both.every(({ result }) => result === 'cannot-tell'),
    someCannotTell: both.some(({ result }) => result === 'cannot-tell'),
    someLiftHurt: both.some((finding) => hurtOn(finding, 'kneeLift')),
    tightSides: sides.filter((side) => isTight(findings[side])),
    worseSide: { ...(stretchSide && { stretch: stretchSide }), ...(strengthSide && { strength: strengthSide }) },
    stretchReasons: rulesThatRead(both, ({ tight, rectusFemoris }) => tight === 'yes' || rectusFemoris === 'yes'),
    strengthReasons: rulesThatRead(both, ({ weak }) => weak === 'yes' || weak === 'mild'),
  };
}

function oneSided(findings: PerSide<SideFinding>, has: (finding: SideFinding) => boolean, hasNot: (finding: SideFinding) => boolean): Side | undefined {
  if (has(findings.left) && hasNot(findings.right)) return 'left';
  return has(findings.right) && hasNot(findings.left) ? 'right' : undefined;
}

function rulesThatRead(findings: readonly SideFinding[], reads: (reading: SideFinding['trace'][number]['reads']) => boolean): readonly string[] {
  const entries = findings.flatMap(({ trace }) => trace).filter((entry) => entry.test !== 'result' && reads(entry.reads));
  return [...new Set(entries.map(({ rule }) => rule))].toSorted();
}
