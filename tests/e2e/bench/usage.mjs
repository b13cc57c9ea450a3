// What processes use, from /proc: processor time between two moments, and memory.
import { existsSync, readFileSync } from 'node:fs';

const MS_PER_TICK = 10;

export class Usage {
  constructor(pids) {
    this.pids = pids;
    this.before = pids.map(ticks);
    this.own = process.cpuUsage();
    this.machine = busyTicks();
    this.at = performance.now();
  }

  /** @returns {{cpuMs: number, hostCpuMs: number, memoryMb: number, othersCores: number}} of all processes, of the first alone, and the
   *  processors that neither they nor this program used: a figure from a machine that others use says little */
  since() {
    const used = this.pids.map((pid, i) => Math.max(0, ticks(pid) - this.before[i]) * MS_PER_TICK);
    const cpuMs = used.reduce((a, b) => a + b, 0);
    const own = process.cpuUsage(this.own);
    const others = (busyTicks() - this.machine) * MS_PER_TICK - cpuMs - (own.user + own.system) / 1000;
    return { cpuMs, hostCpuMs: used[0], memoryMb: residentMb(this.pids[0]), othersCores: Math.max(0, others) / (performance.now() - this.at) };
  }
}

// A process that has ended meanwhile counts no further.
function ticks(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return 0;
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1].split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))[1]) / 1024;
}

// user, nice, system, irq, softirq of all processors
function busyTicks() {
  const fields = readFileSync('/proc/stat', 'latin1').split('\n')[0].trim().split(/\s+/).map(Number);
  return fields[1] + fields[2] + fields[3] + fields[6] + fields[7];
}
