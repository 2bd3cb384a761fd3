import type { CallEnd } from '../call-end.ts';
import type { CallEvent, CallId, Instant } from '../call-event.ts';
import { remoteParty } from '../remote-party.ts';
import { directionOf, findPastCall, findReportedCall } from './find-reported-call.ts';
import type { PhoneReport } from './phone-report.ts';
import { endOf, isAnotherCall } from './reported-end.ts';
import {
  dueAt,
  expiresAt,
  isEnding,
  REPORT_LIMITS,
  type Reported,
  type ReportedCall,
  type ReportedPhone,
} from './reported-phone.ts';

/**
 * One report of a phone. Reports come late, doubled, in another order or not at all: each finds its
 * call, and what is missing is supplied. `now` is the time here, at which its event is dated.
 */
export function foldReport(phone: ReportedPhone, report: PhoneReport, now: Instant): Reported {
  const fold = new ReportFold(phone, now);
  fold.passTime();
  fold.receive(report);
  return fold.result;
}

/** What has happened without a report: a ring that nobody ended, an answer without a beginning. */
export function passTime(phone: ReportedPhone, now: Instant): Reported {
  const fold = new ReportFold(phone, now);
  fold.passTime();
  return fold.result;
}

type Draft = { -readonly [Key in keyof ReportedPhone]: ReportedPhone[Key] };

/** One step of the fold: a copy that changes, and the events so far. */
class ReportFold {
  readonly #phone: Draft;
  readonly #events: CallEvent[] = [];
  readonly #now: Instant;

  constructor(phone: ReportedPhone, now: Instant) {
    this.#phone = { ...phone };
    this.#now = now;
  }

