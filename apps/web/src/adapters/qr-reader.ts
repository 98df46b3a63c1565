/** Reads the QR code that a running video shows; undefined where none is seen. */
export type QrReader = (video: HTMLVideoElement) => Promise<string | undefined>;

type FoundCode = { readonly rawValue: string };
type CodeDetector = { readonly detect: (source: HTMLVideoElement) => Promise<readonly FoundCode[]> };
type CodeDetectorMaker = { new (options: { readonly formats: readonly string[] }): CodeDetector; readonly getSupportedFormats: () => Promise<readonly string[]> };

declare global {
  interface Window {
    /** In Chromium on some systems; the DOM types do not know it. */
    BarcodeDetector?: CodeDetectorMaker;
  }
}

/** Opens the camera that looks away from the person, for codes: rejects where there is none or it is not allowed. */
export async function openScanCamera(): Promise<{ readonly stream: MediaStream; readonly close: () => void }> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } }, audio: false });
  return { stream, close: () => stream.getTracks().forEach((track) => track.stop()) };
}

/** The browser's own reader where it has one, else a small library that is fetched only then. */
export async function openQrReader(): Promise<QrReader> {
  const Detector = window.BarcodeDetector;
  if (Detector !== undefined && (await readsQrCodes(Detector))) {
    const detector = new Detector({ formats: ['qr_code'] });
    return async (video) => {
      const [code] = await detector.detect(video);
      return code?.rawValue;
    };
  }
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    if (context === null || width === 0) return undefined;
    canvas.width = width;
    canvas.height = height;
    context.drawImage(video, 0, 0);
    try {
      return decodeQR(context.getImageData(0, 0, width, height));
    } catch {
      // No code in this picture.
      return undefined;
    }
  };
}

async function readsQrCodes(Detector: CodeDetectorMaker): Promise<boolean> {
  try {
    return (await Detector.getSupportedFormats()).includes('qr_code');
  } catch {
    return false;
  }
}
