import type { Page } from 'playwright-core';

/** A person at the edge of a table, drawn from numbers: what the camera sees, and where the points are. */
export type Scene = {
  /** The thigh above (+) or below (-) the tabletop. */
  readonly degrees: number;
  /** How far the camera was tilted. */
  readonly tilt: number;
  readonly looksRight: boolean;
  readonly width: number;
  readonly height: number;
};

type Place = { readonly x: number; readonly y: number };
export type ScenePlaces = { readonly hip: Place; readonly knee: Place; readonly level: Place };

/** Where hip, knee and a place on the line of the table are, in pixels of the picture. */
export function placesOf({ degrees, tilt, looksRight, width, height }: Scene): ScenePlaces {
  const length = Math.min(width, height) * 0.36;
  const hip = { x: width * 0.5, y: height * 0.48 };
  const outwards = looksRight ? 1 : -1;
  const turned = (along: number, up: number): Place => {
    const [sin, cos] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)];
    return { x: hip.x + along * cos + up * sin, y: hip.y + along * sin - up * cos };
  };
  const angle = (degrees * Math.PI) / 180;
  return { hip, knee: turned(outwards * length * Math.cos(angle), length * Math.sin(angle)), level: turned(-outwards * width * 0.3, 0) };
}

/** Draws the scene on a canvas of the page; leaves it in `window.__scene` and gives the PNG. */
export async function drawScene(page: Page, scene: Scene): Promise<Buffer> {
  const data = await page.evaluate(
    ({ places: { hip, knee, level }, width, height }) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      const pen = canvas.getContext('2d');
      if (pen === null) throw new Error('no canvas');
      const line = (from: { x: number; y: number }, to: { x: number; y: number }, colour: string, thick: number): void => {
        pen.strokeStyle = colour;
        pen.lineWidth = thick;
        pen.lineCap = 'round';
        pen.beginPath();
        pen.moveTo(from.x, from.y);
        pen.lineTo(to.x, to.y);
        pen.stroke();
      };
      pen.fillStyle = '#b9c4bd';
      pen.fillRect(0, 0, width, height);
      const [right, down] = [(hip.x - level.x) / Math.hypot(hip.x - level.x, hip.y - level.y), (hip.y - level.y) / Math.hypot(hip.x - level.x, hip.y - level.y)];
      const side = right > 0 ? 1 : -1;
      const under = (place: { x: number; y: number }, by: number): { x: number; y: number } => ({ x: place.x - down * by * side, y: place.y + right * by * side });
      const thick = height * 0.1;
      line(under({ x: hip.x - right * width, y: hip.y - down * width }, thick * 1.1), under(hip, thick * 1.1), '#7a5c44', thick);
      line(level, hip, '#2f5d60', thick * 1.2);
      line(hip, knee, '#dba07a', thick);
      line(knee, { x: knee.x + (knee.x - hip.x) * 0.1, y: knee.y + height * 0.28 }, '#dba07a', thick * 0.8);
      for (const { x, y } of [hip, knee]) {
        pen.fillStyle = '#1f2a2e';
        pen.beginPath();
        pen.arc(x, y, 4, 0, 7);
        pen.fill();
      }
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    { places: placesOf(scene), width: scene.width, height: scene.height },
  );
  return Buffer.from(data, 'base64');
}
