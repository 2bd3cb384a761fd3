import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import './import.css';

interface ImportFileProps {
  /** Why the file was refused as a whole; null for none. */
  readonly problem: string | null;
  readonly onChoose: (file: File) => void;
}

/** Chooses a table that somebody saved in a spreadsheet. */
export function ImportFile({ problem, onChoose }: ImportFileProps) {
  const id = useId();
  return (
    <>
      <div class="lead-field">
        <label for={id}>{i18n.t('lists.file')}</label>
        <input
          id={id}
          type="file"
          accept=".xlsx,.csv"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file !== undefined) onChoose(file);
            // The same file can be chosen once more after it was corrected.
            currentTarget.value = '';
          }}
        />
      </div>
      {problem !== null && (
        <p class="field__problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
