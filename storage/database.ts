import { Dexie, type Table } from 'dexie';
import type { Pack } from '../contract/pack/pack.ts';
import type { Bytes } from './keys/bytes.ts';
import type { PassphraseLock } from './keys/passphrase-lock.ts';
import type { PublicKeyBox } from './keys/public-key-box.ts';
import { SCHEMA_VERSIONS, type SchemaVersion } from './schema-versions.ts';

/** A record behind the codec: which start's keys open it, and its bytes. */
export interface Encrypted {
  readonly startId: string;
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
}

/** Clear text in these rows: random ids, keyed hashes, days and counters. Nothing a person said or is called by. */
export interface Rows {
  keys: {
    readonly agent: string;
    /** What the agent picks themselves by before unlocking: the agent number. */
    readonly label: string;
    readonly publicKey: Bytes;
    readonly byPassphrase: PassphraseLock;
    readonly byRecoveryCode: PassphraseLock;
  };
  starts: { readonly id: string; readonly agent: string; readonly secret: PublicKeyBox };
  /** `lastAgent`: who a locked start writes for. `notePages …`: the day on which that agent's pages were last looked through. */
  meta: { readonly name: 'lastAgent' | `notePages ${string}`; readonly value: string };
  journal: {
    readonly seq: number;
    readonly agent: string;
    readonly day: string;
    /** Keyed hash of the call's id; empty for events of the phone itself. */
    readonly callKey: string;
    readonly encrypted: Encrypted;
  };
  openCalls: { readonly callKey: string; readonly agent: string; readonly sinceSeq: number };
  notes: {
    readonly id: string;
    readonly agent: string;
    readonly day: string;
    /** Local day of the last change; missing in rows that were last changed under an older schema than 5. */
    readonly changed?: string;
    readonly revision: number;
    readonly callKey: string;
    /** Keyed hashes of the caller's number and of the number to call back. */
    readonly numberKeys: readonly string[];
    /** The newest revision that left this computer in an export; 0 for none. */
    readonly exportedRevision: number;
    readonly encrypted: Encrypted;
  };
  /** What the host encrypted at wrap-up. Apart from the note, so that host and typing page never write the same row. */
  facts: {
    readonly note: string;
    readonly agent: string;
    /** Grows with every sealing; missing in rows older than schema 4, which were encrypted once. */
    readonly revision?: number;
    readonly encrypted: Encrypted;
  };
  undo: { readonly note: string; readonly agent: string; readonly encrypted: Encrypted };
  /** What sync still owes: one row a record, naming its newest revision. */
  outbox: {
    /**
     * `gone`: the note was deleted, and the server is to delete it too. `team`: an event of the team's ledger. `comments`: a comment
     * was read.
     */
    readonly table: 'notes' | 'facts' | 'gone' | 'team' | 'comments';
    readonly id: string;
    readonly agent: string;
    readonly revision: number;
  };
  credentials: { readonly agent: string; readonly encrypted: Encrypted };
  /** The team's key pair: one a profile. */
  teamKeys: { readonly id: 'team'; readonly publicKey: Bytes };
  /** The team's private key, for each agent who may read. */
  teamShares: { readonly agent: string; readonly box: PublicKeyBox };
  /** What a browser start writes the team's events with, encrypted to the team. */
  teamStarts: { readonly id: string; readonly secret: PublicKeyBox };
  /** The team's ledger: one row an event, never changed. */
  team: { readonly id: string; readonly encrypted: Encrypted };
  /** Copies of many notes for search, and of many events: one box opens quicker than a thousand. */
  notePages: {
    readonly id: string;
    readonly agent: string;
    readonly from: string;
    readonly to: string;
    readonly encrypted: Encrypted;
  };
  teamPages: { readonly id: string; readonly provisional: boolean; readonly encrypted: Encrypted };
  /** Which server an agent syncs with, and how far. */
  links: { readonly agent: string; readonly encrypted: Encrypted };
  /** The key with which a lead signs packs. */
  signers: { readonly agent: string; readonly encrypted: Encrypted };
  /** What server and this computer last had in common of a note: the base of the next merge. `revision` is the server's. */
  shadows: {
    readonly note: string;
    readonly agent: string;
    readonly revision: number;
    readonly encrypted: Encrypted;
  };
  /** What the server would not take, and in which revision: a newer one is offered again. */
  refusals: {
    readonly table: string;
    readonly id: string;
    readonly agent: string;
    readonly revision: number;
    readonly reason: string;
    readonly detail: string | null;
  };
  /** Signed script packs, in clear: everybody may read them, and nobody can change them unseen. */
  packReleases: {
    readonly digest: string;
    readonly team: string;
    readonly bytes: Bytes;
    /** Read out of the bytes by the phone host, which does so anew whenever it starts. */
    readonly pack: Pack;
    readonly status: 'waiting' | 'in-use' | 'past';
    /** When it was taken, came into use, or went out of it. */
    readonly since: number;
    /** When its change note was waved away. */
    readonly readAt: number | null;
  };
  /** Whose signatures this browser believes: those of one team. */
  packTrust: { readonly id: 'current'; readonly trust: unknown };
  /** Remarks of leads on notes. */
  comments: {
    readonly id: string;
    readonly note: string;
    readonly agent: string;
    /** The agent had it on screen; missing in rows from before that was kept. */
    readonly isRead?: boolean;
    readonly encrypted: Encrypted;
  };
}

/** Something done with records that must be accounted for; what it was stands encrypted. */
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
  declare readonly notes: Table<Rows['notes'], string>;
  declare readonly facts: Table<Rows['facts'], string>;
  declare readonly undo: Table<Rows['undo'], string>;
  declare readonly outbox: Table<Rows['outbox'], [string, string]>;
  declare readonly credentials: Table<Rows['credentials'], string>;
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
  declare readonly shadows: Table<Rows['shadows'], string>;
  declare readonly refusals: Table<Rows['refusals'], [string, string]>;
  declare readonly comments: Table<Rows['comments'], string>;

  /** `versions` is an argument so that a test can write an old store and open it with the newest. */
  constructor(name = 'sansheng', versions: readonly SchemaVersion[] = SCHEMA_VERSIONS) {
    // Chrome's default is relaxed: complete is then said before the bytes reach the disk.
    super(name, { chromeTransactionDurability: 'strict' });
    for (const { version, stores } of versions) this.version(version).stores(stores);
  }
}
