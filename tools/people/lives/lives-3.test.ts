import { describeLives } from './life-invariants.ts';

describeLives(20260103);
