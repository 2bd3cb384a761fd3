import type { Instant } from '../../calls/call-event.ts';
import { foldableEvents } from '../../contract/team/event-order.ts';
import type { HandoverLine } from '../../contract/team/handover-line.ts';
import type { HandoverEvent, TeamEvent } from '../../contract/team/team-event.ts';

export interface Signature {
  readonly at: Instant;
  /** Number of the agent. */
  readonly by: string;
  readonly name: string;
}

export type SheetState =
  | { readonly state: 'written' }
  /** What the leaving shift put its name to; it changes no more. */
  | { readonly state: 'signed'; readonly leaving: Signature; readonly lines: readonly HandoverLine[] }
  | {
      readonly state: 'accepted';
      readonly leaving: Signature;
      readonly coming: Signature;
      readonly lines: readonly HandoverLine[];
    };

export interface HandoverSheet {
  readonly id: string;
  readonly by: string;
  readonly remarks: string;
  readonly asked: string;
  readonly is: SheetState;
}

export interface Notice {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
}

export interface Handovers {
  /** Oldest first. */
  readonly sheets: readonly HandoverSheet[];
  /** Those that stand, oldest first. */
  readonly notices: readonly Notice[];
  readonly impossible: readonly { readonly event: string; readonly why: string }[];
}

/** All handovers and notices of a team (handbook §6.1). Nobody takes over from themselves. */
export function foldHandovers(given: readonly TeamEvent[]): Handovers {
  const events = foldableEvents(given);
  const sheets = new Map<string, HandoverSheet>();
  const notices = new Map<string, Notice>();
  const withdrawn = new Set<string>();
  const impossible: { event: string; why: string }[] = [];
  for (const event of events) {
    switch (event.type) {
      case 'notice-posted':
        if (notices.has(event.subject)) break;
        notices.set(event.subject, { id: event.subject, at: event.at, by: event.by, text: event.text });
        break;
      case 'notice-withdrawn':
        withdrawn.add(event.subject);
        break;
      case 'handover-written':
      case 'handover-signed':
      case 'handover-accepted': {
        const result = apply(sheets.get(event.subject), event);
        if (typeof result === 'string') impossible.push({ event: event.id, why: result });
        else sheets.set(event.subject, result);
        break;
      }
      default:
        break;
    }
  }
  const remaining = [...notices.values()].filter(({ id }) => !withdrawn.has(id));
  return { sheets: [...sheets.values()], notices: remaining, impossible };
}

type SheetEvent = HandoverEvent & { type: `handover-${string}` };

function apply(before: HandoverSheet | undefined, event: SheetEvent): HandoverSheet | string {
  const signature: Signature = { at: event.at, by: event.by, name: 'name' in event ? event.name : '' };
  switch (event.type) {
    case 'handover-written':
      if (before !== undefined && before.is.state !== 'written') return 'written after it was signed';
      return { ...sheetOf(event), is: { state: 'written' } };
    case 'handover-signed':
      if (before !== undefined && before.is.state !== 'written') return 'signed twice';
      return { ...sheetOf(event), is: { state: 'signed', leaving: signature, lines: event.lines } };
    case 'handover-accepted': {
      if (before === undefined || before.is.state === 'written') return 'accepted before it was signed';
      if (before.is.state === 'accepted') return 'accepted twice';
      if (before.is.leaving.by === event.by) return 'accepted by the one who left it';
      return { ...before, is: { ...before.is, state: 'accepted', coming: signature } };
    }
  }
}

function sheetOf(event: SheetEvent & { type: 'handover-written' | 'handover-signed' }) {
  const { subject: id, by, remarks, asked } = event;
  return { id, by, remarks, asked };
}
