import { readFileSync, writeFileSync } from 'node:fs';
import { isMap, isSeq, parseDocument, type Document, type YAMLMap } from 'yaml';
import type { Movement, Pose } from '@psoas/body';

/** A movement's source file, kept as a document so that its comments and its order survive a change. */
export type MovementFile = {
  readonly path: string;
  readonly document: Document;
  readonly movement: Movement;
};

/** Reads a movement that the schema has accepted. */
export function readMovementFile(path: string): MovementFile {
  const document = parseDocument(readFileSync(path, 'utf8'));
  // `npm run knowledge:build` checks every file against the schema; this tool runs on what it accepts.
  return { path, document, movement: document.toJS() as Movement };
}

/** Writes settled poses back into the file's own places: keyframes, faults and variants. */
export function writePoses({ path, document }: MovementFile, poseByPlace: ReadonlyMap<string, Pose>): void {
  for (const [place, pose] of poseByPlace) {
    const [list = '', index = '0'] = place.split('.');
    const item = document.getIn([list, Number(index)]);
    const holder = list === 'variants' && isMap(item) ? item.get('keyframe') : item;
    if (isMap(holder)) replacePose(document, holder, pose);
  }
  writeFileSync(path, document.toString({ lineWidth: 0, flowCollectionPadding: true }));
}

function replacePose(document: Document, holder: YAMLMap, pose: Pose): void {
  const map = document.createNode(pose, { flow: true });
  if (isMap(map) || isSeq(map)) map.flow = true;
  holder.set('pose', map);
}
