import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import text from '@psoas/knowledge/text/sync';
import { openQrReader, openScanCamera } from '../../adapters/qr-reader.ts';

type ScanCodeProps = { readonly onCode: (code: string) => void; readonly onRefused: () => void; readonly onClose: () => void };

/** From one look to the next. */
const lookMillis = 200;

/** The camera until it sees a code. It runs only while this is shown; no picture is kept. */
export function ScanCode({ onCode, onRefused, onClose }: ScanCodeProps): JSX.Element {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    let isGone = false;
    let close = (): void => undefined;
    const look = async (): Promise<void> => {
      const [opened, read] = await Promise.all([openScanCamera(), openQrReader()]);
      if (isGone || video.current === null) return opened.close();
      close = opened.close;
      video.current.srcObject = opened.stream;
      await video.current.play();
      while (!isGone) {
        const code = await read(video.current);
        if (code !== undefined && !isGone) return onCode(code);
        await new Promise((resolve) => setTimeout(resolve, lookMillis));
      }
    };
    void look().catch(onRefused);
    return () => {
      isGone = true;
      close();
    };
  }, []);
  return (
    <>
      <p role="status">{text.link.scanning}</p>
      <video ref={video} class="scan-video" muted playsInline />
      <button type="button" class="button button-quiet" onClick={onClose}>
        {text.link.stopScan}
      </button>
    </>
  );
}
