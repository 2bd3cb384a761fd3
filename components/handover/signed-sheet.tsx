import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Instant } from '../../calls/call-event.ts';
import { longestText } from '../../contract/longest-text.ts';
import { REDACTED } from '../../contract/numbers/redact.ts';
import { handoverAccepted } from '../../contract/team/events/handover-accepted.ts';
import type { HandoverLine } from '../../contract/team/handover-line.ts';
import type { Signature } from '../../rules/handover/fold-handovers.ts';
import { Button } from '../button.tsx';
import { tameText } from '../caller-text.ts';
import { dayAndTime } from '../format-time.ts';
import { TextField } from '../text-field.tsx';
import './handover.css';
import { HandoverLines } from './handover-lines.tsx';

/** A sheet signed by the leaving shift. */
export interface SignedSheetView {
  readonly id: string;
  readonly leaving: Signature;
  /** Null until somebody accepts it. */
  readonly coming: Signature | null;
  readonly lines: readonly HandoverLine[];
  readonly remarks: string;
  readonly asked: string;
  /** The reader may accept it, because another agent signed it. */
  readonly mayAccept: boolean;
}

export type SheetAction =
  | { readonly do: 'accept'; readonly id: string; readonly name: string }
  | { readonly do: 'print'; readonly id: string };

interface SignedSheetProps {
  readonly sheet: SignedSheetView;
  readonly name: string;
  readonly now: Instant;
  readonly open: boolean;
  readonly act: (action: SheetAction) => void;
}

/** A signed sheet, which the coming shift can accept. */
export function SignedSheet({ sheet, now, open, act, ...props }: SignedSheetProps) {
  const { id, leaving, coming, mayAccept } = sheet;
  const [name, setName] = useState(props.name);
  return (
    <details class="handover__sheet" open={open}>
      <summary>
        {i18n.t('handover.from', { name: nameOf(leaving), time: dayAndTime(leaving.at, now) })}
      </summary>
      <SheetText sheet={sheet} now={now} />
      {coming !== null && (
        <p>{i18n.t('handover.acceptedBy', { name: nameOf(coming), time: dayAndTime(coming.at, now) })}</p>
      )}
      {mayAccept && (
        <TextField
          name="taker"
          label={i18n.t('handover.name')}
          maxLength={longestText(handoverAccepted.written.entries.name)}
          value={name}
          onInput={setName}
        />
      )}
      <div class="handover__buttons">
        {mayAccept && (
          <Button
            variant="main"
            disabled={name.trim() === ''}
            onPress={() => act({ do: 'accept', id, name: name.trim() })}
          >
            {i18n.t('handover.accept')}
          </Button>
        )}
        <Button onPress={() => act({ do: 'print', id })}>{i18n.t('handover.print')}</Button>
      </div>
    </details>
  );
}

interface SheetTextProps {
  readonly sheet: Pick<SignedSheetView, 'lines' | 'remarks' | 'asked'>;
  readonly now: Instant;
}

/** The body of a sheet: open items, remarks, and the lead's requests. */
export function SheetText({ sheet, now }: SheetTextProps) {
  const { lines, remarks, asked } = sheet;
  const isRedacted = [remarks, asked, ...lines.map(({ text }) => text)].some(isRedactedText);
  return (
    <>
      {isRedacted && <p class="handover__fine">{i18n.t('handover.redacted')}</p>}
      <HandoverLines lines={lines} fresh={() => false} now={now} />
      {remarks !== '' && <Words head={i18n.t('handover.remarks')} text={remarks} />}
      {asked !== '' && <Words head={i18n.t('handover.asked')} text={asked} />}
    </>
  );
}

/** What was signed is not what is shown: the reader must know. */
function isRedactedText(text: string): boolean {
  return text.includes(REDACTED);
}

function Words({ head, text }: { readonly head: string; readonly text: string }) {
  return (
    <div>
      <h2 class="handover__head">{head}</h2>
      <p class="handover__words">{text}</p>
    </div>
  );
}

function nameOf({ name, by }: Signature): string {
  return `${tameText(name, 40) ?? ''} ${i18n.t('status.agent', { number: by })}`.trim();
}
