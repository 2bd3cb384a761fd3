import { JssipSource } from '../../../calls/sources/jssip/jssip-source.ts';
import type { Subject } from './subject.ts';

const ICE_BUDGET_MS = 80;

export const ourSubject: Subject = {
  name: 'ours',
  start: ({ password, ...account }, onRinging) =>
    new Promise((resolve) => {
      const source = new JssipSource({
        ...account,
        credentials: { kind: 'password', password },
        displayName: null,
        iceBudgetMs: ICE_BUDGET_MS,
        dtmf: 'rfc4733',
        autoAnswer: false,
        trustCallerIdentity: true,
        answerOnRequest: false,
        turnAway: () => null,
        isReady: () => true,
        queueTimeHeader: null,
        media: {
          getMicrophone: async () => ({
            ok: true,
            stream: await navigator.mediaDevices.getUserMedia({ audio: true }),
          }),
          playRemote: () => {},
          release: () => {},
        },
        report: ({ problem, detail }) => console.error(problem, detail),
      });
      source.start((event) => {
        if (event.type === 'registered') resolve();
        if (event.type === 'ringing') {
          onRinging(() => void source.command({ type: 'answer', call: event.call }));
        }
      });
    }),
};
