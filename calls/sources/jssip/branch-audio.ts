/** What is known of the audio of a forked call, by the statistics of its connection. */
export interface BranchAudio {
  readonly packets: number;
  /** ICE user fragment of the other end of the path in use; null where the browser does not say. */
  readonly user: string | null;
}

/** The values of a report are dictionaries that TypeScript does not know. */
type Entry = Readonly<Record<string, unknown>>;

export async function readBranchAudio(connection: Pick<RTCPeerConnection, 'getStats'>): Promise<BranchAudio> {
  const report = await connection.getStats();
  const entries = [...report.values()].filter(isEntry);
  const byId = (id: unknown) => entries.find((entry) => entry['id'] === id);
  const pairId = entries.find(({ type }) => type === 'transport')?.['selectedCandidatePairId'];
  const user = byId(byId(pairId)?.['remoteCandidateId'])?.['usernameFragment'];
  return {
    packets: entries
      .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
      .reduce((sum, entry) => sum + Number(entry['packetsReceived'] ?? 0), 0),
    user: typeof user === 'string' ? user : null,
  };
}

function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null;
}
