import * as v from 'valibot';
import { i18n } from '#i18n';
import { type ExportFormat, exportFormatSchema } from '../../contract/table/export-file.ts';
import { CheckField } from '../check-field.tsx';
import { ChoiceField } from '../choice-field.tsx';

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
          { id: 'xlsx', label: i18n.t('records.xlsx') },
          { id: 'csv', label: 'CSV' },
          { id: 'json', label: 'JSON' },
        ]}
        onChoice={(id) => onFormat(v.parse(exportFormatSchema, id))}
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
