// What processes use, from /proc: processor time between two moments, and memory.
import { existsSync, readFileSync } from 'node:fs';

const MS_PER_TICK = 10;

export class Usage {
  constructor(pids) {
    this.pids = pids;
    this.before = pids.map(ticks);
  }

  /** @returns {{cpuMs: number, hostCpuMs: number, memoryMb: number}} of all processes, and of the first alone */
  since() {
    const used = this.pids.map((pid, i) => Math.max(0, ticks(pid) - this.before[i]) * MS_PER_TICK);
    return { cpuMs: used.reduce((a, b) => a + b, 0), hostCpuMs: used[0], memoryMb: residentMb(this.pids[0]) };
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
