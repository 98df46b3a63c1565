import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { unprivilegedUser } from '../../../apps/relay/src/testing/start-postgres.ts';

/** Which ports HAProxy connects with which. */
export type ProxyPlan = {
  readonly program: string;
  readonly folder: string;
  readonly httpPort: number;
  readonly relayPorts: readonly number[];
  readonly databasePort: number;
  readonly primaryPort: number;
  readonly replicaPort: number;
};

/** Starts HAProxy: requests go to the relays that are ready, and their connections to the primary while it is there. */
export async function startHaproxy(plan: ProxyPlan): Promise<() => Promise<void>> {
  const path = join(plan.folder, 'haproxy.cfg');
  writeFileSync(path, toConfig(plan));
  const child = spawn(plan.program, ['-db', '-f', path], { ...unprivilegedUser(), stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  const ended = once(child, 'exit');
  for (let turn = 0; !(await isOpen(plan.databasePort)); turn += 1) {
    if (child.exitCode !== null || turn > 200) throw new Error(`HAProxy does not run: ${said}`);
    await wait(25);
  }
  return async () => {
    child.kill('SIGTERM');
    await ended;
  };
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

function toConfig({ httpPort, relayPorts, databasePort, primaryPort, replicaPort }: ProxyPlan): string {
  const relays = relayPorts.map((port, index) => `  server relay-${index + 1} 127.0.0.1:${port} check inter 250ms fall 2 rise 1`);
  return `global
  maxconn 1000
defaults
  timeout connect 2s
  timeout client 60s
  timeout server 60s
frontend relay
  mode http
  bind 127.0.0.1:${httpPort}
  option forwardfor
  default_backend relays
backend relays
  mode http
  balance roundrobin
  option httpchk GET /readyz
${relays.join('\n')}
frontend database
  mode tcp
  bind 127.0.0.1:${databasePort}
  default_backend databases
backend databases
  mode tcp
  retries 0
  default-server check inter 250ms fall 2 rise 1 on-marked-down shutdown-sessions
  server primary 127.0.0.1:${primaryPort}
  server replica 127.0.0.1:${replicaPort} backup
`;
}
