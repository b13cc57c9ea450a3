// What processes use, from /proc: processor time between two moments, and memory.
import { readFileSync } from 'node:fs';

const MS_PER_TICK = 10;

export class Usage {
  constructor(pids) {
    this.pids = pids;
    this.before = sum(pids.map(ticks));
  }

  /** @returns {{cpuMs: number, memoryMb: number}} memory: what is the processes' own, shared pages left out but for the first */
  since() {
    return {
      cpuMs: (sum(this.pids.map(ticks)) - this.before) * MS_PER_TICK,
      memoryMb: residentMb(this.pids[0]),
    };
  }
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

function ticks(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1].split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function residentMb(pid) {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))[1]) / 1024;
}
