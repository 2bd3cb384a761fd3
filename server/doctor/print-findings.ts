import type { Finding } from './finding.ts';

const MARK = { good: '✓', doubtful: '!', bad: '✗' } as const;

/** The worst last, so that it stands where the eye is when the list ends. */
export function printFindings(findings: readonly Finding[]): string {
  const order = { good: 0, doubtful: 1, bad: 2 } as const;
  return [...findings]
    .sort((a, b) => order[a.state] - order[b.state])
    .map((one) => {
      const line = `${MARK[one.state]} ${one.about.padEnd(9)} ${one.says}`;
      return one.state === 'good' ? line : `${line}\n            ${one.remedy}`;
    })
    .join('\n');
}
