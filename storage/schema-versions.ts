export interface SchemaVersion {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
}

/** Every schema ever released, oldest first. Never edit one; append a new version. */
export const SCHEMA_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      keys: 'agent',
      starts: 'id, agent',
      meta: 'name',
      journal: 'seq, callKey, [agent+day]',
      openCalls: 'callKey',
      notes: 'id, callKey, *numberKeys, [agent+day]',
      facts: 'note, agent',
      undo: 'note, agent',
      outbox: '[table+id], agent',
      credentials: 'agent',
    },
  },
  { version: 2, stores: { audit: 'id, agent' } },
  { version: 3, stores: { teamKeys: 'id', teamShares: 'agent', teamStarts: 'id', team: 'id' } },
  {
    version: 4,
    stores: {
      links: 'agent',
      shadows: 'note, agent',
      refusals: '[table+id], agent',
      comments: 'id, note, agent',
    },
  },
  {
    version: 5,
    stores: {
      notes: 'id, callKey, *numberKeys, [agent+day], [agent+changed+day]',
      notePages: 'id, [agent+to]',
      team: 'id, encrypted.startId',
      teamPages: 'id',
    },
  },
  { version: 6, stores: { packReleases: 'digest, team', packTrust: 'id' } },
  { version: 7, stores: { signers: 'agent' } },
  { version: 8, stores: { dialogs: 'id, agent' } },
  { version: 9, stores: { heldCalls: 'callKey', laterDeletions: 'callKey' } },
  { version: 10, stores: { team: 'id, encrypted.startId, subject, day' } },
  { version: 14, stores: { orderCounters: '[device+day], device' } },
  { version: 19, stores: { packReleases: 'digest, team, [team+status+since], [status+since]' } },
  { version: 24, stores: { sipAccounts: '[agent+member], agent' } },
];
