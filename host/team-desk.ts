import type { ServerEvent } from '../contract/events/server-event.ts';
import { SYNC_CHANNEL, type SyncMessage } from '../contract/messages/sync-message.ts';
import type { Stores } from '../notes/open-stores.ts';
import { EventFollower } from './event-follower.ts';
import { fetchFromServer } from './fetch-from-server.ts';
import type { FloorDesk } from './floor-desk.ts';
import type { PackDesk } from './pack-desk.ts';
import { ReleaseFetcher } from './release-fetcher.ts';

interface TeamDeskPorts {
  readonly stores: Pick<Stores, 'links' | 'vault'>;
  readonly packs: PackDesk;
  readonly floor: FloorDesk;
  /** Something of the team changed at the server. */
  readonly syncNow: () => void;
  readonly random: () => number;
}

/** Where no stream comes through, due releases are asked for this often. */
const POLL_MS = 60_000;

/** Listens to the team's server, if this browser belongs to a team, and gives every event to whom it concerns. */
export class TeamDesk {
  readonly #ports: TeamDeskPorts;
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  #token: string | null = null;
  #follower: EventFollower | null = null;
  #releases: ReleaseFetcher | null = null;
  #open = false;
  #looked = false;

  constructor(ports: TeamDeskPorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
      if (data.kind === 'state' || data.kind === 'sync-now') void this.look();
    };
    ports.stores.vault.subscribe(() => void this.look());
    addEventListener('online', () => this.#follower?.again());
    setInterval(() => {
      if (!this.#open) void this.#releases?.fetchDue();
    }, POLL_MS);
  }

  /** At the start, and when the browser may have joined a team or left it. */
  async look(): Promise<void> {
    const { links, vault } = this.#ports.stores;
    if (vault.state.state === 'not-set-up') return;
    const reading = await links.read();
    if (reading.state === 'locked') return;
    const link = reading.state === 'linked' ? reading.link : null;
    if ((link?.token ?? null) === this.#token) {
      this.#looked = true;
      return;
    }
    this.#follower?.stop();
    this.#token = link?.token ?? null;
    this.#follower = null;
    this.#releases = null;
    this.#ports.floor.use(link);
    if (link === null) return;
    const { packs, random } = this.#ports;
    // An enrolment may have brought the root along; at the start the shelf was read a moment ago.
    if (this.#looked) await packs.open();
    this.#looked = true;
    const releases = new ReleaseFetcher(link, link.me.team.id, packs);
    const follower = new EventFollower({
      open: (lastId, signal) =>
        fetchFromServer(link, '/v1/events', lastId === null ? {} : { 'last-event-id': lastId }, signal),
      received: (event) => void this.#take(event, releases, link.me.member.number),
      standing: (state) => {
        this.#open = state === 'open';
      },
      random,
    });
    this.#releases = releases;
    this.#follower = follower;
    void releases.fetchDue();
    void follower.run();
  }

  /** The machine woke up: a line that looks open may be dead. */
  wake(): void {
    this.#follower?.again();
    void this.#releases?.fetchDue();
  }

  /** The pack in use, or what is known of it, has changed. */
  tellReceipt(): void {
    void this.#releases?.tellReceipt();
  }

  async #take(event: ServerEvent, releases: ReleaseFetcher, agent: string): Promise<void> {
    const { floor, syncNow } = this.#ports;
    switch (event.type) {
      case 'hello':
      case 'reset':
        syncNow();
        await releases.fetchDue();
        break;
      case 'release':
        if (event.document === null) await releases.fetchRelease(event.sequence);
        else await releases.takePushed(event.sequence, event.document);
        break;
      case 'team-keys':
        await releases.fetchKeys();
        break;
      case 'changed':
        syncNow();
        break;
      case 'help':
      case 'message':
        floor.heard(event, agent);
        break;
      case 'draft':
      case 'floor':
        break;
    }
  }
}
