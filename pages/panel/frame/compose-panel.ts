import { batch, type Signal } from '@preact/signals';
import type { HostLinkPorts } from '../../../browser/host-link.ts';
import type { PresenceLink } from '../../../browser/presence-link.ts';
import type { SyncLink } from '../../../browser/sync-link.ts';
import type { CallId } from '../../../calls/call-event.ts';
import { replayPhone } from '../../../calls/fold-phone.ts';
import { viewRules } from '../../../rules/call/view-rules.ts';
import { pinsFor } from '../../../rules/search/pinned-scripts.ts';
import { dispatch, type Handlers } from '../../session/dispatch.ts';
import type { TeamLog } from '../../session/team-log.ts';
import { callHandlers } from '../call/call-handlers.ts';
import type { LineMeterFeed } from '../call/line-meter-feed.ts';
import { PhoneCommands, type PhoneLink } from '../call/phone-commands.ts';
import { Dialling } from '../dial/dialling.ts';
import { followUpHandlers } from '../follow-ups/follow-up-handlers.ts';
import { helpHandlers } from '../help/help-handlers.ts';
import { vaultHandlers } from '../idle/vault-handlers.ts';
import { noteHandlers } from '../note/note-handlers.ts';
import { OpenContact } from '../note/open-contact.ts';
import { PanelNotes } from '../note/panel-notes.ts';
import { wrapUpBeginning } from '../note/wrap-up-beginning.ts';
import type { HalfWritten } from '../orders/half-written.ts';
import { CallerVoice } from '../practice/caller-voice.ts';
import { PracticeSwitch } from '../practice/practice-switch.ts';
import { EarlySteps } from '../script/early-steps.ts';
import { scriptHandlers } from '../script/script-handlers.ts';
import { shiftHandlers } from '../shift/shift-handlers.ts';
import { statusHandlers } from '../status/status-handlers.ts';
import { composeTabs } from './compose-tabs.ts';
import type { Loader } from './loaded-later.ts';
import { openTabsOfCalls } from './open-tabs-of-calls.ts';
import { overlayHandlers } from './overlay-handlers.ts';
import type { PanelAction } from './panel-action.ts';
import type { PanelBrowser } from './panel-browser.ts';
import { PanelJournal } from './panel-journal.ts';
import { PanelModel } from './panel-model.ts';
import type { PanelPage } from './panel-page.ts';
import { loadPanelRest, type PanelRest, panelRestIfLoaded } from './panel-rest.ts';
import { PanelState } from './panel-state.ts';
import { PanelTeam } from './panel-team.ts';

type HostPorts = Pick<HostLinkPorts, 'onEntries' | 'onForget' | 'onPhoneStatus'>;

export interface PanelParts<Link extends PhoneLink> {
  readonly page: PanelPage;
  readonly teamLog: TeamLog;
  readonly sync: Pick<
    SyncLink,
    'state' | 'say' | 'workOrderRole' | 'writesForOthers' | 'serverOffset' | 'newDevices'
  >;
  readonly presence: Pick<PresenceLink, 'state' | 'say'>;
  readonly meter: Pick<LineMeterFeed, 'of'>;
  readonly written: HalfWritten;
  readonly browser: PanelBrowser;
  /** Otherwise the page's own. */
  readonly rest?: Loader<Pick<PanelRest, 'composeTabModels' | 'harassmentHandlers'>>;
  /** A text field of the panel has the focus. */
  readonly isWriting?: () => boolean;
  readonly connect: (ports: HostPorts) => Link;
  /** The panel's clock, which renderings depend on. */
  readonly clock: Signal<number>;
  readonly now: () => number;
  /** 0…1: which practice caller rings. */
  readonly random: () => number;
}

