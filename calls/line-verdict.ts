/**
 * What is wrong with the line, told apart so that each leads to its own script or repair: an absent voice has many
 * causes, and only one of them is a silent caller.
 */
export type LineFinding =
  /** Somebody is heard, or not enough is known yet. */
  | 'clear'
  /** The agent's side or the other side put the call on hold: nothing heard here means anything. */
  | 'on-hold'
  /** No RTP packet arrives: the network or the other end's phone, not the caller. */
  | 'no-media'
  /** Packets arrive, and nobody speaks. */
  | 'nobody-speaks'
  | 'faint'
  | 'noisy'
  | 'packets-lost'
  /** The agent talks and is muted. */
  | 'agent-muted';

/** What a finding rests on. Null: not known. Levels are means in dBFS (0 dB: full scale), shares 0…1. */
export interface LineEvidence {
  /** Of the remote party's speech, pauses left out. */
  readonly speechDbfs: number | null;
  /** Of what is heard while the remote party does not speak. */
  readonly noiseDbfs: number | null;
  /** 95th less 10th percentile of the remote level, dB: small for a steady noise, large for a voice with pauses. */
  readonly spreadDb: number | null;
  /** How long the remote party has not spoken. */
  readonly silentMs: number;
  /** How long no RTP packet has come; 0 while they come. */
  readonly noPacketsMs: number;
  readonly lossShare: number | null;
  readonly jitterMs: number | null;
  /** Of the samples played, those the receiver made up. */
  readonly concealedShare: number | null;
}

export interface LineVerdict {
  readonly finding: LineFinding;
  /** 0…1. */
  readonly confidence: number;
  readonly evidence: LineEvidence;
}
