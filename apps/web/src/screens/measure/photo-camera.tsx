import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { fillTemplate } from '@psoas/kernel';
import text from '@psoas/knowledge/text/measure';
import { frameOf, openCamera, type Picture } from '../../adapters/camera.ts';
import { useTick } from './use-tick.ts';

type PhotoCameraProps = { readonly onPicture: (picture: Picture | undefined) => void; readonly onClose: () => void; readonly onRefused: () => void };

/** Long enough to lie down and lower the leg again. */
const delaySeconds = 10;

/** The camera, for one picture. It runs only while this is shown. */
export function PhotoCamera({ onPicture, onClose, onRefused }: PhotoCameraProps): JSX.Element {
  const video = useRef<HTMLVideoElement>(null);
  const [isReady, setReady] = useState(false);
  const [shootsAt, setShootsAt] = useState<number>();
  const now = useTick(isReady);
  useEffect(() => {
    let isGone = false;
    let close = (): void => undefined;
    void openCamera().then((camera) => {
      if (camera === undefined) onRefused();
      else if (isGone || video.current === null) camera.close();
      else {
        close = camera.close;
        video.current.srcObject = camera.stream;
        void video.current.play().then(() => setReady(true), onRefused);
      }
    });
    return () => {
      isGone = true;
      close();
    };
  }, []);
  const shoot = (): void => {
    if (video.current !== null) void frameOf(video.current).then(onPicture);
  };
  const left = shootsAt === undefined ? undefined : Math.ceil((shootsAt - now) / 1000);
  useEffect(() => {
    if (left !== undefined && left <= 0) shoot();
  }, [left !== undefined && left <= 0]);
  return (
    <>
      <p class="note">{text.photo.where}</p>
      <video ref={video} class="camera" muted playsInline />
      <p role="status" class="strong">
        {left === undefined || left <= 0 ? '' : fillTemplate(text.photo.countdown, { seconds: left })}
      </p>
      <div class="action-bar">
        <button type="button" class="button" disabled={!isReady} onClick={shoot}>
          {text.photo.shoot}
        </button>
        <div class="spread">
          <button type="button" class="button button-quiet" disabled={!isReady || left !== undefined} onClick={() => setShootsAt(now + delaySeconds * 1000)}>
            {text.photo.shootLater}
          </button>
          <button type="button" class="button button-quiet" onClick={onClose}>
            {text.photo.closeCamera}
          </button>
        </div>
      </div>
    </>
  );
}
