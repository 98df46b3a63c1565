import type { JSX } from 'preact';

/** The sign of the app: two lines of the psoas running down to the hips. */
export function Mark(): JSX.Element {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" fill="var(--action)" />
      <path
        d="M14 6c-.2 7.500-4.200 10.500-5.600 19"
        fill="none"
        stroke="var(--on-action)"
        stroke-width="4"
        stroke-linecap="round"
      />
      <path
        d="M18 6c.2 7.500 4.200 10.500 5.600 19"
        fill="none"
        stroke="var(--on-action)"
        stroke-width="4"
        stroke-linecap="round"
      />
    </svg>
  );
}
