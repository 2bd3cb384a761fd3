import { rm } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import type { NewMember } from '../../contract/api/members/member.ts';
import { type LeadWorkstation, openLeadWorkstation } from '../helpers/lead-workstation.ts';
import { describeWith } from '../helpers/need-program.ts';
import { freshDatabase } from '../helpers/server/database.ts';
import { extensionThatReaches } from '../helpers/team-extension.ts';
import { openTeamAgent, type TeamAgent } from '../helpers/team-panel.ts';
import { startTeamServer, type TeamServer } from '../helpers/team-server.ts';
import { forgetting } from './lead-and-agents/forgetting.ts';
import { helpAndMembers } from './lead-and-agents/help-and-members.ts';
import type { LeadAndAgents } from './lead-and-agents/lead-and-agents.ts';
import { noteReview } from './lead-and-agents/note-review.ts';
import { rollOut } from './lead-and-agents/roll-out.ts';

/**
 * Stories of one team, one after the other: to open its server and three browsers costs more than
 * most of them. Each leaves the agents idle.
 */
describeWith(['chromium'], 'a lead and two agents, each in a browser of their own', () => {
  let server: TeamServer;
  let extension: string;
  let lead: LeadWorkstation;
  let agent: TeamAgent;
  let other: TeamAgent;

  beforeAll(async () => {
    server = await startTeamServer(await freshDatabase());
    extension = await extensionThatReaches('http://127.0.0.1');
    lead = await openLeadWorkstation(server, { extension });
    // The team has no signer yet: the agents' codes bring the fingerprint of the one who will be.
    const fingerprint = await lead.fingerprint();
    const given = {
      url: server.url,
      codeFor: async (member: NewMember) => `${await server.codeFor(member)} ${fingerprint}`,
    };
    // Speech of the agent would end a sentence before it is read here.
    const quiet = { extension, voice: 'tests/helpers/silence.wav' };
    agent = await openTeamAgent(given, { number: '0283', name: '小林', role: 'agent' }, quiet);
    other = await openTeamAgent(given, { number: '0284', name: '小周', role: 'agent' }, quiet);
  }, 180_000);
  afterAll(async () => {
    for (const one of [lead, agent, other]) await one?.close();
    await server?.close();
    await rm(extension, { recursive: true, force: true });
  });

  const team: LeadAndAgents = {
    server: () => server,
    extension: () => extension,
    lead: () => lead,
    agent: () => agent,
    other: () => other,
  };
  noteReview(team);
  helpAndMembers(team);
  rollOut(team);
  forgetting(team);
});
