import { useEffect } from 'preact/hooks';
import { regionIds, type RegionId } from '../adapters/settings.ts';
import { useSettings } from './use-settings.ts';

/** [LA-09] The person's region; where nothing was set it is taken from the time zone of the device, and can be changed. */
export function useRegion(): RegionId {
  const [{ region }, change] = useSettings();
  useEffect(() => {
    if (region !== 'unknown') return;
    void import('./guess-region.ts').then(
      ({ guessRegion }) => {
        const guess = guessRegion(Intl.DateTimeFormat().resolvedOptions().timeZone, regionIds);
        if (guess !== undefined) change({ region: guess });
      },
      () => undefined,
    );
  }, [region === 'unknown']);
  return region;
}
