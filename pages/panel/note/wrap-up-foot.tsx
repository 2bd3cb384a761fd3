import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import type { Act } from '../frame/panel-action.ts';
import './wrap-up-foot.css';
import type { WrapUpStage } from './wrap-up-view.ts';

/** Ends the wrap-up; in sight at any height, and always in the same place. */
export function WrapUpFoot({ stage, act }: { readonly stage: WrapUpStage; readonly act: Act }) {
  const hasOpenPromises = stage.promises.some((item) => !item.done);
  return (
    <div class="wrap-up-foot">
      <Button variant="main" onPress={() => act({ do: 'finish-wrap-up' })}>
        {hasOpenPromises ? i18n.t('wrapUp.finishWithOpenPromises') : i18n.t('wrapUp.finish')}
      </Button>
    </div>
  );
}
