import { Dexie, type Table } from 'dexie';
import type { Pack } from '../contract/pack/pack.ts';
import type { Bytes } from './keys/bytes.ts';
import type { PassphraseLock } from './keys/passphrase-lock.ts';
import type { PublicKeyBox } from './keys/public-key-box.ts';
import { SCHEMA_VERSIONS, type SchemaVersion } from './schema-versions.ts';

/** An encrypted record, and the browser start whose keys decrypt it. */
export interface Encrypted {
  readonly startId: string;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
}

/**
 * In clear are only random ids, keyed hashes, days and counters: nothing that a person said, and no
 * name or number.
 */
export interface Rows {
  keys: {
    readonly agent: string;
    /** The agent number, shown before unlocking so that agents can choose themselves. */
    readonly label: string;
    readonly publicKey: Bytes;
    readonly byPassphrase: PassphraseLock;
    readonly byRecoveryCode: PassphraseLock;
    /** Removed from this computer. The keys stay for what was not sent yet. */
    readonly isRemoved?: boolean;
  };
  starts: { readonly id: string; readonly agent: string; readonly secret: PublicKeyBox };
  /**
   * `lastAgent`: for whom a locked start writes. `notePages AGENT`: the day of the last check of
   * that agent's pages. `lastUse AGENT`: the local day on which the agent was last unlocked.
   */
  meta: {
    readonly name: 'lastAgent' | `notePages ${string}` | `lastUse ${string}`;
    readonly value: string;
  };
  journal: {
    readonly seq: number;
    readonly agent: string;
    readonly day: string;
    /** Keyed hash of the call's id; empty for events of the phone itself. */
    readonly callKey: string;
    readonly encrypted: Encrypted;
  };
  openCalls: { readonly callKey: string; readonly agent: string; readonly sinceSeq: number };
  /** Calls until their wrap-up is finished: nothing deletes them meanwhile. */
  heldCalls: {
    readonly callKey: string;
    readonly since: number;
    readonly needsWrapUp: boolean;
    /** The agent wrote in the wrap-up. */
    readonly begun?: boolean;
  };
  /** Calls that are to be deleted with their notes when they are no longer held. */
  laterDeletions: {
    readonly callKey: string;
    readonly alsoOnServer: boolean;
    /** The note stays: it is somebody else's, and the call only named the number. */
    readonly journalOnly?: boolean;
  };
  notes: {
    readonly id: string;
    readonly agent: string;
    readonly day: string;
    /** Local day of the last change. Rows last changed before schema 5 lack it. */
    readonly changed?: string;
    readonly revision: number;
    readonly callKey: string;
    /** Keyed hashes of the caller's number and of the call-back number. */
    readonly numberKeys: readonly string[];
    /** The newest revision in a full export; 0 for none. */
    readonly exportedRevision: number;
    readonly encrypted: Encrypted;
  };
  /**
   * Separate from the note, so that the host and the page with the field never write the same row.
   */
  facts: {
    readonly note: string;
    readonly agent: string;
    /** Grows each time the facts are finalized. Rows from before schema 4 lack it. */
    readonly revision?: number;
    readonly encrypted: Encrypted;
  };
  undo: { readonly note: string; readonly agent: string; readonly encrypted: Encrypted };
  /** What still has to be sent: one row per record, with its newest revision. */
  outbox: {
    /**
     * `gone`: the server must delete the note too. `team`: a team event. `comments`: a comment was
     * read.
     */
    readonly table: 'notes' | 'facts' | 'gone' | 'team' | 'comments';
    readonly id: string;
    readonly agent: string;
    readonly revision: number;
    /**
     * Of team events, when it was written: a device's events are pushed in that order, because the
     * server numbers them as they come.
     */
    readonly at?: number;
  };
  /** `AGENT`: the SIP secret. `turn AGENT`: that of the TURN server. */
  credentials: { readonly agent: string; readonly encrypted: Encrypted };
  /** Calls that are up, to end those that a dead phone host left behind. */
  dialogs: {
    readonly id: string;
    readonly agent: string;
    readonly since: number;
    readonly encrypted: Encrypted;
  };
  /** The team's public key: one per profile. */
  teamKeys: { readonly id: 'team'; readonly publicKey: Bytes };
  /** The team's private key, encrypted for each agent who may read. */
  teamShares: { readonly agent: string; readonly box: PublicKeyBox };
  /** The secret with which a browser start encrypts team events, encrypted for the team. */
  teamStarts: { readonly id: string; readonly secret: PublicKeyBox };
  /** One row per team event; rows never change, unless the server has redacted the event. */
  team: {
    readonly id: string;
    /**
     * The random id of the event's subject, by which it is deleted without the team's key. Empty
     * where it is no random id, and missing in rows from before schema 10.
     */
    readonly subject?: string;
    /** Local day of the event. Rows from before schema 10 lack it. */
    readonly day?: string;
    readonly encrypted: Encrypted;
  };
  /**
   * Copies of many notes (for search) and of many events: one large box opens faster than a
   * thousand small ones.
   */
  notePages: {
    readonly id: string;
    readonly agent: string;
    readonly from: string;
    readonly to: string;
    readonly encrypted: Encrypted;
  };
  teamPages: { readonly id: string; readonly provisional: boolean; readonly encrypted: Encrypted };
  /** The server with which an agent syncs, and the pull cursor. */
  links: { readonly agent: string; readonly encrypted: Encrypted };
  /** The key with which a lead signs packs. */
  signers: { readonly agent: string; readonly encrypted: Encrypted };
  /** Accounts that the agent, a lead, made or imported; `member` is the server's id. */
  sipAccounts: { readonly agent: string; readonly member: string; readonly encrypted: Encrypted };
  /**
   * The version of a note that server and this computer last had in common: the base of the next
   * merge. `revision` is the server's.
   */
  shadows: {
    readonly note: string;
    readonly agent: string;
    readonly revision: number;
    readonly encrypted: Encrypted;
  };
  /** Items that the server refused, with their revision: a newer revision is sent again. */
  refusals: {
    readonly table: string;
    readonly id: string;
    readonly agent: string;
    readonly revision: number;
    readonly reason: string;
    readonly detail: string | null;
  };
  /** Signed packs, in clear: they contain no customer data, and the signature reveals changes. */
  packReleases: {
    readonly digest: string;
    readonly team: string;
    readonly bytes: Bytes;
    /** Parsed from the bytes by the phone host, again at each of its starts. */
    readonly pack: Pack;
    readonly status: 'waiting' | 'in-use' | 'past';
    /** When it was accepted, came into use, or was replaced. */
    readonly since: number;
    /** When the agent closed its change note. */
    readonly readAt: number | null;
  };
  /** The keys that an agent trusts, by agent and team; `current`: those in use. */
  packTrust: {
    readonly id: 'current' | `agent ${string} team ${string}`;
    readonly trust: unknown;
    /** Of a team: the last lists of signers as they came, oldest first. Older rows lack them. */
    readonly lists?: readonly Bytes[];
  };
  /** How many orders a device opened on a day of the team. */
  orderCounters: { readonly device: string; readonly day: string; readonly count: number };
  /** Comments of leads on notes. */
  comments: {
    readonly id: string;
    readonly note: string;
    readonly agent: string;
    /** The comment was on the agent's screen. Older rows lack it. */
    readonly isRead?: boolean;
    readonly encrypted: Encrypted;
  };
}

