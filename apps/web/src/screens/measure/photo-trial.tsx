import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { thighAngleOnPhoto } from '@psoas/core/measuring';
import text from '@psoas/knowledge/text/measure';
import { pictureOf, turnPicture, type Picture } from '../../adapters/camera.ts';
import { signedDegrees } from './measure-words.ts';
import { PhotoBoard } from './photo-board.tsx';
import { PhotoCamera } from './photo-camera.tsx';
import { firstPoints, type BoardPoints } from './photo-points.ts';

/** [ME-02, ME-13] One trial by photo: a picture that only this page holds, and three points on it. */
export function PhotoTrial({ onTrial }: { readonly onTrial: (degrees: number) => void }): JSX.Element {
  const { picture, show } = usePicture();
  const [points, setPoints] = useState<BoardPoints>(firstPoints);
  if (picture === undefined) return <GetPicture onPicture={show} />;
  const read = thighAngleOnPhoto(points, { widthPixels: picture.width, heightPixels: picture.height });
  return (
    <>
      <PhotoBoard picture={picture} points={points} onPoints={setPoints} />
      <div class="spread photo-foot">
        <p class={read.ok ? 'measured-value' : 'strong'} role="status">
          {read.ok ? signedDegrees(read.value) : text.photo[read.error.kind]}
        </p>
        <div class="wrap">
          <button
            type="button"
            class="button button-quiet button-small"
            onClick={() =>
              void turnPicture(picture).then((turned) => {
                if (turned === undefined) return;
                show(turned);
                setPoints(firstPoints);
              })
            }
          >
            {text.photo.turn}
          </button>
          <button
            type="button"
            class="button button-quiet button-small"
            onClick={() => {
              show(undefined);
              setPoints(firstPoints);
            }}
          >
            {text.photo.discard}
          </button>
        </div>
      </div>
      <p class="small soft">
        {text.methods.eye} {text.photo.stays}
      </p>
      <div class="action-bar">
        <button type="button" class="button" disabled={!read.ok} onClick={() => read.ok && onTrial(read.value)}>
          {text.take}
        </button>
      </div>
    </>
  );
}

// The picture of before is closed whenever another one comes, and when the trial or the screen is left.
function usePicture(): { readonly picture: Picture | undefined; readonly show: (picture: Picture | undefined) => void } {
  const [picture, setPicture] = useState<Picture>();
  const held = useRef<Picture | undefined>(undefined);
  const isGone = useRef(false);
  useEffect(
    () => () => {
      isGone.current = true;
      held.current?.close();
    },
    [],
  );
  return {
    picture,
    show: (next) => {
      held.current?.close();
      held.current = next;
      // Reading a large photo may take longer than the person stays.
      if (isGone.current) next?.close();
      else setPicture(() => next);
    },
  };
}

function GetPicture({ onPicture }: { readonly onPicture: (picture: Picture) => void }): JSX.Element {
  const [isCameraOpen, setCameraOpen] = useState(false);
  const [problem, setProblem] = useState<'cameraRefused' | 'unreadable'>();
  const take = (picture: Picture | undefined): void => (picture === undefined ? setProblem('unreadable') : onPicture(picture));
  if (isCameraOpen) {
    return (
      <PhotoCamera
        onPicture={take}
        onClose={() => setCameraOpen(false)}
        onRefused={() => {
          setProblem('cameraRefused');
          setCameraOpen(false);
        }}
      />
    );
  }
  return (
    <>
      <p class="note">{text.photo.where}</p>
      <p class="soft">{text.photo.stays}</p>
      {problem !== undefined && (
        <p class="note strong" role="status">
          {text.photo[problem]}
        </p>
      )}
      <div class="action-bar">
        <label class="button file-button">
          {text.photo.choose}
          <input
            type="file"
            accept="image/*"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void pictureOf(file).then(take);
              // The same file may be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
        <button type="button" class="button button-quiet" onClick={() => setCameraOpen(true)}>
          {text.photo.camera}
        </button>
      </div>
    </>
  );
}
