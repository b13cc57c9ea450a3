// What the conversations ask. The OEE questions differ in machine and period, so that the bench does not measure one cached answer.

const MACHINES = ['CNC-001', 'Assembly-001', 'Packaging-001', 'Testing-001'];
const DAY_MS = 86_400_000;

export const echo = (n) => ({ text: `message ${n}`, expect: /echo: message / });

/** 4 machines, each over every period within the 30 days of the demo plant that ends on one of the last 20 days. */
export function oee() {
  const day = (back) => new Date(Date.now() - back * DAY_MS).toISOString().slice(0, 10);
  const periods = [];
  for (let end = 1; end <= 20; end++) {
    periods.push(`on ${day(end)}`);
    for (let length = 2; length <= 9; length++) periods.push(`from ${day(end + length - 1)} to ${day(end)}`);
  }
  const questions = periods.flatMap((period) => MACHINES.map((machine) => ({
    text: `What was the OEE of ${machine} ${period}?`,
    // The machine that was asked for, and a figure.
    expect: new RegExp(`${machine}[^]*\\d+(\\.\\d+)? ?%|\\d+(\\.\\d+)? ?%[^]*${machine}`),
  })));
  return (n) => questions[n % questions.length];
}
