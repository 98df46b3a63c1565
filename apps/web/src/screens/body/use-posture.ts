import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { mirrorPose } from '@psoas/body';
import { otherSide, type Side } from '@psoas/kernel';
import { startPosture, type Posture } from './posture.ts';
import { exercisePose, sittingPose, standingPose } from './presets.ts';
import { walkingPose } from './walk.ts';

/** The posture on the screen, where it came from, and what changes it. */
export type PostureState = {
  readonly side: Side;
  readonly posture: Posture;
  /** A basic preset, the id of an exercise, or `own` after something was moved. */
  readonly preset: string;
  readonly walkPlace: number;
  readonly problem: 'none' | 'loading' | 'failed';
  readonly choosePreset: (preset: string) => void;
  readonly chooseSide: (side: Side) => void;
  readonly move: (posture: Posture) => void;
  readonly walkTo: (place: number) => void;
};

/** Where in the step walking begins: the back foot is about to leave. */
const walkStart = 0.5;

/** Keeps the posture of the body screen. */
export function usePosture(firstPreset: string): PostureState {
  const [side, setSide] = useState<Side>('right');
  const [preset, setPreset] = useState('standing');
  const [posture, setPosture] = useState(() => startPosture(standingPose));
  const [walkPlace, setWalkPlace] = useState(walkStart);
  const [problem, setProblem] = useState<PostureState['problem']>('none');
  const asked = useRef(0);
  const walkTo = useCallback((place: number): void => {
    setWalkPlace(place);
    setPosture({ ...startPosture(walkingPose(place)), start: standingPose });
  }, []);
  const choosePreset = (wanted: string): void => {
    asked.current += 1;
    const mine = asked.current;
    setPreset(wanted);
    setProblem('none');
    if (wanted === 'standing') setPosture(startPosture(standingPose));
    else if (wanted === 'sitting') setPosture(startPosture(sittingPose));
    else if (wanted === 'walking') walkTo(walkStart);
    else {
      setProblem('loading');
      exercisePose(wanted, side).then(
        (pose) => {
          if (mine !== asked.current) return;
          setProblem(pose === undefined ? 'failed' : 'none');
          if (pose !== undefined) setPosture(startPosture(pose));
        },
        () => mine === asked.current && setProblem('failed'),
      );
    }
  };
  useEffect(() => {
    if (firstPreset !== 'standing') choosePreset(firstPreset);
  }, []);
  return {
    side,
    posture,
    preset,
    walkPlace,
    problem,
    choosePreset,
    chooseSide: (wanted) => {
      if (wanted !== otherSide(side)) return;
      setSide(wanted);
      setPosture(({ start, pose, tuckDegrees }) => ({
        start: mirrorPose(start),
        pose: mirrorPose(pose),
        tuckDegrees,
      }));
    },
    move: (moved) => {
      setPreset('own');
      setPosture(moved);
    },
    walkTo,
  };
}
