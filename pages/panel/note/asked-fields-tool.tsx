import { i18n } from '#i18n';
import type { CallStage } from '../call/call-view.ts';
import type { Act } from '../frame/panel-action.ts';
import { ToolSheet } from '../frame/tool-sheet.tsx';
import { AskedFields, callingNumber } from './asked-fields.tsx';

interface AskedFieldsToolProps {
  readonly stage: Pick<CallStage, 'asked' | 'note' | 'call'>;
  readonly act: Act;
  readonly onClose: () => void;
}

/** What the pack asks about a contact, beside a call. */
export function AskedFieldsTool({ stage, act, onClose }: AskedFieldsToolProps) {
  return (
    <ToolSheet title={i18n.t('note.asked')} onClose={onClose}>
      <AskedFields
        fields={stage.asked}
        note={stage.note}
        calling={callingNumber(stage.call)}
        whole={true}
        act={act}
      />
    </ToolSheet>
  );
}
