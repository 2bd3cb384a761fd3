import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { longestText } from '../../../contract/longest-text.ts';
import type { ActOnOrders, OrderPageView } from './orders-view.ts';
import { RemarksField } from './remarks-field.tsx';
import { orderTypingSchema } from './typed-orders.ts';

interface WrittenReplyProps {
  readonly frame: NonNullable<OrderPageView['reply']>;
  /** The agent's part. */
  readonly result: string;
  readonly act: ActOnOrders;
}

/** A letter to the caller of a major case. Its fixed text holds nothing internal. */
export function WrittenReply({ frame, result, act }: WrittenReplyProps) {
  const text = `${frame.before}\n\n${result.trim()}\n\n${frame.after}`;
  return (
    <details class="written-reply">
      <summary>{i18n.t('orders.reply')}</summary>
      <RemarksField
        label={i18n.t('orders.replyResult')}
        rows={3}
        maxLength={longestText(orderTypingSchema.entries.reply)}
        value={result}
        onInput={(reply) => act({ do: 'type', patch: { reply } })}
      />
      <p class="written-reply__text order-page__matter">{text}</p>
      <div class="order-form__foot">
        <Button disabled={result.trim() === ''} onPress={() => void navigator.clipboard.writeText(text)}>
          {i18n.t('note.copy')}
        </Button>
        <Button disabled={result.trim() === ''} onPress={() => print()}>
          {i18n.t('orders.print')}
        </Button>
      </div>
    </details>
  );
}
