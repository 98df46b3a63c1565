import { describe, expect, it } from 'vitest';
import { notificationCommand } from './desktop-notification.ts';

const words = ['Break"; rm', '$(reboot) `x`'] as const;

describe('desktop notifications', () => {
  it.each([
    ['linux', 'notify-send'],
    ['darwin', 'osascript'],
    ['win32', 'powershell'],
  ] as const)('on %s by %s, with words that never become code', (platform, file) => {
    const command = notificationCommand(platform, ...words);
    expect(command.file).toBe(file);
    const asArguments = command.args.slice(-2);
    const asVariables = Object.values(command.variables);
    expect([asArguments, asVariables]).toContainEqual([...words]);
    // Nowhere else: not inside a script.
    const rest = asVariables.length > 0 ? command.args : command.args.slice(0, -2);
    expect(rest.join(' ')).not.toContain('reboot');
  });

  it('a title that looks like an option is a title', () => {
    expect(notificationCommand('linux', '--wait', 'x').args).toEqual([
      '--app-name=psoas',
      '--',
      '--wait',
      'x',
    ]);
  });
});
