import { checkCalendar } from './check-calendar.ts';
import { checkReferences } from './check-references.ts';
import { checkSteps } from './check-steps.ts';
import { checkTexts } from './check-texts.ts';
import { checkWorkOrders } from './check-work-orders.ts';
import type { Pack } from './pack.ts';
import { checkLanguages } from './pack-languages.ts';
import type { PackProblem, PackReason } from './pack-problem.ts';
import { itemAt } from './problem-of-issue.ts';

/** Checks what the schema cannot: references, paths through scripts, texts. Empty if valid. */
export function checkPack(pack: Pack): PackProblem[] {
  const problems: PackProblem[] = [];
  const report = (path: readonly (string | number)[], reason: PackReason) => {
    problems.push({ path, item: itemAt(pack, path), reason });
  };
  checkLanguages(pack, report);
  checkReferences(pack, report);
  checkWorkOrders(pack, report);
  checkCalendar(pack, report);
  for (const [i, situation] of pack.situations.entries()) {
    checkSteps(situation, (path, reason) => report(['situations', i, ...path], reason));
  }
  checkTexts(pack, report);
  return problems;
}
