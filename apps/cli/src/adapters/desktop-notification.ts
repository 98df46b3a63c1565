import { spawn } from 'node:child_process';

/** A program that shows a notification. The words are handed over as arguments or variables, never as code. */
export type NotificationCommand = {
  readonly file: string;
  readonly args: readonly string[];
  readonly variables: { readonly [name: string]: string };
};

/** The program that a platform usually brings along. It may be missing. */
export function notificationCommand(
  platform: NodeJS.Platform,
  title: string,
  body: string,
): NotificationCommand {
  switch (platform) {
    case 'darwin':
      return {
        file: 'osascript',
        args: ['-e', 'on run argv', '-e', appleScript, '-e', 'end run', title, body],
        variables: {},
      };
    case 'win32':
      return {
        file: 'powershell',
        args: ['-NoProfile', '-NonInteractive', '-Command', balloonScript],
        variables: { PSOAS_TITLE: title, PSOAS_BODY: body },
      };
    default:
      return {
        file: 'notify-send',
        args: ['--app-name=psoas', '--', title, body],
        variables: {},
      };
  }
}

const appleScript = 'display notification (item 2 of argv) with title (item 1 of argv)';
const balloonScript = [
  'Add-Type -AssemblyName System.Windows.Forms,System.Drawing',
  '$icon = New-Object System.Windows.Forms.NotifyIcon',
  '$icon.Icon = [System.Drawing.SystemIcons]::Information',
  '$icon.Visible = $true',
  "$icon.ShowBalloonTip(10000, $env:PSOAS_TITLE, $env:PSOAS_BODY, 'None')",
  'Start-Sleep -Seconds 10',
  '$icon.Dispose()',
].join('; ');

/** Shows a notification where the platform has a program for it; where it has none, the bell is enough. */
export function showDesktopNotification(title: string, body: string): void {
  const { file, args, variables } = notificationCommand(process.platform, title, body);
  const child = spawn(file, [...args], {
    stdio: 'ignore',
    env: { ...process.env, ...variables },
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.unref();
}
