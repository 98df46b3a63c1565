import type { RegionId } from '../adapters/settings.ts';

/** Time zones by the region whose emergency number holds there. A zone says where a device is; a language does not. */
const zonesByRegion: { readonly [region in RegionId]?: string } = {
  de: 'Europe/Berlin Europe/Busingen',
  at: 'Europe/Vienna',
  ch: 'Europe/Zurich',
  es: 'Europe/Madrid Atlantic/Canary Africa/Ceuta',
  uk: 'Europe/London Europe/Belfast',
  eu: 'Europe/Amsterdam Europe/Athens Europe/Bratislava Europe/Brussels Europe/Bucharest Europe/Budapest Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Lisbon Europe/Ljubljana Europe/Luxembourg Europe/Malta Europe/Paris Europe/Prague Europe/Riga Europe/Rome Europe/Sofia Europe/Stockholm Europe/Tallinn Europe/Vilnius Europe/Warsaw Europe/Zagreb',
  'us-ca': 'America/New_York America/Detroit America/Chicago America/Denver America/Boise America/Phoenix America/Los_Angeles America/Anchorage Pacific/Honolulu America/Toronto America/Winnipeg America/Edmonton America/Vancouver America/Halifax America/St_Johns',
  mx: 'America/Mexico_City America/Monterrey America/Tijuana America/Cancun America/Merida America/Chihuahua America/Hermosillo',
  ar: 'America/Argentina/Buenos_Aires America/Buenos_Aires America/Argentina/Cordoba America/Argentina/Mendoza America/Argentina/Salta',
  co: 'America/Bogota',
  cl: 'America/Santiago America/Punta_Arenas',
  pe: 'America/Lima',
  cn: 'Asia/Shanghai Asia/Urumqi',
  tw: 'Asia/Taipei',
  hk: 'Asia/Hong_Kong',
  sg: 'Asia/Singapore',
  au: 'Australia/Sydney Australia/Melbourne Australia/Brisbane Australia/Adelaide Australia/Perth Australia/Hobart Australia/Darwin',
  nz: 'Pacific/Auckland',
};

/** The region of a time zone of the device, such as Europe/Berlin; undefined where it may be one of several, or none of ours. */
export function guessRegion(timeZone: string, regions: readonly RegionId[]): RegionId | undefined {
  return regions.find((region) => zonesByRegion[region]?.split(' ').includes(timeZone));
}
