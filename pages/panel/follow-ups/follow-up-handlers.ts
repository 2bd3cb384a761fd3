import type { Handlers } from '../../session/dispatch.ts';
import type { PanelFollowUps } from './panel-follow-ups.ts';

export type FollowUpAction = { readonly do: 'drop-follow-up'; readonly key: string; readonly reason: string };

/** Everything else about a follow-up is done in the tab where it belongs. */
export function followUpHandlers(followUps: Pick<PanelFollowUps, 'drop'>): Handlers<FollowUpAction> {
  return { 'drop-follow-up': ({ key, reason }) => followUps.drop(key, reason) };
}
