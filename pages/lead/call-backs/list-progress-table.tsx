import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { tameText } from '../../../components/caller-text.ts';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import type { ListProgress, Progress } from '../../../rules/call-backs/list-progress.ts';

interface ListProgressTableProps {
  readonly list: ListProgress;
  readonly onReassign: (from: string | null, to: string | null) => void;
}

/** A list by agent. What an agent has not made can go to another. */
export function ListProgressTable({ list, onReassign }: ListProgressTableProps) {
  const { satisfied, notSatisfied } = list;
  return (
    <>
      <p>{i18n.t('lists.answers', { satisfied, notSatisfied })}</p>
      <table class="lists__table">
        <thead>
          <tr>
            <th scope="col">{i18n.t('papers.agent')}</th>
            <th scope="col">{i18n.t('lists.total')}</th>
            <th scope="col">{i18n.t('lists.reached')}</th>
            <th scope="col">{i18n.t('lists.notReached')}</th>
            <th scope="col">{i18n.t('lists.again')}</th>
            <th scope="col">{i18n.t('lists.untouched')}</th>
            <th scope="col">{i18n.t('lists.dropped')}</th>
            <th scope="col">{i18n.t('lists.reassign')}</th>
          </tr>
        </thead>
        <tbody>
          {list.agents.map(({ agent, ...progress }) => (
            <tr key={agent ?? ''}>
              <th scope="row">{agent === null ? i18n.t('lists.anybody') : tameText(agent, 40)}</th>
              <Counts of={progress} />
              <td>
                {progress.untouched + progress.again > 0 && <Reassign onTo={(to) => onReassign(agent, to)} />}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{i18n.t('lists.all')}</th>
            <Counts of={list} />
            <td />
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function Counts({ of }: { readonly of: Progress }) {
  const { total, reached, notReached, again, untouched, dropped } = of;
  return (
    <>
      <td>{total}</td>
      <td>{reached}</td>
      <td>{notReached}</td>
      <td>{again}</td>
      <td>{untouched}</td>
      <td>{dropped}</td>
    </>
  );
}

/** An empty number: whoever has time. */
function Reassign({ onTo }: { readonly onTo: (to: string | null) => void }) {
  const [to, setTo] = useState('');
  return (
    <span class="lists__reassign">
      <input
        aria-label={i18n.t('lists.toAgent')}
        placeholder={i18n.t('lists.toAgent')}
        {...CUSTOMER_TEXT}
        maxLength={40}
        value={to}
        onInput={({ currentTarget }) => setTo(currentTarget.value)}
      />
      <Button onPress={() => onTo(to.trim() === '' ? null : to.normalize('NFKC').trim())}>
        {i18n.t('lists.reassign')}
      </Button>
    </span>
  );
}
