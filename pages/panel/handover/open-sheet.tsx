import { useId, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { TextField } from '../../../components/text-field.tsx';
import { longestText } from '../../../contract/longest-text.ts';
import { handoverSigned } from '../../../contract/team/events/handover-signed.ts';
import '../../../components/handover/handover.css';
import { HandoverLines } from '../../../components/handover/handover-lines.tsx';
import type { HandoverAction, HandoverView } from './handover-view.ts';

interface OpenSheetProps {
  readonly view: HandoverView;
  readonly act: (action: HandoverAction) => void;
}

/** The sheet of this shift: generated lines and typed remarks, stored as typed, then signed. */
export function OpenSheet({ view, act }: OpenSheetProps) {
  const { id, lines } = view.sheet;
  const [remarks, setRemarks] = useState(view.sheet.remarks);
  const [asked, setAsked] = useState(view.sheet.asked);
  const [name, setName] = useState(view.name);
  const keep = () => act({ do: 'write', id, remarks, asked });
  return (
    <section class="handover__sheet" aria-label={i18n.t('handover.mine')}>
      <h2>{i18n.t('handover.mine')}</h2>
      <HandoverLines
        lines={lines}
        fresh={(line) => lines.some((one) => one.of === line.of && one.isNew)}
        now={view.now}
      />
      <Area label={i18n.t('handover.remarks')} value={remarks} onInput={setRemarks} onLeave={keep} />
      <Area label={i18n.t('handover.asked')} value={asked} onInput={setAsked} onLeave={keep} />
      <TextField
        name="signature"
        label={i18n.t('handover.name')}
        maxLength={longestText(handoverSigned.written.entries.name)}
        value={name}
        onInput={setName}
      />
      <Button
        variant="main"
        disabled={name.trim() === ''}
        onPress={() => act({ do: 'sign', id, name: name.trim(), remarks, asked })}
      >
        {i18n.t('handover.sign')}
      </Button>
    </section>
  );
}

interface AreaProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly onLeave: () => void;
}

function Area({ label, value, onInput, onLeave }: AreaProps) {
  const id = useId();
  return (
    <div class="handover__area">
      <label for={id}>{label}</label>
      <textarea
        {...CUSTOMER_TEXT}
        id={id}
        rows={3}
        maxLength={longestText(handoverSigned.written.entries.remarks)}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={onLeave}
      />
    </div>
  );
}
