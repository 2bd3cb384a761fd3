import { i18n } from '#i18n';
import '../../components/base.css';
import { Button } from '../../components/button.tsx';
import { tameText } from '../../components/caller-text.ts';
import { localParts } from '../../contract/table/local-stamp.ts';
import type { Cell } from '../../contract/table/table.ts';
import type { Paper, PaperPart } from './paper.ts';
import '../../components/printed.css';
import './paper-page.css';

interface PaperPageProps {
  /** Null: the address names none, or its order is not known here. */
  readonly paper: Paper | null;
  readonly locked: boolean;
  readonly hotline: string;
  readonly failed: boolean;
  readonly onPrint: () => void;
  readonly onSave: () => void;
}

/** A form on paper: A4, black on white, with lines for signatures. */
export function PaperPage({ paper, locked, hotline, failed, onPrint, onSave }: PaperPageProps) {
  if (paper === null) {
    return (
      <main class="printed paper">
        <h1>{i18n.t('papers.title')}</h1>
        <p>{locked ? i18n.t('papers.locked') : i18n.t('papers.notFound')}</p>
      </main>
    );
  }
  const { title, to, parts, signatures, timeZone } = paper;
  return (
    <main class="printed paper">
      <header class="printed__head">
        <h1>{title}</h1>
        <p>{tameText(hotline, 60)}</p>
        <div class="printed__tools">
          <Button onPress={onSave}>{i18n.t('papers.download')}</Button>
          <Button variant="main" onPress={onPrint}>
            {i18n.t('papers.print')}
          </Button>
        </div>
      </header>
      {failed && (
        <p class="paper__failed" role="alert">
          {i18n.t('orders.notKept')}
        </p>
      )}
      {locked && <p class="paper__failed">{i18n.t('orders.locked')}</p>}
      <p class="paper__internal">
        {to !== '' && <strong>{to}</strong>} {i18n.t('papers.internal')}
      </p>
      {parts.map((part) => (
        <Part key={part.title} part={part} timeZone={timeZone} />
      ))}
      <footer class="printed__signatures paper__signatures">
        {signatures.map((who) => (
          <p key={who}>{who}</p>
        ))}
      </footer>
    </main>
  );
}

function Part({ part, timeZone }: { readonly part: PaperPart; readonly timeZone: string }) {
  return (
    <section class="paper__part">
      <h2>{part.title}</h2>
      {part.is === 'fields' ? (
        <table class="paper__fields">
          <tbody>
            {part.fields.map(({ label, cell }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{cellText(cell, timeZone)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : part.table.rows.length === 0 ? (
        <p>{i18n.t('papers.noRows')}</p>
      ) : (
        // A narrow window scrolls the table, and the keyboard can reach it.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls needs the focus
        <section class="paper__scroll" aria-label={part.title} tabIndex={0}>
          <table class="paper__table">
            <thead>
              <tr>
                {part.table.headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {part.table.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={part.table.headings[column]}>{cellText(cell, timeZone)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

/** Longer than any field. */
const LONGEST_TEXT = 6_000;

function cellText(cell: Cell, timeZone: string): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return tameText(String(cell), LONGEST_TEXT) ?? '';
  const parts = localParts(timeZone)(cell.at);
  if (parts === null) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${parts.year}-${two(parts.month)}-${two(parts.day)} ${two(parts.hour)}:${two(parts.minute)}`;
}
