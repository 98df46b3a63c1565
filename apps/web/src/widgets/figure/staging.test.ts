import { describe, expect, it } from 'vitest';
import type { Drawing } from '@psoas/figure';
import { movements } from '@psoas/knowledge/movements';
import text from '@psoas/knowledge/text/model';
import { createStaging, type Staging } from './staging.ts';
import { createStill, type Still, type StagingOptions } from './still.ts';

const plain = {
  side: 'right',
  fault: undefined,
  variant: undefined,
  detail: 'full',
  build: 'woman',
  lights: ['psoas-major'],
} as const;

function still(id: string, options: Partial<StagingOptions> = {}): Still {
  const movement = movements.find((each) => each.id === id);
  if (movement === undefined) throw new Error(`no movement '${id}'`);
  return createStill(movement, { ...plain, ...options });
}

function stage(id: string): Staging {
  return createStaging(still(id));
}

const pathOf = (drawing: Drawing, key: string): string | undefined =>
  drawing.shapes.find((shape) => shape.key === key)?.d;
const tempo = { upSeconds: 1, pauseSeconds: 1, downSeconds: 1 };
const moving = { inTurn: false, byKeyframes: false };

describe('a staged movement', () => {
  it('keeps one frame and the same shapes while it moves', () => {
    const march = stage('standing-march');
    const frames = [0, 0.4, 1.2, 2.7].map((seconds) =>
      march.at({ kind: 'repetitions', seconds, tempo }, moving),
    );
    expect(new Set(frames.map(({ viewBox }) => JSON.stringify(viewBox))).size).toBe(1);
    expect(
      new Set(
        frames.map(({ shapes }) =>
          shapes
            .map(({ key }) => key)
            .toSorted()
            .join(),
        ),
      ).size,
    ).toBe(1);
    expect(pathOf(frames[0] ?? still('standing').draw(), 'psoas_r')).not.toEqual(
      pathOf(frames[2] ?? still('standing').draw(), 'psoas_r'),
    );
  });

  it('lets the sides take turns without turning the person round', () => {
    const march = stage('standing-march');
    const phase = { kind: 'repetitions', seconds: 4.2, tempo } as const;
    const keys = (inTurn: boolean): string =>
      march
        .at(phase, { ...moving, inTurn })
        .shapes.map(({ key }) => key)
        .join(' ');
    expect(keys(true)).toContain('psoas_l');
    expect(keys(false)).toContain('psoas_r');
  });

  it('shows a fault over the shadow of the right posture', () => {
    const arched = still('kneeling-hip-flexor-lunge', { fault: 'back-arching' }).draw();
    expect(arched.shapes.map(({ role }) => role)).toContain('ghost');
    expect(
      still('kneeling-hip-flexor-lunge')
        .draw()
        .shapes.map(({ role }) => role),
    ).not.toContain('ghost');
  });

  it('stands in keyframes where motion is to be reduced', () => {
    const lunge = stage('dead-bug');
    const at = (seconds: number): Drawing =>
      lunge.at(
        { kind: 'repetitions', seconds, tempo: { upSeconds: 2, pauseSeconds: 1, downSeconds: 3 } },
        { inTurn: false, byKeyframes: true },
      );
    expect(at(0.2)).toEqual(at(1.2));
    expect(at(0.2)).not.toEqual(at(2.2));
  });

  it('lights up what the exercise trains', () => {
    const roles = (lights: readonly string[]): readonly string[] =>
      still('bridge', { lights })
        .draw()
        .shapes.map(({ key }) => key);
    expect(roles(['gluteus-maximus'])).toContain('gluteus_maximus_r');
    expect(roles(['gluteus-maximus'])).not.toContain('psoas_r');
  });

  it('breathes in a hold: the chest comes forward, the knee stays', () => {
    const lunge = stage('kneeling-hip-flexor-lunge');
    const at = (seconds: number): Drawing => lunge.at({ kind: 'hold', seconds }, moving);
    const [out, inward] = [at(0), at(2.75)];
    expect(pathOf(inward, 'shirt')).not.toEqual(pathOf(out, 'shirt'));
    expect(inward.shapes.filter(({ key }) => key.startsWith('right-leg'))).toEqual(
      out.shapes.filter(({ key }) => key.startsWith('right-leg')),
    );
  });

  it('gives the very same drawing while nothing changes, so that standing still costs nothing', () => {
    const lunge = stage('kneeling-hip-flexor-lunge');
    const ready = (leftSeconds: number): Drawing => lunge.at({ kind: 'ready', leftSeconds }, moving);
    expect(ready(60)).toBe(ready(59));
    expect(ready(1)).not.toBe(ready(0.9));
  });

  it('has a name for every fault', () => {
    const names: { readonly [id: string]: string } = text.faultNames;
    expect(
      movements.flatMap(({ faults }) => faults.map(({ id }) => id)).filter((id) => names[id] === undefined),
    ).toEqual([]);
  });
});
