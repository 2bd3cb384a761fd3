import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../contract/pack/pack.ts';
import type { ReleaseBody } from '../../contract/release/release.ts';
import { receiptsSchema } from '../../contract/release/release-messages.ts';
import { neverHangsUp } from '../../practice/scenarios/never-hangs-up.ts';
import { AGENT, type AgentWorkstation } from '../helpers/agent-workstation.ts';
import { greetingWith } from '../helpers/greeting-pack.ts';
import { SALES, SERVICE } from '../helpers/hotline-pack.ts';
import type { PanelScreen } from '../helpers/panel-screen.ts';
import { patientCaller } from '../helpers/practice-call-centre.ts';
import type { ReleaseSigner } from '../helpers/release-signer.ts';
import type { TeamServer } from '../helpers/team-server.ts';
import { until } from '../helpers/until.ts';

/** An agent who joined the team, and a lead of it without a browser. */
interface Release {
  readonly server: () => TeamServer;
  readonly workstation: () => AgentWorkstation;
  readonly screen: () => PanelScreen;
  readonly signer: () => ReleaseSigner;
}

export function packRelease({ server, workstation, screen, signer }: Release): void {
  describe('a pack that a lead publishes', () => {
    let sequence = 0;

    async function publish(pack: Pack, change: Partial<ReleaseBody> = {}): Promise<void> {
      sequence += 1;
      const bytes = await signer().sign(pack, { sequence, ...change });
      await server().ask('POST', '/v1/teams/:team/releases', { document: new TextDecoder().decode(bytes) });
    }

    async function receipts() {
      const { receipts: received } = v.parse(
        receiptsSchema,
        await server().ask('GET', '/v1/teams/:team/receipts'),
      );
      return received.map(({ agent, receipt }) => ({ agent, ...receipt }));
    }

    test('reaches an idle agent at once, with a note that is read once and receipt back', async () => {
      const began = Date.now();
      await publish(greetingWith('您好，新的问候。', '8.0.0'), { message: '问候改短了' });
      await screen().shows('.pack-notice--changed', '8.0.0');
      console.info(`shown ${Date.now() - began} ms after it was sent to the server`);
      await screen().shows('.pack-notice__message', '问候改短了');
      await until('a receipt', async () =>
        (await receipts()).some((received) => received.agent === '0283' && received.status === 'in-use'),
      );
      await screen().presses('.pack-notice .button');
      await workstation().panel.waitForSelector('.pack-notice', { hidden: true });
      await until('the reading is receipt', async () =>
        (await receipts()).some((received) => received.status === 'in-use' && received.readAt !== null),
      );
    });

    test('does not change the script of a call, and is there for the next one', async () => {
      const call = workstation().exchange.ring(neverHangsUp, { user: AGENT.user });
      await screen().answers();
      await call.until('answered');
      await screen().shows('.script-card', '新的问候');
      await publish({ ...greetingWith('您好，更新的问候。', '8.1.0'), hotlines: [SALES, SERVICE] });
      await until('the agent’s browser has it and waits', async () =>
        (await receipts()).some((received) => received.sequence === 2 && received.status === 'waiting'),
      );
      await screen().shows('.script-card', '新的问候');
      await call.hangUp();
      await screen().presses('.wrap-up-foot .button--main');
      await screen().shows('.pack-notice--changed', '8.1.0');
      await screen().presses('.pack-notice .button');
      const next = workstation().exchange.ring(neverHangsUp, { user: AGENT.user });
      await screen().answers();
      await next.until('answered');
      await screen().shows('.script-card', '更新的问候');
      await next.hangUp();
      await screen().presses('.wrap-up-foot .button--main');
    });

    test('brings hotlines: the number that was dialled names one at the ring, and chooses its greeting', async () => {
      const headers = { Diversion: '<sip:4001002000@pbx.example>;reason=unconditional' };
      const call = workstation().exchange.ring(patientCaller({ headers }), { user: AGENT.user });
      await screen().shows('.call-card__hotline', '购机热线');
      await screen().shows('.script-card--ahead', '购机热线');
      await screen().answers();
      // Else the caller would hang up before the answer, and there is no wrap-up.
      await call.until('answered');
      await screen().shows('.script-card__step', /购机热线.*哪款产品/);
      await call.hangUp();
      await screen().presses('.wrap-up-foot .button--main');
    });

    test('stays in use while the server is away, also in a panel opened anew; what came meanwhile arrives with the server', async () => {
      await server().kill();
      await workstation().panel.reload();
      const call = workstation().exchange.ring(neverHangsUp, { user: AGENT.user });
      await screen().answers();
      await call.until('answered');
      await screen().shows('.script-card', '更新的问候');
      await call.hangUp();
      await screen().presses('.wrap-up-foot .button--main');
      await server().start();
      await publish(greetingWith('您好，新的问候。', '8.0.0'), { message: '恢复' });
      await screen().shows('.pack-notice--changed', '8.0.0', 30_000);
      expect((await receipts()).filter((received) => received.status === 'refused')).toEqual([]);
    });
  });
}
