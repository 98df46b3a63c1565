import type { Place } from '@psoas/body';
import type { Role } from '../drawing.ts';

/** A muscle to light up: its lines through the world in metres, and how much longer (+) or shorter (-) it is. */
export type MusclePath = {
  readonly key: string;
  readonly role: Extract<Role, 'psoas' | 'iliacus' | 'rectus-femoris' | 'muscle'>;
  readonly lines: readonly (readonly Place[])[];
  /** Change of length against neutral standing, as a share: 0.05 is five per cent longer. */
  readonly changeShare: number;
  /** Half the thickness of one line at its thickest in neutral standing, in metres. */
  readonly radiusMetres: number;
};
