/** A place on earth, in degrees. */
export type Place = { readonly latitude: number; readonly longitude: number };

/** The mean radius of the earth (IUGG), in metres. */
const earthRadiusMetres = 6_371_008.8;

/** The way over the ground between two places on a sphere, in metres (haversine); less than 0.6 % beside the ellipsoid. */
export function metresBetween(from: Place, to: Place): number {
  const latitude = radians(to.latitude - from.latitude);
  const longitude = radians(to.longitude - from.longitude);
  const chord =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
