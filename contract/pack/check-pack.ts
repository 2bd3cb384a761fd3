import { checkReferences } from './check-references.ts';
import { checkSteps } from './check-steps.ts';
import { checkTexts } from './check-texts.ts';
import { checkWorkOrders } from './check-work-orders.ts';
import type { Pack } from './pack.ts';
import { checkLanguages } from './pack-languages.ts';
import type { PackProblem, PackReason } from './pack-problem.ts';
import { itemAt } from './problem-of-issue.ts';

/** What the shape alone cannot tell: references, ways through the scripts, texts. Empty for a sound pack. */
export function checkPack(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const report = (path: readonly (string | number)[], reason: PackReason) => {
    problems.push({ path, item: itemAt(pack, path), reason });
  };
  checkLanguages(pack, report);
  checkReferences(pack, report);
  checkWorkOrders(pack, report);
  for (const [n, { from, to }] of pack.calendar.holidays.entries()) {
    // Written as they are, days compare like texts.
    if (to < from) report(['calendar', 'holidays', n], { kind: 'ends-before-start' });
  }
  for (const [i, situation] of pack.situations.entries()) {
    checkSteps(situation, (path, reason) => report(['situations', i, ...path], reason));
  }
  checkTexts(pack, report);
  return problems;
}
