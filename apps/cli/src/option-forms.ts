import type { OptionName } from './command-specs.ts';

/** How each option is written; what stands in brackets is its value. */
export const optionForms = {
  json: '--json',
  answers: '--answers <file>',
  diary: '--diary <file>',
  template: '--template',
  timeline: '--timeline',
  firstSide: '--first-side <side>',
  travelling: '--travelling <on|off>',
  twoMinutes: '--two-minutes <on|off>',
  ill: '--ill',
  putOffRetest: '--put-off-retest',
  every: '--every <minutes>',
  quiet: '--quiet <hours>',
  once: '--once',
  oneSideFirst: '--one-side-first',
  dryRun: '--dry-run',
  undo: '--undo',
  snomed: '--snomed',
  at: '--at <time>',
  as: '--as <activity>',
  class: '--class <class>',
  equipment: '--equipment <list>',
  side: '--side <side>',
  felt: '--felt <place>',
  when: '--when <moment>',
  verdict: '--verdict <verdict>',
  seed: '--seed <article>',
  file: '--file <file>',
  measuredSide: '--side <side>',
  heightCm: '--height-cm <cm...>',
  lengthCm: '--length-cm <cm>',
  degrees: '--degrees <degrees...>',
  method: '--method <method>',
  pelvisLifted: '--pelvis-lifted',
  by: '--by <name>',
  reps: '--reps <count>',
  seconds: '--seconds <count>',
  pain: '--pain <level>',
  relay: '--relay <url>',
  relayOfLink: '--relay <url>',
  show: '--show',
  app: '--app <url>',
  keepLocal: '--keep-local',
  eraseLocal: '--erase-local',
  withoutRelay: '--without-relay',
  with: '--with <name>',
  parts: '--parts <list>',
  days: '--days <count>',
  callMe: '--call-me <name>',
  passphrase: '--passphrase',
  passphraseFile: '--passphrase-file <file>',
  offline: '--offline',
  label: '--label <name>',
  from: '--from <name>',
  text: '--text <text>',
  exerciseOption: '--exercise <id>',
  sets: '--sets <count>',
  repsOption: '--reps <count>',
  secondsOption: '--seconds <count>',
  swapFor: '--swap-for <id>',
  only: '--only <side>',
  flags: '--flags <list>',
  on: '--on <date>',
  csv: '--csv',
  svg: '--svg',
  mot: '--mot',
  reportPage: '--report',
  paper: '--paper <size>',
  largePrint: '--large-print',
  html: '--html',
  out: '--out <file>',
  browser: '--browser <path>',
  keyframe: '--keyframe <id>',
} as const satisfies { readonly [name in OptionName]: string };

/** An option that takes a value. */
export type ValuedOption = { readonly [name in OptionName]: (typeof optionForms)[name] extends `${string}<${string}` ? name : never }[OptionName];

/** Whether an option takes a value; the others are switches. */
export function takesValue(option: OptionName): option is ValuedOption {
  return optionForms[option].includes('<');
}

/** The part of an option's form that is typed, such as `--side`. */
export function flagOf(form: string): string {
  return form.split(' ')[0] ?? form;
}
