import { endpoint } from '../endpoint.ts';
import { agentStateSchema, presenceSchema } from './agent-state.ts';
import {
  helpListSchema,
  helpMessageSchema,
  helpRequestSchema,
  newHelpMessageSchema,
  newHelpRequestSchema,
} from './help-request.ts';

export const presenceApi = {
  report: endpoint({
    method: 'POST',
    path: '/v1/presence/state',
    permission: 'participate',
    summary: "This agent's state. Sent when it changes, and again every minute.",
    body: agentStateSchema,
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/presence',
    permission: 'see-presence',
    summary: 'Agents at work, and their states.',
    answer: presenceSchema,
  }),
};

export const helpApi = {
  ask: endpoint({
    method: 'POST',
    path: '/v1/help',
    permission: 'participate',
    summary: 'An agent asks for help in a call. The same id twice is one request.',
    body: newHelpRequestSchema,
    answer: helpRequestSchema,
    errors: ['conflict'],
  }),
  end: endpoint({
    method: 'POST',
    path: '/v1/help/:help/over',
    permission: 'participate',
    summary: 'The agent withdraws the request, or the call is over.',
    answer: helpRequestSchema,
    errors: ['not-found'],
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/help',
    permission: 'see-presence',
    summary: 'Open requests for help.',
    answer: helpListSchema,
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/help/:help/acknowledge',
    permission: 'assist-agents',
    summary: 'Somebody is coming. The first to acknowledge stays; the answer names them.',
    answer: helpRequestSchema,
    errors: ['not-found'],
  }),
  sendMessage: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/messages',
    permission: 'assist-agents',
    summary: "A message from a supervisor or lead into an agent's panel.",
    body: newHelpMessageSchema,
    answer: helpMessageSchema,
  }),
};
