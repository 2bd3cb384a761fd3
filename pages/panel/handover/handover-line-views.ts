import { knownNumber } from '../../../calls/numbers/withheld.ts';
import { clippedText } from '../../../calls/vocabulary/bounded-text.ts';
import { addressOf } from '../../../components/caller-name.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { maskNumber, maskText } from '../../../contract/numbers/mask.ts';
import { type HandoverLine, handoverLineSchema } from '../../../contract/team/handover-line.ts';
import { followUpKey, type PendingFollowUp } from '../../../rules/follow-ups/pending-follow-up.ts';
import { openOrders } from '../../../rules/work-orders/open-orders.ts';
import { followUpText } from '../follow-ups/follow-up-text.ts';
import type { PanelTeam } from '../frame/panel-team.ts';

/** With the moment it appeared. */
type DatedLine = HandoverLine & { readonly at: number };

/** Everything that is open now. Numbers are masked, because the sheet may be printed. */
export function openLines(
  team: PanelTeam,
  followUps: readonly PendingFollowUp[],
  now: number,
): readonly DatedLine[] {
  const orders = openOrders(team.orders.value, now, team.orderRules()).map(
    ({ order, clock }): DatedLine => ({
      kind: 'order',
      of: order.id,
      text: words(order),
      dueAt: clock?.dueAt ?? null,
      at: order.openedAt,
    }),
  );
  const callBacks = team.callBacks.value
    .filter(({ state }) => state.state === 'open')
    .sort((a, b) => a.dueAt - b.dueAt)
    .map(
      (callBack): DatedLine => ({
        kind: 'call-back',
        of: callBack.id,
        text: words(callBack),
        dueAt: callBack.dueAt,
        at: callBack.plannedAt,
      }),
    );
  const notices = team.handovers.value.notices.map(
    ({ id, text, at }): DatedLine => ({ kind: 'notice', of: id, text: lineText(text), dueAt: null, at }),
  );
  const promised = followUps.map(
    (followUp): DatedLine => ({
      kind: 'follow-up',
      of: followUpId(followUp),
      text: words({ ...followUp, matter: followUpText(followUp, team.pack) }),
      dueAt: followUp.dueAt,
      at: followUp.saidAt,
    }),
  );
  return [...promised, ...orders, ...callBacks, ...notices];
}

/** As short as a line's id is. */
function followUpId(followUp: PendingFollowUp): string {
  return clippedText(followUpKey(followUp), longestText(handoverLineSchema.entries.of));
}

interface Contact {
  readonly surname: string;
  readonly title: 'mr' | 'ms' | null;
  readonly number: string;
  readonly matter: string;
}

function words({ surname, title, number, matter }: Contact): string {
  const parts = [addressOf(surname, title), maskNumber(knownNumber(number)), maskText(matter)];
  return lineText(parts.filter((part) => part !== null && part !== '').join(' · '));
}

function lineText(text: string): string {
  return clippedText(text, longestText(handoverLineSchema.entries.text));
}
