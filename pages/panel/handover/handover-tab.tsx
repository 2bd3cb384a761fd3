import { i18n } from '#i18n';
import '../../../components/handover/handover.css';
import { SignedSheet } from '../../../components/handover/signed-sheet.tsx';
import type { HandoverAction, HandoverView } from './handover-view.ts';
import { NoticeList } from './notice-list.tsx';
import { OpenSheet } from './open-sheet.tsx';

interface HandoverTabProps {
  readonly view: HandoverView;
  readonly act: (action: HandoverAction) => void;
}

/** The tab of handover: sheets to accept, notices, and this shift's sheet. */
export function HandoverTab({ view, act }: HandoverTabProps) {
  const waiting = view.signed.filter(({ coming }) => coming === null);
  const kept = view.signed.filter(({ coming }) => coming !== null);
  return (
    <div class="handover">
      {waiting.map((sheet) => (
        <SignedSheet key={sheet.id} sheet={sheet} name={view.name} now={view.now} act={act} open />
      ))}
      <NoticeList notices={view.notices} now={view.now} act={act} />
      <OpenSheet key={view.sheet.id} view={view} act={act} />
      {kept.length > 0 && (
        <section>
          <h2 class="handover__head">{i18n.t('handover.kept')}</h2>
          {kept.map((sheet) => (
            <SignedSheet
              key={sheet.id}
              sheet={sheet}
              name={view.name}
              now={view.now}
              act={act}
              open={false}
            />
          ))}
        </section>
      )}
    </div>
  );
}
