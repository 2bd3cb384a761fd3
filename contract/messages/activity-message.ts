/**
 * Name of the BroadcastChannel on which pages say that somebody uses them, so that the phone host
 * locks an idle computer. Same origin only; the message has no content.
 */
export const ACTIVITY_CHANNEL = 'sansheng-activity';
