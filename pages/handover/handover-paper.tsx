import { i18n } from '#i18n';
import type { HandoverSheet, Signature } from '../../rules/handover/fold-handovers.ts';
import '../../components/base.css';
import '../../components/printed.css';
import { Button } from '../../components/button.tsx';
import { tameText } from '../../components/caller-text.ts';
import './handover-paper.css';
import { SheetText } from '../../components/handover/signed-sheet.tsx';
import { recordTime } from '../../components/records/record-time.ts';

interface HandoverPaperProps {
  /** Null: there is no such sheet, or it cannot be decrypted. */
  readonly sheet: HandoverSheet | null;
  readonly locked: boolean;
  readonly hotline: string;
  readonly onPrint: () => void;
}

/** A sheet on paper: A4, black on white, with a line for each signature. */
export function HandoverPaper({ sheet, locked, hotline, onPrint }: HandoverPaperProps) {
  if (sheet === null || sheet.is.state === 'written') {
    return (
      <main class="printed handover-paper">
        <h1>{i18n.t('handover.title')}</h1>
        <p>{locked ? i18n.t('handover.locked') : i18n.t('handover.notFound')}</p>
      </main>
    );
  }
  const { is, remarks, asked } = sheet;
  return (
    <main class="printed handover-paper">
      <header class="printed__head">
        <h1>{i18n.t('handover.title')}</h1>
        <p>{tameText(hotline, 60)}</p>
        <p>
          <time>{recordTime(is.leaving.at)}</time>
        </p>
        <div class="printed__tools">
          <Button variant="main" onPress={onPrint}>
            {i18n.t('handover.print')}
          </Button>
        </div>
      </header>
      <SheetText sheet={{ lines: is.lines, remarks, asked }} now={is.leaving.at} />
      <footer class="printed__signatures handover-paper__signatures">
        <Signed word={i18n.t('handover.leaving')} signature={is.leaving} />
        <Signed word={i18n.t('handover.coming')} signature={is.state === 'accepted' ? is.coming : null} />
      </footer>
    </main>
  );
}

function Signed({ word, signature }: { readonly word: string; readonly signature: Signature | null }) {
  return (
    <div class="handover-paper__signature">
      <p>{word}</p>
      {signature === null ? (
        <p class="handover-paper__line" />
      ) : (
        <p class="handover-paper__line">
          {tameText(signature.name, 40)} {i18n.t('status.agent', { number: signature.by })}{' '}
          <time>{recordTime(signature.at)}</time>
        </p>
      )}
    </div>
  );
}
