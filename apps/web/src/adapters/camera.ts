/** A picture in the memory of the page, the right way up. Whoever holds it closes it: then nothing of it is left. */
export type Picture = ImageBitmap;

/** The running camera. */
export type Camera = { readonly stream: MediaStream; readonly close: () => void };

/** Enough for a point to be set to a fraction of a degree; larger pictures only cost memory. */
const longestPixels = 2048;

/** Opens the camera that looks away from the person; undefined where there is none or it is not allowed. */
export async function openCamera(): Promise<Camera | undefined> {
  try {
    const wanted = { facingMode: { ideal: 'environment' }, width: { ideal: 1920 } };
    const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    return { stream, close: () => stream.getTracks().forEach((track) => track.stop()) };
  } catch {
    return undefined;
  }
}

/** The picture that the camera shows now. Nothing is written anywhere. */
export function frameOf(video: HTMLVideoElement): Promise<Picture | undefined> {
  return readPicture(video);
}

/** A photo that the person chose, turned as the camera meant it; undefined when it is no picture. */
export function pictureOf(file: Blob): Promise<Picture | undefined> {
  return readPicture(file);
}

/** A copy of a picture, turned to the right by a quarter. */
export async function turnPicture(picture: Picture): Promise<Picture | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = picture.height;
  canvas.height = picture.width;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.translate(canvas.width, 0);
  context.rotate(Math.PI / 2);
  context.drawImage(picture, 0, 0);
  return createImageBitmap(canvas);
}

async function readPicture(source: Blob | HTMLVideoElement): Promise<Picture | undefined> {
  try {
    const whole = await createImageBitmap(source);
    const longest = Math.max(whole.width, whole.height);
    if (longest <= longestPixels) return whole;
    const small = await createImageBitmap(whole, { resizeWidth: Math.round((whole.width * longestPixels) / longest), resizeQuality: 'high' });
    whole.close();
    return small;
  } catch {
    return undefined;
  }
}
