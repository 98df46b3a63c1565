/**
 * Where a dialog puts the focus when it opens: on its first words, so that a long one begins at the top and a key that
 * is still held down presses nothing.
 */
export const startFocus = {
  class: 'player-start-focus',
  tabIndex: -1,
  ref: (element: HTMLElement | null): void => void element?.toggleAttribute('autofocus', true),
};
