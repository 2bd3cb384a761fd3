import { BoundedMap } from '../../bounded-map.ts';
import type { CallEvent, CallId, Instant } from '../../call-event.ts';
import { isSameParty, type RemoteParty, remoteParty } from '../../remote-party.ts';
import { freshCallId } from '../jssip/call-id.ts';
import { applyDialogInfo, type DialogTable, EMPTY_TABLE } from './dialog-table.ts';
import type { DialogInfo, ReportedDialog } from './read-dialog-info.ts';
import { reportedEnd } from './reported-end.ts';

type Report<E> = E extends CallEvent ? Omit<E, 'call' | 'at'> : never;

interface FollowedCall {
  readonly id: CallId;
  readonly direction: 'inbound' | 'outbound';
  isAnswered: boolean;
  party: RemoteParty;
  readonly held: { local: boolean; remote: boolean };
}

const MOST_USED_IDS = 200;
const NOBODY = remoteParty('', null);
const RANK = { terminated: 0, trying: 1, proceeding: 2, early: 3, confirmed: 4 } as const;

/**
 * The calls of a watched phone, by its dialogs. The branches of a forked call and the phones of one
 * address share a Call-ID, and are one call. Where there is no Call-ID, the phone system shows only
 * that a line rings or is in use, and the caller is unknown.
 */
export class DialogCalls {
  readonly #emit: (event: CallEvent) => void;
  #table: DialogTable = EMPTY_TABLE;
  /** By Call-ID, or by the id of a dialog without one. Null for a call that began unseen. */
  readonly #calls = new Map<string, FollowedCall | null>();
  readonly #usedIds = new BoundedMap<CallId, true>(MOST_USED_IDS);

  constructor(emit: (event: CallEvent) => void) {
    this.#emit = emit;
  }

  /** Another subscription counts its versions anew; its first document says what is left. */
  restart(): void {
    this.#table = EMPTY_TABLE;
  }

  /** False if something is missing, and the whole state has to be asked for. */
  apply(info: DialogInfo, now: Instant): boolean {
    const isFirst = this.#table.version === null;
    const { table, ended, isIncomplete } = applyDialogInfo(this.#table, info);
    this.#table = table;
    const live = strongestOfCalls(table.dialogs.values());
    for (const [key, dialog] of live) this.#advance(key, dialog, { now, isFirst });
    for (const [key, call] of [...this.#calls]) {
      const last = ended.findLast((dialog) => keyOf(dialog) === key);
      if (live.has(key) || (!table.isWhole && last === undefined)) continue;
      this.#calls.delete(key);
      if (call === null) continue;
      this.#report(call.id, { type: 'ended', end: reportedEnd(call, last) }, now);
    }
    return !isIncomplete;
  }

  /** Nothing more will be reported. */
  endAll(now: Instant): void {
    const cut = { end: 'error', code: null } as const;
    for (const call of this.#calls.values()) {
      if (call !== null) this.#report(call.id, { type: 'ended', end: reportedEnd(call, cut) }, now);
    }
    this.#calls.clear();
    this.#table = EMPTY_TABLE;
  }

  #advance(key: string, dialog: ReportedDialog, { now, isFirst }: { now: Instant; isFirst: boolean }): void {
    const began = this.#calls.get(key);
    if (began === null) return;
    const at = isFirst ? now - (dialog.durationMs ?? 0) : now;
    const call = began ?? this.#begin(key, dialog, { at, isFirst });
    if (call === null) return;
    if (dialog.remoteParty !== null && !isSameParty(call.party, dialog.remoteParty)) {
      call.party = dialog.remoteParty;
      this.#report(call.id, { type: 'remote-party-changed', remoteParty: call.party }, now);
    }
    if (dialog.state === 'early' && call.direction === 'outbound' && !call.isAnswered) {
      this.#report(call.id, { type: 'remote-ringing', earlyMedia: false }, now);
    }
    // A line in use that did not ring may still be ringing at the other side.
    const isTalking =
      dialog.state === 'confirmed' && (dialog.callId !== null || call.direction === 'inbound');
    if (isTalking && !call.isAnswered) {
      call.isAnswered = true;
      this.#report(call.id, { type: 'answered' }, at);
    }
    if (call.isAnswered) this.#reportHolds(call, dialog.held, now);
  }

  #begin(
    key: string,
    dialog: ReportedDialog,
    { at, isFirst }: { at: Instant; isFirst: boolean },
  ): FollowedCall | null {
    const rank = RANK[dialog.state];
    const isLineOnly = dialog.callId === null;
    if (isLineOnly && isFirst && dialog.state === 'confirmed') {
      this.#calls.set(key, null);
      return null;
    }
    const rings = rank >= RANK.proceeding && (rank < RANK.confirmed || !isLineOnly);
    const direction = dialog.direction ?? (isLineOnly && !rings ? 'initiator' : 'recipient');
    // The phone of the called side has the INVITE, and does not ring yet.
    if (direction === 'recipient' && rank < RANK.proceeding) return null;
    const id = freshCallId(dialog.callId ?? dialog.id, (id) => this.#usedIds.has(id));
    this.#usedIds.set(id, true);
    const party = dialog.remoteParty ?? NOBODY;
    const isInbound = direction === 'recipient';
    const call: FollowedCall = {
      ...{ id, party, direction: isInbound ? 'inbound' : 'outbound', isAnswered: false },
      held: { local: false, remote: false },
    };
    this.#calls.set(key, call);
    if (isInbound)
      this.#report(id, { type: 'ringing', remoteParty: party, queuedMs: null, watchOnly: true }, at);
    else this.#report(id, { type: 'dialling', remoteParty: party, watchOnly: true }, at);
    return call;
  }

  #reportHolds(call: FollowedCall, held: ReportedDialog['held'], now: Instant): void {
    for (const side of ['local', 'remote'] as const) {
      if (held[side] === call.held[side]) continue;
      call.held[side] = held[side];
      this.#report(call.id, { type: held[side] ? 'held' : 'resumed', holdOriginator: side }, now);
    }
  }

  #report(call: CallId, event: Report<CallEvent>, at: Instant): void {
    this.#emit({ ...event, call, at });
  }
}

/** A phone that calls itself has two calls of one Call-ID. */
function keyOf({ id, callId, direction }: ReportedDialog): string {
  return callId === null ? `line ${id}` : `${direction ?? ''} ${callId}`;
}

function strongestOfCalls(dialogs: Iterable<ReportedDialog>): ReadonlyMap<string, ReportedDialog> {
  const found = new Map<string, ReportedDialog>();
  for (const dialog of dialogs) {
    const key = keyOf(dialog);
    const best = found.get(key);
    if (best === undefined || RANK[dialog.state] > RANK[best.state]) found.set(key, dialog);
  }
  return found;
}