/** An export, reveal or deletion. The details are encrypted. */
interface AuditRow {
  readonly id: string;
  readonly agent: string;
  readonly encrypted: Encrypted;
}

export class Database extends Dexie {
  declare readonly keys: Table<Rows['keys'], string>;
  declare readonly starts: Table<Rows['starts'], string>;
  declare readonly meta: Table<Rows['meta'], Rows['meta']['name']>;
  declare readonly journal: Table<Rows['journal'], number>;
  declare readonly openCalls: Table<Rows['openCalls'], string>;
  declare readonly heldCalls: Table<Rows['heldCalls'], string>;
  declare readonly laterDeletions: Table<Rows['laterDeletions'], string>;
  declare readonly notes: Table<Rows['notes'], string>;
  declare readonly facts: Table<Rows['facts'], string>;
  declare readonly undo: Table<Rows['undo'], string>;
  declare readonly outbox: Table<Rows['outbox'], [string, string]>;
  declare readonly credentials: Table<Rows['credentials'], string>;
  declare readonly dialogs: Table<Rows['dialogs'], string>;
  declare readonly audit: Table<AuditRow, string>;
  declare readonly teamKeys: Table<Rows['teamKeys'], string>;
  declare readonly teamShares: Table<Rows['teamShares'], string>;
  declare readonly teamStarts: Table<Rows['teamStarts'], string>;
  declare readonly team: Table<Rows['team'], string>;
  declare readonly notePages: Table<Rows['notePages'], string>;
  declare readonly teamPages: Table<Rows['teamPages'], string>;
  declare readonly packReleases: Table<Rows['packReleases'], string>;
  declare readonly packTrust: Table<Rows['packTrust'], string>;
  declare readonly links: Table<Rows['links'], string>;
  declare readonly signers: Table<Rows['signers'], string>;
  declare readonly sipAccounts: Table<Rows['sipAccounts'], [string, string]>;
  declare readonly shadows: Table<Rows['shadows'], string>;
  declare readonly refusals: Table<Rows['refusals'], [string, string]>;
  declare readonly comments: Table<Rows['comments'], string>;
  declare readonly orderCounters: Table<Rows['orderCounters'], [string, string]>;

  /**
   * `versions` is an argument so that a test can write an old database and open it with the newest.
   */
  constructor(name = 'sansheng', versions: readonly SchemaVersion[] = SCHEMA_VERSIONS) {
    // Chrome's default is relaxed: it reports `complete` before the bytes reach the disk.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, stores } of versions) this.version(version).stores(stores);
  }
}
