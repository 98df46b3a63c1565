import type { DiaryEvent } from '@psoas/core/diary';
import type { FhirWords } from '../fhir-input.ts';
import type { Device, Patient, Reference } from '../r4.ts';
import { resourceId } from '../resource-id.ts';
import { referenceTo } from '../systems.ts';

const deviceId = 'psoas';

/** psoas as the author of what no person wrote. */
export const deviceReference: Reference = referenceTo('Device', deviceId);

/** psoas itself, and what it is not. */
export function deviceOf({ fhir }: FhirWords): Device {
  return {
    resourceType: 'Device',
    id: deviceId,
    deviceName: [{ name: fhir.device, type: 'user-friendly-name' }],
    note: [{ text: fhir.deviceNote }],
  };
}

/**
 * The person, without a name: psoas knows none. The id comes from the earliest entry of the diary, so that it stays the
 * same, and no two people meet under one id.
 */
export function patientOf(events: readonly Pick<DiaryEvent, 'id' | 'atMillis'>[]): Patient {
  const earliest = events.reduce<Pick<DiaryEvent, 'id' | 'atMillis'> | undefined>(
    (first, event) =>
      first === undefined || event.atMillis < first.atMillis || (event.atMillis === first.atMillis && event.id < first.id) ? event : first,
    undefined,
  );
  return { resourceType: 'Patient', id: resourceId('person', earliest?.id ?? '') };
}
