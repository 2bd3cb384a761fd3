import type { CallCommand, CommandResult } from './call-command.ts';
import type { CallEvent, CallId, Instant, PhoneEvent } from './call-event.ts';
import type { AbandonedEnd, Dialog } from './dialog.ts';
import type { Registration } from './fold-phone.ts';
import type { MediaAccess } from './media-access.ts';
import type { PhoneAccount } from './phone-account.ts';
import type { PhoneReport } from './phone-reports/phone-report.ts';
import type { FrontProblem } from './sources/sip-front/front-needs.ts';
import type { Reachability } from './sources/sip-front/self-check.ts';
import type { PageReader } from './sources/tap/softphone-page.ts';

/** The SIP status that refuses a call without a ring; null lets it ring. */
export type TurnAwayStatus = 480 | 486 | 603 | null;

/**
 * For the diagnostics: a message that cannot be read, a microphone that went away, a session that
 * broke.
 */
export interface SourceProblem {
  readonly problem: FrontProblem | 'microphone-lost' | 'session-failed';
  readonly detail: string;
}

/**
 * What works less well than it should while calls are possible all the same; the agent sees it
 * until it is over. `microphone-muted`: the system or the headset gives silence.
 */
export type SourceNotice =
  | 'microphone-lost'
  | 'microphone-muted'
  | 'turn-refused'
  | 'turn-unreachable'
  | 'turn-secret-missing'
  /** A softphone's page is open, and nothing is received from it. */
  | 'page-silent';

/** A softphone in web pages, which can be watched and not operated. */
export interface WatchedSites {
  /** Origins of the pages and frames in which it runs. */
  readonly sites: readonly string[];
  /** How the product in them shows its calls, by the pack; null for SIP alone. */
  readonly adapter?: object | null;
  /** The ways in which calls are read, the one that speaks first; absent for all of them. */
  readonly readers?: readonly PageReader[];
}

/** Phones that report their calls to the team's server by HTTP. */
export interface ReportedAccount {
  readonly reports: 'by-http';
}

/** A desk phone whose calls its phone system reports over our own account (RFC 4235). */
export interface WatchedPhone {
  /** Its address of record, a `sip:` URI. */
  readonly ipPhone: string;
  readonly over: PhoneAccount;
}

/** What a source needs to know of its phone system. */
export type SourceAccount = PhoneAccount | WatchedSites | WatchedPhone | ReportedAccount;

export interface ReportHandlers {
  readonly onReport: (report: PhoneReport) => void;
  /** Whether reports arrive now; called at once, and whenever it changes. */
  readonly onConnection: (isOpen: boolean) => void;
}

/** Calls back with what this agent's phones report, until it is undone. */
export type WatchReports = (handlers: ReportHandlers) => () => void;

/** What the phone host gives a source. */
export interface SourceAccess {
  readonly media: MediaAccess;
  /** The status that refuses a blocked number; null lets it ring. Asked before `turnAway`. */
  readonly blocks?: (number: string) => TurnAwayStatus;
  /** Asked for every inbound call before it rings. */
  readonly turnAway: () => TurnAwayStatus;
  /** Whether the agent takes calls now; a call may ring all the same. */
  readonly isReady: () => boolean;
  readonly report: (problem: SourceProblem) => void;
  /** Whether a notice holds now; `of` tells apart the calls that it is about. */
  readonly notice?: (notice: SourceNotice, holds: boolean, of?: CallId) => void;
  /** Reports of this agent's phones, which the team's server passes on. */
  readonly watchReports?: WatchReports;
  /** What is needed to end this call if the phone host dies in it; null when it has ended. */
  readonly keepDialog?: (call: CallId, dialog: Dialog | null) => void;
}

/**
 * One phone system. It reports events and carries out commands. Its own objects (an RTCSession, a
 * dialog) never leave it: only ids and events do.
 */
export interface CallSource {
  /** Names the kind of phone system; the `source` of the events that it reports. */
  readonly id: string;
  /** The account that it registers, or what it watches. Another account needs a new source. */
  readonly account: SourceAccount;
  /** True where calls are operated elsewhere: no command is carried out, nothing sounds here. */
  readonly watchOnly?: boolean;
  /** Whether calls can arrive now, and why not. */
  readonly registration: Registration;
  /** When the phone system last confirmed the registration; null before its first answer. */
  readonly lastConfirmedAt: Instant | null;
  /** Whether it was proved that calls arrive: a registration alone does not prove it. */
  readonly reachability: Reachability;
  /** Connects and registers. `emit` is called in the order in which things happened. */
  start(emit: (event: CallEvent | PhoneEvent) => void): void;
  command(command: CallCommand): Promise<CommandResult>;
  /** The network changed, the computer woke up, or the agent asks: checks at once. */
  wake(): void;
  /** Ends a call of an earlier phone host, which died in it. */
  endAbandoned(dialog: Dialog): Promise<AbandonedEnd>;
  /** Ends the calls, unregisters and closes the connection. */
  stop(): Promise<void>;
}

/** Makes the source for an account. Nothing is connected before `start`. */
export type CreateCallSource = (account: SourceAccount, access: SourceAccess) => CallSource;
