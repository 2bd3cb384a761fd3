import * as v from 'valibot';
import { countSchema } from '../../../calls/vocabulary/whole-number.ts';
import { endpoint } from '../endpoint.ts';
import { enrolmentCodeSchema, newEnrolmentCodeSchema } from './enrolment.ts';
import {
  deviceSchema,
  memberChangeSchema,
  memberSchema,
  meSchema,
  newMemberSchema,
  newTeamSchema,
  ownDeviceSchema,
  teamChangeSchema,
  teamSchema,
} from './member.ts';
import {
  codesAnswerSchema,
  memberImportAnswerSchema,
  memberImportSchema,
  newCodesSchema,
} from './member-import.ts';

export const membersApi = {
  me: endpoint({
    method: 'GET',
    path: '/v1/me',
    permission: 'participate',
    summary: "This device's member, and what the device needs to know of the team.",
    answer: meSchema,
  }),
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/members',
    permission: 'see-presence',
    summary: 'Everybody who is or was in the team.',
    answer: v.strictObject({ members: v.array(memberSchema) }),
  }),
  add: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/members',
    permission: 'manage-members',
    summary: 'Adds a member, who then enrols by a code.',
    body: newMemberSchema,
    answer: memberSchema,
    errors: ['not-allowed', 'conflict'],
  }),
  addSeveral: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/member-imports',
    permission: 'manage-members',
    summary: 'Adds many members, all or none; says of each who cannot be added why.',
    body: memberImportSchema,
    answer: memberImportAnswerSchema,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/v1/teams/:team/members/:member',
    permission: 'manage-members',
    summary: 'Changes name, role or work-order role; `left` revokes every device of the member.',
    body: memberChangeSchema,
    answer: memberSchema,
    errors: ['not-found', 'not-allowed', 'conflict'],
  }),
  makeCode: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/members/:member/codes',
    permission: 'manage-members',
    summary: 'Makes a one-time code by which the member enrols one device.',
    body: newEnrolmentCodeSchema,
    answer: enrolmentCodeSchema,
    errors: ['not-found', 'not-allowed'],
  }),
  makeCodes: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/codes',
    permission: 'manage-members',
    summary: 'Makes one-time codes of many members at once, for printed slips.',
    body: newCodesSchema,
    answer: codesAnswerSchema,
    errors: ['not-allowed'],
  }),
  recordAccountExport: endpoint({
    method: 'POST',
    path: '/v1/teams/:team/sip-account-exports',
    permission: 'manage-members',
    summary: 'Records that a lead exports the SIP accounts of the team, before the file is saved.',
    body: v.strictObject({ accounts: countSchema }),
  }),
};

export const devicesApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/teams/:team/devices',
    permission: 'manage-members',
    summary: 'Every device of the team, with its last use.',
    answer: v.strictObject({ devices: v.array(deviceSchema) }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/v1/teams/:team/devices/:device',
    permission: 'manage-members',
    summary: 'Revokes a device. Its unsent items can be sent after its member enrols again.',
    errors: ['not-found', 'not-allowed'],
  }),
  own: endpoint({
    method: 'GET',
    path: '/v1/me/devices',
    permission: 'participate',
    summary: "The enrolled devices of this device's member, newest first, and who made their codes.",
    answer: v.strictObject({ devices: v.array(ownDeviceSchema) }),
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/v1/me/device',
    permission: 'participate',
    summary: 'Revokes the device that asks.',
  }),
};

export const teamsApi = {
  list: endpoint({
    method: 'GET',
    path: '/v1/teams',
    permission: 'manage-organisation',
    summary: 'Every team of the organisation.',
    answer: v.strictObject({ teams: v.array(teamSchema) }),
  }),
  add: endpoint({
    method: 'POST',
    path: '/v1/teams',
    permission: 'manage-organisation',
    summary: 'Adds a team.',
    body: newTeamSchema,
    answer: teamSchema,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/v1/teams/:team',
    permission: 'manage-team',
    summary: "The team's name, and for how many days its notes and events are kept.",
    body: teamChangeSchema,
    answer: teamSchema,
  }),
};
