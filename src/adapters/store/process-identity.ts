import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Tells one process from another, also when a number is used again after a restart of the machine or container. */
export type ProcessIdentity = {
  readonly pid: number;
  /** Within one place, process numbers mean the same: machine, its start, container. */
  readonly place: string;
  /** When the process began, in the system's own ticks; empty where the system does not tell. */
  readonly began: string;
};

export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  place: [
    hostname(),
    tell(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    tell(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' '),
  began: beganAt(process.pid),
});

/** `unknown` when it ran in another place, where its number tells nothing. */
export function isAlive(other: ProcessIdentity): boolean | 'unknown' {
  if (other.place !== thisProcess().place) return 'unknown';
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return beganAt(other.pid) === other.began;
}

/** Field 22 of /proc/PID/stat; the fields before it may contain blanks up to the last closing bracket. */
const beganAt = (pid: number): string =>
  tell(
    () =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? '',
  );

function tell(ask: () => string): string {
  try {
    return ask();
  } catch {
    return '';
  }
}
