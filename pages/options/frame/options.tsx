import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { AgentsPart } from '../agents/agents-part.tsx';
import { AdvancedForm } from '../phone/advanced-form.tsx';
import { AgentForm } from '../phone/agent-form.tsx';
import '../../../components/base.css';
import { CheckField } from '../../../components/check-field.tsx';
import { CUSTOMER_TEXT } from '../../../components/customer-text.ts';
import { KeepingPart } from '../keeping/keeping-part.tsx';
import { KeyForm } from '../keys/key-form.tsx';
import { ListeningPart } from '../sound/listening-part.tsx';
import { MicrophoneCheck } from '../sound/microphone-check.tsx';
import './options.css';
import { VaultPart } from '../agents/vault-part.tsx';
import { PhoneProblems } from '../phone/phone-problems.tsx';
import { SipSettingsForm } from '../phone/sip-settings-form.tsx';
import { SoftphoneForm } from '../phone/softphone-form.tsx';
import { TurnForm } from '../phone/turn-form.tsx';
import { MicrophoneChoice } from '../sound/microphone-choice.tsx';
import { RingerCheck, VoiceCheck } from '../sound/output-check.tsx';
import { TeamPart } from '../team/team-part.tsx';
import { Group, Part } from './options-part.tsx';
import type { ActOnOptions, OptionsView } from './options-view.ts';
import { PhoneStatusLine } from './phone-status-line.tsx';
import { searchParts } from './search-parts.ts';
import { UpdateNotice } from './update-notice.tsx';

interface OptionsProps {
  readonly view: OptionsView;
  readonly act: ActOnOptions;
}

/** Settings in groups, in the order in which a new agent needs them, with a search. */
export function Options({ view, act }: OptionsProps) {
  const page = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState('');
  const [isFound, setFound] = useState(true);
  // After each rendering: parts change their words with the state that they show.
  useEffect(() => {
    if (page.current !== null) setFound(searchParts(page.current, typed));
  });
  const { settings, managed, forms } = view;
  // Forms start again when another agent signs in.
  const whose = `${view.settingsRevision} ${managed.join()}`;
  return (
    <main class="options" ref={page}>
      <header class="options__head">
        <h1>{i18n.t('options.title')}</h1>
        <PhoneStatusLine phoneStatus={view.phoneStatus} />
        <a href="/lead.html">{i18n.t('lead.title')}</a>
      </header>
      <div class="options__search">
        <label for="options-search">{i18n.t('options.search')}</label>
        <input
          {...CUSTOMER_TEXT}
          id="options-search"
          type="search"
          maxLength={100}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p role="status">{isFound ? '' : i18n.t('options.nothingFound')}</p>
      </div>
      {view.team.state !== 'joined' && (
        <p>
          <a href="/begin.html">{i18n.t('begin.open')}</a>
        </p>
      )}
      <UpdateNotice update={view.update} onUpdate={() => act({ do: 'update-now' })} />
      <Group title={i18n.t('options.groups.person')}>
        <Part number={1} title={i18n.t('options.vault')} why={i18n.t('options.vaultWhy')}>
          <div class="form">
            <VaultPart vault={view.vault} act={act} />
            {view.agents !== null && <AgentsPart view={view.agents} act={act} />}
          </div>
        </Part>
        <Part number={2} title={i18n.t('options.agent')} why={i18n.t('options.agentWhy')}>
          <AgentForm
            key={whose}
            settings={settings}
            managed={managed}
            state={forms.agent}
            inTeam={view.team.state === 'joined'}
            onSave={(saved) => act({ do: 'save-agent', settings: saved })}
          />
        </Part>
        <Part number={6} title={i18n.t('team.title')} why={i18n.t('team.why')}>
          <TeamPart team={view.team} managed={managed.includes('teamServer')} act={act} />
        </Part>
      </Group>
      <Group title={i18n.t('options.groups.phone')}>
        <Part number={3} title={i18n.t('options.phone')} why={i18n.t('options.phoneWhy')}>
          <SoftphoneForm
            key={`softphone ${whose}`}
            settings={settings}
            managed={managed}
            state={forms.softphone}
            access={view.softphoneAccess}
            adapters={view.adapters}
            onSave={(saved) => act({ do: 'save-softphone', settings: saved })}
          />
          <SipSettingsForm
            key={whose}
            settings={settings}
            managed={managed}
            password={view.password}
            state={forms.phone}
            onSave={act}
            onForget={() => act({ do: 'forget-password' })}
          />
          <AdvancedForm
            key={`more ${managed.join()}`}
            settings={settings}
            managed={managed}
            state={forms.advanced}
            onSave={(saved) => act({ do: 'save-advanced', settings: saved })}
          />
          <TurnForm
            key={`turn ${whose}`}
            settings={settings}
            managed={managed}
            secret={view.turnSecret}
            state={forms.turn}
            onSave={act}
            onForget={() => act({ do: 'forget-turn-secret' })}
          />
          <PhoneProblems counts={view.phoneProblems} />
        </Part>
      </Group>
      <Group title={i18n.t('options.groups.sound')}>
        <Part number={4} title={i18n.t('options.microphone')} why={i18n.t('options.microphoneWhy')}>
          <MicrophoneCheck
            microphone={view.microphone}
            onAsk={() => act({ do: 'ask-microphone' })}
            onTest={() => act({ do: 'test-microphone' })}
            onStop={() => act({ do: 'stop-test' })}
          />
          {view.microphone.state === 'granted' && (
            <MicrophoneChoice
              devices={view.microphone.devices}
              settings={settings}
              managed={managed}
              act={act}
            />
          )}
        </Part>
        <Part number={5} title={i18n.t('options.sound')} why={i18n.t('options.soundWhy')}>
          <VoiceCheck sound={view.sound} managed={managed} act={act} />
          <RingerCheck sound={view.sound} managed={managed} act={act} />
        </Part>
        <Part number={8} title={i18n.t('listening.title')} why={i18n.t('listening.why')}>
          <ListeningPart
            listens={settings.listenToLine}
            managed={managed.includes('listenToLine')}
            state={forms.listening}
            onChange={(on) => act({ do: 'listen-to-line', on })}
          />
        </Part>
      </Group>
      <Group title={i18n.t('options.groups.records')}>
        <Part number={7} title={i18n.t('keeping.title')} why={i18n.t('keeping.why')}>
          <KeepingPart view={view.keeping} act={act} />
        </Part>
      </Group>
      <Group title={i18n.t('options.groups.browser')}>
        <Part number={10} title={i18n.t('clickToDial.title')} why={i18n.t('clickToDial.why')}>
          <CheckField
            name="clickToDial"
            label={i18n.t('clickToDial.switch')}
            hint={i18n.t(`clickToDial.${view.clickToDial}`)}
            checked={view.clickToDial === 'on'}
            onCheck={(on) => act({ do: 'click-to-dial', on })}
          />
        </Part>
        <Part number={9} title={i18n.t('keyForm.title')} why={i18n.t('keyForm.why')}>
          <KeyForm
            key={Object.values(view.keys).join()}
            keys={view.keys}
            browserKeys={view.browserKeys}
            state={forms.keys}
            onSave={(keys) => act({ do: 'save-keys', keys })}
          />
        </Part>
      </Group>
    </main>
  );
}
