import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { robotAnswerSchema } from '../../contract/api/webhooks/robot-answer.ts';
import type { WebhookBody, WebhookKind } from '../../contract/api/webhooks/webhook.ts';

export interface OutgoingMessage {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type RobotKind = Exclude<WebhookKind, 'json'>;

/**
 * The request of a group robot, after its vendor's documentation: a text message, with the
 * signature where the robot has a secret.
 */
export function robotMessage(
  kind: RobotKind,
  {
    url,
    secret,
    content,
    now,
  }: {
    readonly url: string;
    readonly secret: string | null;
    readonly content: string;
    readonly now: number;
  },
): OutgoingMessage {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  switch (kind) {
    case 'wecom':
      return { url, headers, body: JSON.stringify({ msgtype: 'text', text: { content } }) };
    case 'dingtalk': {
      const signed = new URL(url);
      if (secret !== null) {
        signed.searchParams.set('timestamp', String(now));
        signed.searchParams.set('sign', hmacBase64(secret, `${now}\n${secret}`));
      }
      return { url: signed.href, headers, body: JSON.stringify({ msgtype: 'text', text: { content } }) };
    }
    case 'feishu': {
      const timestamp = String(Math.floor(now / 1_000));
      const signed = secret === null ? {} : { timestamp, sign: hmacBase64(`${timestamp}\n${secret}`, '') };
      const message = { ...signed, msg_type: 'text', content: { text: content } };
      return { url, headers, body: JSON.stringify(message) };
    }
  }
}

const answerSchema = v.pipe(v.string(), v.parseJson(), robotAnswerSchema);

/** Robots answer 200 to what they refuse; the body says so. */
export function isAcceptedByRobot(answer: string): boolean {
  const parsed = v.safeParse(answerSchema, answer);
  if (!parsed.success) return false;
  const { errcode, code, StatusCode } = parsed.output;
  return (errcode ?? code ?? StatusCode) === 0;
}

const word = v.pipe(v.string(), v.minLength(1));
const wordsSchema = v.object({
  robot: v.strictObject({
    ...{ callEnded: word, noteFinalized: word, orderOpened: word },
    ...{ orderMoved: word, helpAsked: word, packPublished: word },
    ...{ orderNear: word, orderMissed: word, callBackNear: word, callBackMissed: word },
    handoverMissed: word,
  }),
});

type Words = v.InferOutput<typeof wordsSchema>['robot'];

const WORD_OF = {
  'call.ended': 'callEnded',
  'note.finalized': 'noteFinalized',
  'order.opened': 'orderOpened',
  'order.moved': 'orderMoved',
  'help.asked': 'helpAsked',
  'pack.published': 'packPublished',
} as const satisfies Readonly<Record<Exclude<WebhookBody['type'], `deadline.${string}`>, keyof Words>>;

function wordOf({ type, data }: WebhookBody): keyof Words {
  if (type !== 'deadline.near' && type !== 'deadline.missed') return WORD_OF[type];
  const isNear = type === 'deadline.near';
  if (data['of'] === 'handover') return 'handoverMissed';
  if (data['of'] === 'call-back') return isNear ? 'callBackNear' : 'callBackMissed';
  return isNear ? 'orderNear' : 'orderMissed';
}

/** What a robot says, in the words of the extension: `{name}` is filled in from the event. */
export function robotText(body: WebhookBody, language: string, timeZone: string): string {
  const { at, data } = body;
  const file = new URL(`../../locales/${language.replace('-', '_')}.yml`, import.meta.url);
  const { robot } = v.parse(wordsSchema, parse(readFileSync(file, 'utf8')));
  const format = { timeZone, month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  const clock = new Intl.DateTimeFormat(language, { ...format, hourCycle: 'h23' });
  const values: Readonly<Record<string, string | number>> = { order: '', agent: '', stage: '', ...data };
  return robot[wordOf(body)].replace(/\{(\w+)\}/g, (_all, name: string) => {
    if (name === 'time') return clock.format(at);
    if (name === 'due') return clock.format(Number(values['dueAt']));
    if (name === 'responsible')
      return [values['ownerName'], values['agents']].filter((part) => part !== '').join(' ');
    if (name === 'order') return String(values['orderNumber'] ?? values['order']);
    return String(values[name] ?? '');
  });
}

function hmacBase64(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64');
}