/** The whole panel without its DOM: `model.view` says what it shows, `act` carries out a press. */
export function composePanel<Link extends PhoneLink>(parts: PanelParts<Link>) {
  const { page, teamLog, sync, presence, meter, written, browser, clock, now, random } = parts;
  const isWriting = parts.isWriting ?? (() => false);
  const rest = parts.rest ?? { loaded: panelRestIfLoaded, load: loadPanelRest };
  const state = new PanelState();
  const journal = new PanelJournal(page.packs, page.context);
  const notes = new PanelNotes(page.stores.notes, page.titleOf);
  const contact = new OpenContact({
    ...{ journal, notes, state },
    loadCall: async (call) => {
      const { entries } = await page.stores.journal.load({ call });
      return replayPhone(entries).calls.find(({ id }) => id === call) ?? null;
    },
  });
  const team = new PanelTeam({ teamLog, store: page.stores.team, page, clock: sync, now });
  const link = parts.connect({
    onEntries: (entries) => {
      journal.append(entries);
      // Between two calls the clock moves only once a second.
      batch(() => {
        clock.value = now();
        state.journalVersion.value += 1;
      });
      const wrote = isWriting();
      void browser.whenIdle().then(async () => {
        // Keys that were meant for the note go on into that of the answered call.
        if (wrote && !isWriting() && contact.onScreen !== undefined) state.noteFocus.value += 1;
        await contact.follow();
        // In a call nothing of earlier days is shown.
        if (contact.call === null) await followUps.readNotes();
      });
    },
    onForget: () => journal.forget(),
    onPhoneStatus: (phoneStatus, _problems, notices) => {
      state.phoneStatus.value = phoneStatus;
      state.notices.value = notices;
    },
  });
  const commands = new PhoneCommands({ link, contact, state, now });
  const beginWrapUp = wrapUpBeginning({ contact, commands });
  const noteHandling = noteHandlers({ notes, contact, commands, state, browser, beginWrapUp });
  const dialling = new Dialling({
    ...{ page, journal, state, commands, browser },
    now: () => team.serverTime(now()),
    nameCaller: (surname, title) =>
      noteHandling['write-note']({ do: 'write-note', patch: { surname, title } }),
  });
  const { orderService, followUps, models, tabs } = composeTabs({
    ...{ rest, page, state, journal, notes, contact, dialling, teamLog, team, sync, written, browser, now },
    didStep: (action) => early.did(action),
  });
  journal.subscribe((entries) =>
    openTabsOfCalls(entries, {
      ...{ journal, beginWrapUp, models, state, isWriting },
    }),
  );

  // The team's events are read later than the journal.
  team.followUps.subscribe(() => void followUps.readNotes());

  const rules = (call?: CallId) => viewRules(journal.rules, page.pack, page.context(), now(), call);
  const scripts = scriptHandlers({
    run: () => rules(contact.call?.id).run,
    pins: () => pinsFor(state.chosenPins.value, page.pack),
    record: (event) => commands.record(event),
    now,
    onPicked: () => {
      state.overlay.value = { kind: 'none' };
    },
    onTurnedTo: (situation) => {
      state.turnedTo.value = situation;
    },
  });
  const early = new EarlySteps({
    call: () => contact.call?.id,
    run: (call) => rules(call).run,
    next: () => scripts['next-step']({ do: 'next-step' }),
  });
  journal.subscribe(() => void early.pass());

  const practice = new PracticeSwitch({
    ...{ page, journal, now },
    keys: () => state.keys.value,
    pins: () => state.chosenPins.value,
    voice: new CallerVoice(browser.speech, page.language),
    ...(browser.noise === undefined ? {} : { noise: browser.noise }),
    random,
  });
  clock.subscribe(() => practice.advance());
  const shift = shiftHandlers({
    ...{ team, vault: page.stores.vault, state },
    finishWrapUp: () => noteHandling['finish-wrap-up']({ do: 'finish-wrap-up' }),
  });
  const harassment = {
    ...{ team, sync, journal, notes, followUps, browser, now },
    onRegistered: async () => {
      state.tool.value = 'none';
      await early.did('register-number');
    },
  };
  const handlers: Handlers<PanelAction> = {
    ...followUpHandlers(followUps),
    ...callHandlers({ commands, journal, rules, now }),
    ...dialling.handlers,
    ...helpHandlers({ presence, journal, state, now }),
    ...noteHandling,
    ...overlayHandlers({ state, page, journal, rules, browser, now }),
    ...scripts,
    ...statusHandlers({ link, sync, packs: page.packs, state, browser, now }),
    ...tabs.handlers,
    ...vaultHandlers({ vault: page.stores.vault, state }),
    'on-shift': ({ action }) => dispatch(shift, action.do, action),
    'on-harassment': async ({ action }) => {
      await rest.load();
      const handlers = rest.loaded()?.harassmentHandlers(harassment);
      if (handlers !== undefined) await dispatch(handlers, action.do, action);
    },
    'on-practice': async ({ action }) => {
      if (action.do !== 'begin') return;
      state.overlay.value = { kind: 'none' };
      state.openTab.value = 'call';
      await practice.begin();
    },
  };
  const act = async (action: PanelAction): Promise<void> => {
    if (!practice.act(action)) await dispatch(handlers, action.do, action);
  };
  const real = new PanelModel({
    ...{ page, state, journal, notes, contact, team, orderService, followUps, tabs, sync, presence, meter },
  });
  const model = { view: (at: number) => practice.view(at) ?? real.view(at) };
  return { state, contact, journal, link, tabModels: models, model, act };
}
