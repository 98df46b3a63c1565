import { useMemo, useState } from 'preact/hooks';
import { otherSide } from '@psoas/kernel';
import { createAnatomy, type Anatomy } from './anatomy.ts';
import { mirrored, sights, type Sight, type Zoom } from './framing.ts';
import type { ChosenPart } from './parts.ts';

/** How the body is looked at: from where, how near, what is named, what is shown besides. */
export type ViewState = {
  readonly anatomy: Anatomy;
  readonly sight: Sight;
  readonly zoom: Zoom;
  readonly chosen: ChosenPart | undefined;
  readonly showsNeighbours: boolean;
  readonly hasMinor: boolean;
  readonly turn: (sight: Sight) => void;
  readonly setZoom: (zoom: Zoom) => void;
  readonly choose: (part: ChosenPart | undefined) => void;
  readonly setShowsNeighbours: (shows: boolean) => void;
  readonly setMinor: (has: boolean) => void;
  /** Looks at the other side in the same way. */
  readonly mirror: () => void;
};

/** Keeps the view of the body screen. */
export function useView(): ViewState {
  const [sight, turn] = useState<Sight>(sights['three-quarter']);
  const [zoom, setZoom] = useState<Zoom>(firstZoom);
  const [chosen, setChosen] = useState<ChosenPart>();
  const [showsNeighbours, setShowsNeighbours] = useState(false);
  const [hasMinor, setMinor] = useState(false);
  const anatomy = useMemo(() => createAnatomy(hasMinor), [hasMinor]);
  return {
    anatomy,
    sight,
    zoom,
    chosen,
    showsNeighbours,
    hasMinor,
    turn,
    setZoom,
    setShowsNeighbours,
    setMinor,
    choose: (part) => {
      setChosen(part);
      if (part?.key === 'psoas_minor') setMinor(true);
    },
    mirror: () => {
      turn(mirrored(sight));
      if (chosen?.side !== undefined) setChosen({ ...chosen, side: otherSide(chosen.side) });
    },
  };
}

// A small picture begins at the hips, where the psoas is; a large one shows the knees too.
function firstZoom(): Zoom {
  return window.matchMedia('(min-width: 900px)').matches ? 'normal' : 'closer';
}
