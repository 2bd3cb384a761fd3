import { i18n } from '#i18n';
import { CheckField } from '../check-field.tsx';
import { ChoiceField } from '../choice-field.tsx';

export type ExportFormat = 'csv' | 'json';

interface ExportOptionsProps {
  readonly format: ExportFormat;
  readonly onFormat: (format: ExportFormat) => void;
  /** Null: nothing that is exported could be masked. */
  readonly inFull: boolean | null;
  readonly onInFull: (inFull: boolean) => void;
}

/** The format of an exported file, and whether numbers and names stand in it in full. */
export function ExportOptions({ format, onFormat, inFull, onInFull }: ExportOptionsProps) {
  return (
    <>
      <ChoiceField
        name="format"
        label={i18n.t('records.format')}
        value={format}
        choices={[
          { id: 'csv', label: i18n.t('records.csv') },
          { id: 'json', label: 'JSON' },
        ]}
        onChoice={(id) => onFormat(id === 'json' ? 'json' : 'csv')}
      />
      {inFull !== null && (
        <CheckField
          name="in-full"
          label={i18n.t('records.inFull')}
          hint={i18n.t('records.inFullHint')}
          checked={inFull}
          onCheck={onInFull}
        />
      )}
    </>
  );
}
