import { useState } from 'preact/hooks';
import { longestGuestName } from '@psoas/core/sharing';
import { useServices } from '../../app/services.ts';

const keptName = 'psoas.guest-name';

/** What a guest wants to be called: told once, for all shares that this browser opens. */
export function useGuestName(): readonly [string, (name: string) => void] {
  const { localStorage } = useServices();
  const [name, setName] = useState(() => (localStorage?.getItem(keptName) ?? '').slice(0, longestGuestName));
  const keep = (next: string): void => {
    setName(next);
    localStorage?.setItem(keptName, next);
  };
  return [name, keep];
}
