import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '../../../components/button.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { formatClock, formatDuration } from '../../../components/format-time.ts';
import type { PresenceEntry } from '../../../contract/api/presence/agent-state.ts';
import type { HelpRequest } from '../../../contract/api/presence/help-request.ts';
import { newHelpMessageSchema } from '../../../contract/api/presence/help-request.ts';
import { longestText } from '../../../contract/longest-text.ts';
import type { PresenceAction, PresenceView } from '../frame/server-view.ts';
import { AskedNote } from '../review/asked-note.tsx';
import { stateWords } from './state-words.ts';

interface PresencePageProps {
  readonly view: PresenceView;
  readonly act: (action: PresenceAction) => void;
}

/** Who is doing what at this moment, and who needs somebody. */
export function PresencePage({ view, act }: PresencePageProps) {
  return (
    <main class="team-page">
      <section aria-labelledby="help-title">
        <h2 id="help-title">{i18n.t('lead.presence.help', { count: view.help.length })}</h2>
        <AskedNote asked={view.asked} />
        <div role="alert" class="team-page__lines">
          {view.help.map((request) => (
            <Help key={request.id} request={request} view={view} act={act} />
          ))}
        </div>
        {view.help.length === 0 && <p>{i18n.t('lead.presence.noHelp')}</p>}
      </section>
      <section aria-labelledby="presence-title">
        <h2 id="presence-title">{i18n.t('lead.presence.agents', { count: view.agents.length })}</h2>
        <div class="team-page__scroll">
          <table>
            <thead>
              <tr>
                {(['agent', 'state', 'since', 'situation', 'message'] as const).map((column) => (
                  <th key={column} scope="col">
                    {i18n.t(`lead.presence.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.agents.map((entry) => (
                <AgentRow key={entry.agent} entry={entry} view={view} act={act} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </main>
  );
}

function Help({ request, view, act }: PresencePageProps & { readonly request: HelpRequest }) {
  const { acknowledged, agent } = request;
  return (
    <article class={`team-page__help${acknowledged === null ? '' : ' team-page__help--coming'}`}>
      <h3>
        {who(agent, view)} · {whyWords(request.why)} · {formatClock(request.at)}
      </h3>
      <p>{request.summary}</p>
      {acknowledged === null ? (
        <div>
          <Button variant="main" onPress={() => act({ do: 'acknowledge', help: request.id })}>
            {i18n.t('lead.presence.acknowledge')}
          </Button>
        </div>
      ) : (
        <p>{i18n.t('lead.presence.acknowledged', { who: who(acknowledged.by, view) })}</p>
      )}
      <MessageForm to={agent} call={request.call} view={view} act={act} />
    </article>
  );
}

function AgentRow({ entry, view, act }: PresencePageProps & { readonly entry: PresenceEntry }) {
  const { state } = entry;
  const situation = state.state === 'in-call' ? state.situation : null;
  return (
    <tr>
      <th scope="row">{who(entry.agent, view)}</th>
      <td>{stateWords(state.state)}</td>
      <td>{state.state === 'gone' ? '' : formatDuration(view.now - state.since)}</td>
      <td>{situation === null ? '' : (view.titles.get(situation) ?? situation)}</td>
      <td>
        <MessageForm
          to={entry.agent}
          call={state.state === 'in-call' ? state.call : null}
          view={view}
          act={act}
        />
      </td>
    </tr>
  );
}

interface MessageFormProps extends PresencePageProps {
  readonly to: string;
  readonly call: string | null;
}

/** One line into the agent's panel; with a call, into that call only. */
function MessageForm({ to, call, view, act }: MessageFormProps) {
  const [text, setText] = useState('');
  return (
    <form
      class="lead-row team-page__message"
      onSubmit={(event) => {
        event.preventDefault();
        act({ do: 'send-message', to, call, text });
        setText('');
      }}
    >
      <div class="lead-field">
        <input
          {...CUSTOMER_TEXT}
          aria-label={i18n.t('lead.presence.messageTo', { who: who(to, view) })}
          maxLength={longestText(newHelpMessageSchema.entries.text)}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <button type="submit" class="button" disabled={text.trim() === ''}>
        {i18n.t('lead.presence.send')}
      </button>
    </form>
  );
}

function who(number: string, { names }: PresenceView): string {
  const name = names.get(number);
  return name === undefined ? number : `${number} ${name}`;
}

function whyWords(why: HelpRequest['why']): string {
  switch (why) {
    case 'abuse':
      return i18n.t('lead.presence.why.abuse');
    case 'harassment':
      return i18n.t('lead.presence.why.harassment');
    case 'cannot-answer':
      return i18n.t('lead.presence.why.cannotAnswer');
  }
}
