/** The screening flags, RF01 to RF54 (docs/spec/safety.md). */
export const flagIds = [
  'RF01', 'RF02', 'RF03', 'RF04', 'RF05', 'RF06', 'RF07', 'RF08', 'RF09', 'RF10', 'RF11', 'RF12', 'RF13', 'RF14', 'RF15', 'RF16', 'RF17', 'RF18',
  'RF19', 'RF20', 'RF21', 'RF22', 'RF23', 'RF24', 'RF25', 'RF26', 'RF27', 'RF28', 'RF29', 'RF30', 'RF31', 'RF32', 'RF33', 'RF34', 'RF35', 'RF36',
  'RF37', 'RF38', 'RF39', 'RF40', 'RF41', 'RF42', 'RF43', 'RF44', 'RF45', 'RF46', 'RF47', 'RF48', 'RF49', 'RF50', 'RF51', 'RF52', 'RF53', 'RF54',
] as const;
export type FlagId = (typeof flagIds)[number];
