import type { ServerEvent } from '../contract/events/server-event.ts';
import { SYNC_CHANNEL, type SyncMessage } from '../contract/messages/sync-message.ts';
import type { Stores } from '../notes/open-stores.ts';
import type { Link } from '../notes/sync/link-store.ts';
import { EventFollower } from './event-follower.ts';
import { fetchFromServer } from './fetch-from-server.ts';
import type { FloorDesk } from './floor-desk.ts';
import type { Membership } from './membership.ts';
import type { PackDesk } from './pack-desk.ts';
import { ReleaseFetcher } from './release-fetcher.ts';

interface TeamDeskPorts {
  readonly stores: Pick<Stores, 'links' | 'vault'>;
  readonly packs: PackDesk;
  readonly floor: FloorDesk;
  readonly membership: Membership;
  /** Something of the team changed at the server. */
  readonly syncNow: () => void;
  readonly random: () => number;
}

/** Where no stream comes through, the server is asked this often for what it would have told. */
const POLL_MS = 60_000;

/** Listens to the team's server, if this browser belongs to a team, and gives every event to whom it concerns. */
export class TeamDesk {
  readonly #ports: TeamDeskPorts;
  readonly #channel = new BroadcastChannel(SYNC_CHANNEL);
  #token: string | null = null;
  #link: Link | null = null;
  #follower: EventFollower | null = null;
  #releases: ReleaseFetcher | null = null;
  #open = false;

  constructor(ports: TeamDeskPorts) {
    this.#ports = ports;
    this.#channel.onmessage = ({ data }: MessageEvent<SyncMessage>) => {
      if (data.kind === 'state' || data.kind === 'sync-now') void this.look();
    };
    ports.stores.vault.subscribe(() => void this.look());
    addEventListener('online', () => this.#follower?.again());
    setInterval(() => {
      if (!this.#open) void this.#askAll();
    }, POLL_MS);
  }

  /** At the start, and when the browser may have joined a team or left it. */
  async look(): Promise<void> {
    const { links, vault } = this.#ports.stores;
    if (vault.state.state === 'not-set-up') return;
    const reading = await links.read();
    if (reading.state === 'locked') return;
    const link = reading.state === 'linked' ? reading.link : null;
    if ((link?.token ?? null) === this.#token) return;
    this.#follower?.stop();
    this.#token = link?.token ?? null;
    this.#follower = null;
    this.#releases = null;
    this.#link = null;
    this.#ports.floor.use(link);
    this.#ports.membership.use(link);
    if (link === null) return;
    const { packs, random } = this.#ports;
    // Before anything is asked: an enrolment may have brought the root along, and at a start the shelf may not be read yet.
    await packs.open();
    const releases = new ReleaseFetcher(link, link.me.team.id, packs);
    const follower = new EventFollower({
      open: (lastId, signal) =>
        fetchFromServer(link, '/v1/events', lastId === null ? {} : { 'last-event-id': lastId }, signal),
      received: (event) => void this.#take(event, releases, link),
      standing: (state) => {
        this.#open = state === 'open';
      },
      random,
    });
    this.#releases = releases;
    this.#link = link;
    this.#follower = follower;
    void releases.fetchDue();
    void follower.run();
  }

  /** The machine woke up: a line that looks open may be dead. */
  wake(): void {
    this.#follower?.again();
    void this.#askAll();
  }

  /** The pack in use, or what is known of it, has changed. */
  tellReceipt(): void {
    void this.#releases?.tellReceipt();
  }

  /** Whatever an event could have said, but for notes and the ledger: the syncer asks for those by itself. */
  async #askAll(): Promise<void> {
    if (this.#link === null) return;
    await Promise.all([this.#releases?.fetchDue(), this.#ports.membership.refresh(this.#link)]);
  }

  async #take(event: ServerEvent, releases: ReleaseFetcher, link: Link): Promise<void> {
    const { floor, membership, syncNow } = this.#ports;
    switch (event.type) {
      case 'hello':
      case 'reset':
        syncNow();
        await this.#askAll();
        break;
      case 'release':
        if (event.document === null) await releases.fetchRelease(event.sequence);
        else await releases.takePushed(event.sequence, event.document);
        break;
      case 'team-keys':
        await releases.fetchKeys();
        break;
      case 'member':
        await membership.refresh(link);
        break;
      case 'changed':
        syncNow();
        break;
      case 'help':
      case 'message':
        floor.heard(event, link.me.member.number);
        break;
      case 'draft':
      case 'receipt':
      case 'floor':
        break;
    }
  }
}
