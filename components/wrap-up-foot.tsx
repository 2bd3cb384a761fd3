import { i18n } from '#i18n';
import { Button } from './button.tsx';
import type { Act } from './panel-action.ts';
import './wrap-up-foot.css';
import type { WrapUpStage } from './wrap-up-view.ts';

/** Ends the wrap-up; in sight at any height, and always in the same place. */
export function WrapUpFoot({ stage, act }: { readonly stage: WrapUpStage; readonly act: Act }) {
  const owes = stage.owed.some((item) => !item.done);
  return (
    <div class="wrap-up-foot">
      <Button look="main" onPress={() => act({ do: 'finish-wrap-up' })}>
        {owes ? i18n.t('wrapUp.finishOwing') : i18n.t('wrapUp.finish')}
      </Button>
    </div>
  );
}
