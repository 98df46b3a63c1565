import type { ComponentChildren, JSX } from 'preact';
import text from '@psoas/knowledge/text/shared';
import { guestFaultKey } from '../../clients/guest-fault.ts';
import type { Door, GuestTasks, Sight } from '../../clients/guest-tasks.ts';
import { useLook } from '../../clients/use-look.ts';
import { ShareState } from './share-state.tsx';
import { SharedPage } from './shared-page.tsx';

type SharedPlaceProps = {
  readonly tasks: GuestTasks;
  readonly door: Door;
  /** What else can be done with it. */
  readonly below: (sight: Sight) => ComponentChildren;
  /** Shown besides where the share cannot be opened. */
  readonly otherwise?: ComponentChildren;
  readonly back?: ComponentChildren;
  /** The own name for the person, where they are a client. */
  readonly title?: string;
};

/** A share behind its door: the page, or why there is none. */
export function SharedPlace({ tasks, door, below, otherwise, back, title }: SharedPlaceProps): JSX.Element {
  const { look, isLoading, write } = useLook(tasks, door);
  const { sight, fault } = look;
  const key = fault && guestFaultKey(fault);
  if (sight === undefined) {
    if (key === undefined) return <ShareState title={text.loading} />;
    return <ShareState {...text.faults[key]} {...(back !== undefined && { kicker: back })}>{otherwise}</ShareState>;
  }
  return (
    <SharedPage sight={sight} fault={key} isLoading={isLoading} write={write} isKept={door.keeps} back={back} {...(title !== undefined && { title })}>
      {below(sight)}
    </SharedPage>
  );
}
