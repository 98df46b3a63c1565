import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import text from '@psoas/knowledge/text/shell';

/** What a screen gets: the named parts of its path. */
export type ScreenProps = { readonly params: Readonly<Record<string, string>> };
export type Screen = ComponentType<ScreenProps>;

/** Fetches the code of a screen. */
export type ScreenLoader = () => Promise<{ readonly default: Screen }>;

/** A screen whose code is fetched when it is first needed, and says so when that fails. */
export function lazyScreen(load: ScreenLoader): Screen {
  let loaded: Screen | undefined;
  return function LazyScreen(props: ScreenProps): JSX.Element {
    const [, redraw] = useState(0);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (loaded !== undefined || failed) return;
      load().then(
        (module) => {
          loaded = module.default;
          redraw((count) => count + 1);
        },
        () => setFailed(true),
      );
    }, [failed]);
    if (failed) return <FailedScreen />;
    if (loaded === undefined) return <Waiting />;
    const Loaded = loaded;
    return <Loaded {...props} />;
  };
}

/** Shown while something loads; speaks up only to screen readers, so that nothing flickers. */
export function Waiting(): JSX.Element {
  return (
    <p class="visually-hidden" role="status">
      {text.loading}
    </p>
  );
}

function FailedScreen(): JSX.Element {
  return (
    <div class="screen narrow">
      <h1>{text.failed.title}</h1>
      <p class="lead">{text.failed.lead}</p>
      <button type="button" class="button" onClick={() => window.location.reload()}>
        {text.failed.button}
      </button>
    </div>
  );
}
