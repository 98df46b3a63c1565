import { diaryDoors } from './diary-doors.ts';
import type { Door } from './door.ts';
import { carePlanDoor, diaryFileDoor, fitDoor, gpxDoor, motionDoor, tcxDoor } from './file-doors.ts';
import { keyDoors } from './key-doors.ts';
import { wireDoors } from './wire-doors.ts';
import { answersDoor, knowledgeDoor } from './yaml-doors.ts';

/** Every place where bytes or texts come in from outside, but for the relay, which `trial:fuzz` knocks at. */
export const doors: readonly Door[] = [
  answersDoor,
  diaryFileDoor,
  carePlanDoor,
  fitDoor,
  tcxDoor,
  gpxDoor,
  motionDoor,
  ...diaryDoors,
  ...wireDoors,
  ...keyDoors,
  knowledgeDoor,
];
