import { PanelFollowUps } from '../follow-ups/panel-follow-ups.ts';
import { OrderNumbers } from '../orders/order-numbers.ts';
import { OrderService } from '../orders/order-service.ts';
import { LoadedLater, type Loader } from './loaded-later.ts';
import type { PanelRest } from './panel-rest.ts';
import { PanelTabs } from './panel-tabs.ts';
import type { TabParts } from './tab-parts.ts';

interface LoadedTabs extends TabParts {
  readonly rest: Loader<Pick<PanelRest, 'composeTabModels'>>;
}

/** The bottom bar; the models of its tabs are loaded after the first screen. */
export function composeTabs(parts: LoadedTabs) {
  const { page, state, journal, notes, contact, team, sync, now } = parts;
  const { stores } = page;
  const orderService = new OrderService({
    team,
    numbers: new OrderNumbers({
      ...{ links: stores.links, counter: stores.orderCounter },
      known: () => team.orders.value.orders.values(),
      utcOffsetMinutes: () => page.context().utcOffsetMinutes,
    }),
    append: (events) => stores.team.append(events),
    actor: () => ({
      agentNumber: page.settings.agentNumber,
      workOrderRole: sync.workOrderRole.value ?? page.settings.role,
      recordsForOthers: sync.writesForOthers,
    }),
    ...{ page, now },
  });
  const followUps = new PanelFollowUps({ team, journal, notes, page });
  const models = new LoadedLater(parts.rest, (rest) =>
    rest.composeTabModels({ ...parts, orderService, followUps }),
  );
  const unfinished = () => {
    const { call } = contact;
    return contact.unfinished.filter(({ id }) => id !== call?.id).length;
  };
  return {
    orderService,
    followUps,
    models,
    tabs: new PanelTabs(models, followUps, unfinished, state.openTab, team),
  };
}
