import { i18n } from '#i18n';
import type { Instant } from '../../../calls/call-event.ts';
import { type PackLanguage, textIn } from '../../../contract/pack/localized-text.ts';
import type { Pack } from '../../../contract/pack/pack.ts';
import { RING_CADENCES, ringLength } from '../../../contract/pack/ring-cadence.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../contract/settings/settings.ts';
import type { TeamEvent } from '../../../contract/team/team-event.ts';
import { foldCallBacks } from '../../../rules/call-backs/fold-call-backs.ts';
import type { Zone } from '../../../rules/time/zone-offset.ts';
import { clockLabel } from '../../../rules/work-orders/clock-label.ts';
import { foldWorkOrders } from '../../../rules/work-orders/fold-work-orders.ts';
import { openOrders } from '../../../rules/work-orders/open-orders.ts';
import { type OrderRules, orderRulesOf } from '../../../rules/work-orders/order-rules.ts';
import type { PresenceModel } from '../presence/presence-model.ts';
import { type WallboardDeadline, type WallboardView, wallboardOf } from './wallboard-view.ts';

interface WallboardParts {
  readonly presence: PresenceModel;
  readonly team: { readonly events: { readonly value: readonly TeamEvent[] } };
  readonly pack: Pack;
  readonly packOf?: (key: string) => Pack | null;
  readonly language: PackLanguage;
  readonly zone: Zone;
  readonly settings: () => Promise<Settings>;
}

/** The presence page's people and the team's clocks, for a screen on the wall. */
export class WallboardModel {
  readonly #parts: WallboardParts;
  readonly #rules: OrderRules;
  #cadence = DEFAULT_SETTINGS.cadence;
  #folded: {
    readonly events: readonly TeamEvent[];
    readonly at: Instant;
    readonly list: readonly WallboardDeadline[];
  } | null = null;

  constructor(parts: WallboardParts) {
    this.#parts = parts;
    this.#rules = orderRulesOf(parts.pack, parts.zone, parts.packOf);
  }

  async load(): Promise<void> {
    this.#cadence = (await this.#parts.settings()).cadence;
    await this.#parts.presence.load();
  }

  view(now: Instant): WallboardView {
    const { presence, pack } = this.#parts;
    const { agents, names, help } = presence.view(now);
    return wallboardOf({
      ...{ agents, names, help, now, deadlines: this.#deadlines(now) },
      ringLimit: pack.settings.ringLimit,
      ringMs: ringLength(RING_CADENCES[this.#cadence]),
    });
  }

  /** Folded anew once a minute, and whenever the team's events change. */
  #deadlines(now: Instant): readonly WallboardDeadline[] {
    const events = this.#parts.team.events.value;
    const minute = Math.floor(now / 60_000);
    if (this.#folded?.events !== events || this.#folded.at !== minute) {
      this.#folded = { events, at: minute, list: this.#fold(events, now) };
    }
    return this.#folded.list;
  }

  #fold(events: readonly TeamEvent[], now: Instant): readonly WallboardDeadline[] {
    const { language } = this.#parts;
    const orders = openOrders(foldWorkOrders(events, this.#rules), now, this.#rules).flatMap(
      ({ order, clock }): WallboardDeadline[] =>
        clock === null
          ? []
          : [
              {
                ...{ id: order.id, number: order.orderNumber ?? '', dueAt: clock.dueAt },
                label: `${textIn(order.kind.name, language)} · ${clockLabel(order, clock, i18n.t)}`,
              },
            ],
    );
    const calls = foldCallBacks(events).callBacks.flatMap(({ id, state, dueAt }): WallboardDeadline[] =>
      state.state === 'open' ? [{ id, number: '', label: i18n.t('notification.callBack'), dueAt }] : [],
    );
    return [...orders, ...calls];
  }
}
