import type { Page } from 'puppeteer-core';
import { AGENT, openAgentWorkstation } from '../../../tests/helpers/agent-workstation.ts';
import { patientCaller } from '../../../tests/helpers/practice-call-centre.ts';
import { fromSamples, type Measurement } from '../bench-report.ts';
import { paintOfRing } from './paint-of-ring.ts';

/** The begin, the middle and the end of a long run are compared, by so many calls each. */
const SOME = 20;

/**
 * The whole extension: from INVITE to the ring painted in the real side panel, and from the press
 * of its answer button to the 200. Two processes share the machine's clock, in whole milliseconds;
 * both figures include the loopback interface.
 */
export async function measurePanel(calls: number): Promise<readonly Measurement[]> {
  const workstation = await openAgentWorkstation();
  const painted: number[] = [];
  const answered: number[] = [];
  /** Elements in the document, and nodes that the page keeps in memory, at each ring. */
  const elements: number[] = [];
  const nodes: number[] = [];
  try {
    for (let n = 0; n <= calls; n += 1) {
      const shown = await paintOfRing(workstation.panel);
      const call = workstation.exchange.ring(patientCaller(), { user: AGENT.user });
      const paintedAt = await shown.evaluate(({ at }) => at);
      await shown.dispose();
      const { at: invitedAt } = await call.until('invited');
      const elementCount = await workstation.panel.evaluate(() => document.querySelectorAll('*').length);
      const { Nodes: nodeCount = 0 } = await workstation.panel.metrics();
      const pressedAt = await pressAnswer(workstation.panel);
      const { at: answeredAt } = await call.until('answered');
      if (n > 0) {
        painted.push(paintedAt - invitedAt);
        answered.push(answeredAt - pressedAt);
        elements.push(elementCount);
        nodes.push(nodeCount);
      }
      await call.hangUp();
      await workstation.panel.waitForSelector('.hang-up-button', { hidden: true });
    }
  } finally {
    await workstation.close();
  }
  const ring = 'INVITE sent → painted in the real panel';
  const row = (metric: string, samples: readonly number[], unit = 'ms') =>
    fromSamples({ bench: 'ring', subject: 'ours', unit, metric }, samples);
  // A day of calls costs nothing: the parts of a run are the same.
  const middle = Math.max(0, Math.floor(painted.length / 2) - SOME / 2);
  const inParts = (metric: string, samples: readonly number[], unit?: string) => [
    row(`${metric}, calls 1 to ${SOME}`, samples.slice(0, SOME), unit),
    row(`${metric}, ${SOME} around call ${middle + SOME / 2}`, samples.slice(middle, middle + SOME), unit),
    row(`${metric}, the last ${SOME} of ${calls}`, samples.slice(-SOME), unit),
  ];
  return [
    row(ring, painted),
    ...inParts(ring, painted),
    ...inParts('elements in the panel at the ring', elements, 'elements'),
    ...inParts('nodes in memory at the ring', nodes, 'nodes'),
    row('answer pressed in the real panel → 200 OK received', answered),
  ];
}

function pressAnswer(panel: Page): Promise<number> {
  return panel.evaluate(() => {
    const at = performance.timeOrigin + performance.now();
    document.querySelector<HTMLButtonElement>('.ring-actions__answer')?.click();
    return at;
  });
}
