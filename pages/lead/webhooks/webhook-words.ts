import { i18n } from '#i18n';
import type { Delivery, WebhookEvent, WebhookKind } from '../../../contract/api/webhooks/webhook.ts';

const EVENTS: Readonly<Record<WebhookEvent, () => string>> = {
  'call.ended': () => i18n.t('lead.webhooks.event.callEnded'),
  'note.finalized': () => i18n.t('lead.webhooks.event.noteFinalized'),
  'order.opened': () => i18n.t('lead.webhooks.event.orderOpened'),
  'order.moved': () => i18n.t('lead.webhooks.event.orderMoved'),
  'deadline.near': () => i18n.t('lead.webhooks.event.deadlineNear'),
  'deadline.missed': () => i18n.t('lead.webhooks.event.deadlineMissed'),
  'help.asked': () => i18n.t('lead.webhooks.event.helpAsked'),
  'pack.published': () => i18n.t('lead.webhooks.event.packPublished'),
};

export function eventWords(event: WebhookEvent): string {
  return EVENTS[event]();
}

export function kindWords(kind: WebhookKind): string {
  return i18n.t(`lead.webhooks.kinds.${kind}`);
}

const PROBLEMS: Readonly<Record<NonNullable<Delivery['problem']>, (status: number) => string>> = {
  unreachable: () => i18n.t('lead.webhooks.problem.unreachable'),
  'not-allowed': () => i18n.t('lead.webhooks.problem.notAllowed'),
  status: (status) => i18n.t('lead.webhooks.problem.status', { status }),
  'refused-by-robot': () => i18n.t('lead.webhooks.problem.refusedByRobot'),
  'too-many-redirects': () => i18n.t('lead.webhooks.problem.tooManyRedirects'),
};

/** Why the last attempt did not succeed; empty where it did, or there was none. */
export function problemWords({ problem, status }: Pick<Delivery, 'problem' | 'status'>): string {
  return problem === null ? '' : PROBLEMS[problem](status ?? 0);
}

export function stateWords(state: Delivery['state']): string {
  return i18n.t(`lead.webhooks.state.${state}`);
}
