import { i18n } from '#i18n';
import { dialRequestAt } from '../../../contract/messages/dial-request.ts';
import { RING_CADENCES } from '../../../contract/pack/ring-cadence.ts';
import { liveCallStage } from '../call/live-call-stage.ts';
import { idleStage } from '../idle/idle-stage.ts';
import { wrapUpStage } from '../note/wrap-up-stage.ts';
import { ownerName } from '../orders/order-history-lines.ts';
import { dueViews } from '../orders/promise-views.ts';
import { shiftView, signInView } from '../shift/shift-views.ts';
import { packNoticeOf } from '../status/pack-notice-of.ts';
import { overlayView } from './overlay-view.ts';
import { PanelState } from './panel-state.ts';
import type { LockedStage, PanelView, SetUpStage, ShownPhoneStatus, Stage } from './panel-view.ts';

/** What the panel shows at a moment, from what it holds and the folds. */
export class PanelModel extends PanelState {
  view(now: number): PanelView {
    this.grown.value;
    const { journal, settings, tabs, sync, team, pack, packs, context } = this.parts;
    const stage = this.#stage(now);
    const lost = stage.stage === 'locked' || stage.stage === 'set-up' ? null : journal.lost;
    return {
      now,
      status: {
        phoneStatus: this.#shownPhoneStatus(),
        agentNumber: settings().agentNumber,
        sync: sync.state.value,
        shift: stage.stage === 'locked' ? null : shiftView(team.shift(now), pack, context().language),
      },
      stage,
      tab: tabs.view(now),
      counts: tabs.counts(now),
      overlay: overlayView(this, now),
      lost:
        lost === null ? null : { call: lost.id, number: lost.remoteParty.number, startedAt: lost.startedAt },
      packNotice: packNoticeOf(packs.state.value, pack, this.packRefusalSeenAt.value, i18n.t, now),
      dialRequest: dialRequestAt(this.dialRequest.value, now),
      keys: this.keys.value,
      refusal: this.refusal.value ?? (team.failed.value ? i18n.t('team.notStored') : null),
    };
  }

  #stage(now: number): Stage {
    const { journal, notes, settings, pack, team } = this.parts;
    const { onScreen } = journal;
    if (onScreen !== undefined) return liveCallStage(this, onScreen, now);
    // First: whether a phone is missing here may stand in what is locked.
    if (this.vault.value.state === 'locked') return this.#locked(this.vault.value.agent);
    const missing = this.#missing();
    if (missing.length > 0) {
      return { stage: 'set-up', missing, storeLost: missing.includes('vault') && this.vaultWasMade.value };
    }
    return (
      this.#wrapUp(now) ??
      idleStage(
        journal.calls,
        notes.today.value,
        RING_CADENCES[settings().cadence],
        pack.settings.ringLimit,
        this.#phonelessRole() === null ? signInView(team.shift(now), this.phoneStatus.value) : null,
        dueViews(this.parts.tabs.models.orders.service, team, now),
      )
    );
  }

  #locked(here: string): LockedStage {
    const agents = this.agents.value.map((one) => ({ ...one, current: one.agent === here }));
    return { stage: 'locked', ...this.unlocking.value, agents };
  }

  #wrapUp(now: number): Stage | null {
    const { journal, notes, team, context, tabs, pack } = this.parts;
    const call = journal.wrappingUp ?? this.reopened.value;
    if (call === null) return null;
    const { language } = context();
    const tool = this.tool.value;
    const { service: orderService } = tabs.models.orders;
    return wrapUpStage(
      { journal, notes, team, orderService, pack, language, times: this.times, tool },
      call,
      now,
    );
  }

  #shownPhoneStatus(): ShownPhoneStatus {
    const workOrderRole = this.#phonelessRole();
    if (workOrderRole === null) return this.phoneStatus.value;
    const { pack, context } = this.parts;
    const { language } = context();
    return {
      status: 'no-phone',
      workOrderRole: ownerName(workOrderRole, { workOrders: pack.workOrders, language }),
    };
  }

  /** Whose desk this is, where somebody in the team has something else to do than answer calls, and no phone for it. */
  #phonelessRole(): string | null {
    const { settings, sync } = this.parts;
    const { sipServer, sipUser } = settings();
    const workOrderRole = sync.workOrderRole.value;
    return workOrderRole === 'agent' || sipServer !== '' || sipUser !== '' ? null : workOrderRole;
  }

  #missing(): SetUpStage['missing'] {
    const { settings } = this.parts;
    const { agentNumber, hotlineName, sipServer, sipUser } = settings();
    const phoneStatus = this.phoneStatus.value;
    const vault = this.vault.value.state === 'not-set-up' ? (['vault'] as const) : [];
    if (vault.length === 0 && this.#phonelessRole() !== null) return [];
    const agent = agentNumber === '' || hotlineName === '' ? (['agent'] as const) : [];
    const phone = sipServer === '' || sipUser === '' ? (['phone'] as const) : [];
    if (vault.length + agent.length + phone.length === 0) return [];
    const asks = phoneStatus.status === 'out' && phoneStatus.issue === 'microphone-not-asked';
    return [...vault, ...agent, ...phone, ...(asks ? (['microphone'] as const) : [])];
  }
}
