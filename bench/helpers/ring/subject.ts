/** A phone library under test: it registers, rings, answers, and can be hung up. */
export interface Subject {
  readonly name: SubjectName;
  /** Resolves when registered. `onRinging` is called when the library's user learns of the call. */
  start(account: Account, onRinging: (answer: () => void) => void): Promise<void>;
}

export type SubjectName = 'ours' | 'JsSIP' | 'SIP.js';

export interface Account {
  readonly server: string;
  readonly domain: string;
  readonly user: string;
  readonly password: string;
  readonly iceServers: RTCIceServer[];
}
