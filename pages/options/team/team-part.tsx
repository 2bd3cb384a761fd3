import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { enrolRequestSchema } from '../../../contract/api/members/enrolment.ts';
import { longestText } from '../../../contract/longest-text.ts';
import { settingsSchema } from '../../../contract/settings/settings.ts';
import './team-part.css';
import { TextField } from '../../../components/text-field.tsx';
import type { JoinProblem, TeamPartAction, TeamPartView } from './team-part-view.ts';

interface TeamPartProps {
  readonly team: TeamPartView;
  /** The administrator has set the address. */
  readonly managed: boolean;
  readonly act: (action: TeamPartAction) => void;
}

/** Shows the team that this browser syncs with; joins and leaves one. */
export function TeamPart({ team, managed, act }: TeamPartProps) {
  switch (team.state) {
    case 'no-vault':
      return <p>{i18n.t('team.vaultFirst')}</p>;
    case 'locked':
      return <p>{i18n.t('team.locked')}</p>;
    case 'none':
      return <Join team={team} managed={managed} act={act} />;
    case 'joined':
      return (
        <div class="team-part">
          <p>{i18n.t('team.joined', { team: team.team, organisation: team.organisation })}</p>
          <p>{i18n.t('team.as', { name: team.name, number: team.number })}</p>
          <p>{i18n.t('team.workOrderRole', { workOrderRole: team.workOrderRole })}</p>
          <p class="team-part__server">{team.server}</p>
          <div>
            <ConfirmButton question={i18n.t('team.leaveSure')} onSure={() => act({ do: 'leave-team' })}>
              {i18n.t('team.leave')}
            </ConfirmButton>
          </div>
          <p class="team-part__hint">{i18n.t('team.leaveHint')}</p>
        </div>
      );
  }
}

/** A slash and the root's key follow the code (splitEnrolment). */
const LONGEST_ROOT = 60;

interface JoinProps {
  readonly team: TeamPartView & { readonly state: 'none' };
  readonly managed: boolean;
  readonly act: TeamPartProps['act'];
}

function Join({ team, managed, act }: JoinProps) {
  const [server, setServer] = useState(team.server);
  const [code, setCode] = useState('');
  const [organisation, setOrganisation] = useState('');
  return (
    <div class="team-part">
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          act({ do: 'enrol', server: server.trim(), code });
        }}
      >
        <TextField
          name="teamServer"
          label={i18n.t('team.server')}
          placeholder="https://"
          hint={i18n.t('team.serverHint')}
          maxLength={longestText(settingsSchema.entries.teamServer)}
          value={server}
          managed={managed}
          onInput={setServer}
          problem={team.problem === 'bad-address' ? problemText('bad-address') : null}
        />
        <TextField
          name="enrolmentCode"
          label={i18n.t('team.code')}
          hint={i18n.t('team.codeHint')}
          maxLength={longestText(enrolRequestSchema.entries.code) + LONGEST_ROOT}
          value={code}
          managed={false}
          onInput={setCode}
        />
        <div>
          <button
            type="submit"
            class="button button--main"
            disabled={team.busy || server === '' || code === ''}
          >
            {i18n.t(team.busy ? 'team.joining' : 'team.join')}
          </button>
        </div>
      </form>
      <details>
        <summary>{i18n.t('team.signInInstead')}</summary>
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            act({ do: 'sign-in', server: server.trim(), organisation: organisation.trim() });
          }}
        >
          <TextField
            name="organisation"
            label={i18n.t('team.organisation')}
            hint={i18n.t('team.organisationHint')}
            maxLength={40}
            value={organisation}
            managed={false}
            onInput={setOrganisation}
          />
          <div>
            <button type="submit" class="button" disabled={team.busy || server === '' || organisation === ''}>
              {i18n.t('team.signIn')}
            </button>
          </div>
        </form>
      </details>
      <p class="team-part__problem" role="alert">
        {team.problem === null ? '' : problemText(team.problem)}
      </p>
    </div>
  );
}

function problemText(problem: JoinProblem): string {
  switch (problem) {
    case 'bad-address':
      return i18n.t('team.problem.badAddress');
    case 'not-permitted':
      return i18n.t('team.problem.notPermitted');
    case 'bad-code':
      return i18n.t('team.problem.badCode');
    case 'offline':
      return i18n.t('team.problem.offline');
    case 'too-many':
      return i18n.t('team.problem.tooMany');
    case 'cancelled':
      return i18n.t('team.problem.cancelled');
    case 'account-refused':
      return i18n.t('team.problem.accountRefused');
    case 'not-our-server':
      return i18n.t('team.problem.notOurServer');
    case 'signed-out':
      return i18n.t('sync.about.signedOut');
    case 'other-team':
      return i18n.t('sync.about.otherTeam');
    case 'older':
      return i18n.t('team.problem.older');
  }
}
