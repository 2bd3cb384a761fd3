import { adapterHook, type Plan } from './adapter-hook.ts';
import type { OfferedChannel } from './frame-channel.ts';
import { nativeLookalikes } from './native-lookalikes.ts';
import { hookPeers } from './peer-hook.ts';
import { hookSockets } from './socket-hook.ts';

/** Frames that wait until it is known whether an adapter wants them. */
const MOST_EARLY = 100;
const EARLY_MS = 5000;

interface Early {
  readonly json: string;
  readonly next: Early | null;
}

/** Follows the page's calls in its own world. What an adapter wants is known a moment later. */
export function hookPage(channel: OfferedChannel): void {
  const lookalikes = nativeLookalikes();
  const { parse, stringify } = JSON;
  let wantsSockets: boolean | null = null;
  let early: Early | null = null;
  let waiting = 0;
  const onMessage = (json: string) => {
    if (wantsSockets !== null) channel.message(json);
    else if (waiting < MOST_EARLY) {
      early = { json, next: early };
      waiting += 1;
    }
  };
  hookSockets(
    channel.frame,
    {
      areWanted: () => wantsSockets !== false,
      handOver: (text, address) =>
        onMessage(`{"via":"web-socket","address":${stringify(address)},"text":${stringify(text)}}`),
    },
    lookalikes,
  );
  hookPeers(channel.peer, lookalikes);
  const follow = adapterHook(lookalikes, channel.message);
  const timer = setTimeout(() => {
    // No phone host yet: the frames of a page that is not followed are not kept.
    early = null;
  }, EARLY_MS);
  channel.onPlan((json) => {
    const plan: Plan = parse(json);
    clearTimeout(timer);
    wantsSockets = plan.sockets;
    if (plan.sockets) sendInOrder(early);
    early = null;
    follow(plan, () => channel.message('{"found":true}'));
  });

  function sendInOrder(one: Early | null): void {
    if (one === null) return;
    sendInOrder(one.next);
    channel.message(one.json);
  }
}