  get result(): Reported {
    return { phone: this.#phone, events: this.#events };
  }

  passTime(): void {
    for (const call of this.#phone.calls) if (dueAt(call) <= this.#now) this.#endByTime(call);
    const expired = this.#phone.early.filter((early) => expiresAt(early) <= this.#now);
    this.#phone.early = this.#phone.early.filter((early) => !expired.includes(early));
    for (const { report, at } of expired) {
      // The beginning was lost. An end alone is of a call that nobody saw here.
      if (report.event !== 'missed' && isEnding(report.event)) continue;
      const call = findReportedCall(this.#phone.calls, report, this.#now);
      if (call !== null) this.#apply(call, report, at);
      else this.#begin(report, directionOf(report) ?? 'inbound', at);
    }
  }

  receive(report: PhoneReport): void {
    const now = this.#now;
    const isBeginning = report.event === 'incoming' || report.event === 'outgoing';
    const call = findReportedCall(this.#phone.calls, report, now);
    if (call !== null && isBeginning && isAnotherCall(call, report, now)) {
      // Nobody calls while talking: the end of the first call was lost.
      this.#end(call, endOf(call, report), now, false);
      this.#begin(report, call.direction, now);
      return;
    }
    if (call !== null) {
      this.#apply(call, report, now);
      return;
    }
    const past = findPastCall(this.#phone.past, report, now);
    if (past !== null && !(past.byTime && report.event !== 'ended')) return;
    if (isBeginning) this.#begin(report, directionOf(report) ?? 'inbound', now);
    else {
      const early = [...this.#phone.early, { report, at: now }];
      this.#phone.early = early.slice(-REPORT_LIMITS.earlyReports);
    }
  }

  /** A call begins, with what overtook its beginning. */
  #begin(report: PhoneReport, direction: ReportedCall['direction'], at: Instant): void {
    if (this.#phone.calls.length >= REPORT_LIMITS.liveCalls) return;
    const { call: phoneId, number, name } = report;
    const id = this.#freshId(phoneId ?? String(report.at));
    const times = { startedAt: at, reportedAt: at };
    const begun = { id, phoneId, direction, number, name, ...times, isHeld: false, end: null };
    const call: ReportedCall = { ...begun, state: 'begun' };
    this.#phone.calls = [...this.#phone.calls, call];
    const party = { remoteParty: remoteParty(number ?? '', name), watchOnly: true } as const;
    if (direction === 'inbound') this.#emit({ type: 'ringing', call: id, at, ...party, queuedMs: null });
    else this.#emit({ type: 'dialling', call: id, at, ...party });
    this.#apply(call, report, at);
    const overtook = this.#phone.early.filter(
      (early) => findReportedCall([this.#current(call)], early.report, this.#now) !== null,
    );
    this.#phone.early = this.#phone.early.filter((early) => !overtook.includes(early));
    const [ends, others] = [true, false].map((ends) =>
      overtook.filter(({ report }) => isEnding(report.event) === ends),
    );
    for (const early of [...(others ?? []), ...(ends ?? [])]) {
      const current = this.#phone.calls.find(({ id }) => id === call.id);
      if (current !== undefined) this.#apply(current, early.report, at);
    }
  }

  #apply(found: ReportedCall, report: PhoneReport, at: Instant): void {
    const call = this.#learn(found, report, at);
    switch (report.event) {
      case 'incoming':
      case 'outgoing':
        break;
      case 'answered':
        this.#answer(call, at);
        break;
      case 'held':
        this.#answer(call, at);
        this.#hold(this.#current(call), true, at);
        break;
      case 'resumed':
        this.#answer(call, at);
        this.#holdOthers(call, at);
        this.#hold(this.#current(call), false, at);
        break;
      case 'ended':
        if (call.state === 'established') this.#end(call, endOf(call, report), at, false);
        else if (call.end === null) this.#put({ ...call, end: { report, at } });
        break;
      case 'missed':
      case 'elsewhere':
        // Of an answered call it is the late report of another ring.
        if (call.state === 'begun') this.#end(call, endOf(call, report), at, false);
        break;
      case 'refused':
        this.#end(call, endOf(call, report), at, false);
        break;
    }
  }

  /** A later report may give the id, the number or the name that an earlier one did not have. */
  #learn(call: ReportedCall, report: PhoneReport, at: Instant): ReportedCall {
    const number = call.number ?? report.number;
    const name = call.name ?? report.name;
    const learnt = { ...call, phoneId: call.phoneId ?? report.call, number, name, reportedAt: at };
    this.#put(learnt);
    if (number !== call.number || name !== call.name) {
      const party = remoteParty(number ?? '', name);
      this.#emit({ type: 'remote-party-changed', call: call.id, at, remoteParty: party });
    }
    return learnt;
  }

  #answer(call: ReportedCall, at: Instant): void {
    if (call.state === 'established') return;
    const answeredAt = call.end?.at ?? at;
    this.#holdOthers(call, answeredAt);
    this.#put({ ...call, state: 'established', end: null });
    this.#emit({ type: 'answered', call: call.id, at: answeredAt });
    if (call.end !== null) {
      const answered = this.#current(call);
      this.#end(answered, endOf(answered, call.end.report), answeredAt, false);
    }
  }

  /** A phone speaks on one call at a time, whether it reports the hold or not. */
  #holdOthers({ id }: ReportedCall, at: Instant): void {
    for (const other of this.#phone.calls)
      if (other.id !== id && other.state === 'established') this.#hold(other, true, at);
  }

  #hold(call: ReportedCall, isHeld: boolean, at: Instant): void {
    if (call.state !== 'established' || call.isHeld === isHeld) return;
    this.#put({ ...call, isHeld });
    const type = isHeld ? 'held' : 'resumed';
    this.#emit({ type, call: call.id, at, holdOriginator: 'local' });
  }

  #endByTime(call: ReportedCall): void {
    if (call.end !== null) this.#end(call, endOf(call, call.end.report), call.end.at, false);
    else if (call.state === 'begun') this.#end(call, { how: 'no-answer' }, this.#now, true);
    else this.#end(call, { how: 'broken', cause: 'dialog-gone', sipStatus: null }, this.#now, true);
  }

  #end(call: ReportedCall, end: CallEnd, at: Instant, byTime: boolean): void {
    const { id, phoneId, direction, number } = call;
    this.#phone.calls = this.#phone.calls.filter((one) => one.id !== id);
    const past = [...this.#phone.past, { id, phoneId, direction, number, endedAt: at, byTime }];
    this.#phone.past = past.slice(-REPORT_LIMITS.pastCalls);
    this.#emit({ type: 'ended', call: id, at, end });
  }

  #current(call: ReportedCall): ReportedCall {
    return this.#phone.calls.find(({ id }) => id === call.id) ?? call;
  }

  #put(call: ReportedCall): void {
    this.#phone.calls = this.#phone.calls.map((one) => (one.id === call.id ? call : one));
  }

  #emit(event: CallEvent): void {
    this.#events.push(event);
  }

  #freshId(wanted: string): CallId {
    const first = `phone ${wanted}`;
    const isUsed = (id: CallId) => [...this.#phone.calls, ...this.#phone.past].some((call) => call.id === id);
    let id = first;
    for (let round = 2; isUsed(id); round += 1) id = `${first}~${round}`;
    return id;
  }
}
