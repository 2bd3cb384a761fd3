import { i18n } from '#i18n';
import { dialRequestAt } from '../../../contract/messages/dial-request.ts';
import { RING_CADENCES } from '../../../contract/pack/ring-cadence.ts';
import { isSameDay } from '../../../rules/time/same-day.ts';
import { liveCallStage } from '../call/live-call-stage.ts';
import { ringBeside } from '../call/ring-beside.ts';
import { pendingView } from '../follow-ups/pending-view.ts';
import { idleStage } from '../idle/idle-stage.ts';
import { wrapUpStage } from '../note/wrap-up-stage.ts';
import { ownerName } from '../orders/order-history-lines.ts';
import { dueViews } from '../orders/promise-views.ts';
import { SpokenValues } from '../script/spoken-values.ts';
import { arrivalView } from '../shift/arrival-view.ts';
import { shiftView, signInView } from '../shift/shift-views.ts';
import { newDevice } from '../status/new-device-view.ts';
import { packNotice } from '../status/pack-notice-view.ts';
import { overlayView } from './overlay-view.ts';
import type { PanelSources } from './panel-sources.ts';
import type { LockedStage, PanelView, SetUpStage, ShownPhoneStatus, Stage } from './panel-view.ts';

/** A clock that is wrong by less disturbs nobody. */
const SHOWN_CLOCK_ERROR_MS = 60_000;

/** What the panel shows at a moment. */
export class PanelModel {
  readonly #sources: PanelSources;
  readonly #spoken: SpokenValues;

  constructor(sources: PanelSources) {
    this.#sources = sources;
    this.#spoken = new SpokenValues(sources);
  }

  view(now: number): PanelView {
    const { page, state, journal, contact, tabs, sync, team } = this.#sources;
    // Ties the rendering to the journal.
    state.journalVersion.value;
    const { pack, language } = page;
    const stage = this.#stage(now);
    const isOpen = stage.stage !== 'locked' && stage.stage !== 'set-up';
    const { lost } = journal;
    const { beside } = contact;
    const off = team.serverTime(now) - now;
    return {
      now,
      ...(Math.abs(off) > SHOWN_CLOCK_ERROR_MS && { clockOff: off }),
      status: {
        phoneStatus: this.#phoneStatus(),
        notices: state.notices.value,
        agentNumber: page.settings.agentNumber,
        sync: sync.state.value,
        shift: stage.stage === 'locked' ? null : shiftView(team.shift(now), pack, language),
      },
      stage,
      beside: isOpen && beside !== null ? ringBeside(this.#sources, beside, now) : null,
      tab: tabs.view(now),
      counts: tabs.counts(now),
      overlay: overlayView(this.#sources, now),
      lost:
        isOpen && lost !== null
          ? { call: lost.id, number: lost.remoteParty.number, startedAt: lost.startedAt }
          : null,
      packNotice: packNotice(page.packs.state.value, pack, state.packRefusalSeenAt.value, i18n.t, now),
      newDevice: isOpen ? newDevice(sync.newDevices.value) : null,
      dialRequest: dialRequestAt(state.dialRequest.value, now),
      keys: state.keys.value,
      noteFocus: state.noteFocus.value,
      refusal: state.refusal.value ?? (team.failed.value ? i18n.t('team.notStored') : null),
    };
  }

  #stage(now: number): Stage {
    const { page, state, journal, notes, contact, team, orderService, followUps } = this.#sources;
    const { onScreen } = contact;
    if (onScreen !== undefined) return liveCallStage(this.#sources, this.#spoken, onScreen, now);
    // First, because what is locked may say whether this agent has a phone.
    if (state.vault.value.state === 'locked') return this.#locked(state.vault.value.agent);
    const missing = this.#missing();
    if (missing.length > 0) {
      return { stage: 'set-up', missing, storeLost: missing.includes('vault') && state.vaultWasMade.value };
    }
    if (contact.ended !== null) return wrapUpStage(this.#sources, contact.ended, now);
    return idleStage(
      journal.calls,
      notes.today.value,
      RING_CADENCES[page.settings.cadence],
      page.pack.settings.ringLimit,
      this.#phonelessRole() === null ? signInView(team.shift(now), state.phoneStatus.value) : null,
      arrivalView(page.pack, now, page.times.utcOffsetMinutes, page.language),
      followUps.pending('mine').map((one) => pendingView(one, page.pack)),
      dueViews(orderService, team, page, team.serverTime(now)),
      isSameDay(now, page.times.utcOffsetMinutes),
    );
  }

  #locked(here: string): LockedStage {
    const { agents, unlocking } = this.#sources.state;
    return {
      stage: 'locked',
      ...unlocking.value,
      agents: agents.value.map((one) => ({ ...one, current: one.agent === here })),
    };
  }

  #phoneStatus(): ShownPhoneStatus {
    const { page, state } = this.#sources;
    const role = this.#phonelessRole();
    if (role === null) return state.phoneStatus.value;
    const { workOrders } = page.pack;
    return { status: 'no-phone', workOrderRole: ownerName(role, { workOrders, language: page.language }) };
  }

  /** The work order role of somebody who takes no calls and has no phone; else null. */
  #phonelessRole(): string | null {
    const { page, sync } = this.#sources;
    const { sipServer, sipUser } = page.settings;
    const workOrderRole = sync.workOrderRole.value;
    return workOrderRole === 'agent' || sipServer !== '' || sipUser !== '' ? null : workOrderRole;
  }

  #missing(): SetUpStage['missing'] {
    const { page, state } = this.#sources;
    const { agentNumber, hotlineName, sipServer, sipUser } = page.settings;
    const phoneStatus = state.phoneStatus.value;
    const vault = state.vault.value.state === 'not-set-up' ? (['vault'] as const) : [];
    if (vault.length === 0 && this.#phonelessRole() !== null) return [];
    const agent = agentNumber === '' || hotlineName === '' ? (['agent'] as const) : [];
    const phone = sipServer === '' || sipUser === '' ? (['phone'] as const) : [];
    if (vault.length + agent.length + phone.length === 0) return [];
    const asks = phoneStatus.status === 'out' && phoneStatus.issue === 'microphone-not-asked';
    return [...vault, ...agent, ...phone, ...(asks ? (['microphone'] as const) : [])];
  }
}
