import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';

interface MoreButtonProps {
  /** False: everything is on the page. */
  readonly more: boolean;
  readonly busy: boolean;
  readonly onMore: () => void;
}

/** Loads the next page of a list. */
export function MoreButton({ more, busy, onMore }: MoreButtonProps) {
  if (!more) return null;
  return (
    <div>
      <Button disabled={busy} onPress={onMore}>
        {i18n.t('records.more')}
      </Button>
    </div>
  );
}
