import checkText from '@psoas/knowledge/text/check';
import { reasonLabel } from '../../widgets/reason-text.ts';

/** A safety answer in a few words. */
export function safetyLabel(id: string): string {
  return id === 'S-PAIN' ? checkText.clinician.painTitle : reasonLabel(id);
}
