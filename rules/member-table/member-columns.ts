import type { Role } from '../../contract/api/members/role.ts';
import type { ColumnNames } from '../tables/sheet-rows.ts';

export const MEMBER_COLUMNS = ['number', 'name', 'role', 'workOrderRole'] as const;

export type MemberColumn = (typeof MEMBER_COLUMNS)[number];

/** What people call a column; the first three are those of the pages: zh-CN, zh-TW, en. */
export const MEMBER_COLUMN_NAMES: ColumnNames<MemberColumn> = {
  number: [
    ...['工号', '員工編號', 'Number', '工號', '员工编号', '員工号', '坐席号', '坐席工号', '座席工号'],
    ...['分机', '分機', '分机号', '编号', '編號', 'agent', 'agent number', 'employee number', 'extension'],
  ],
  name: ['姓名', '姓名', 'Name', '名字', '员工姓名', '員工姓名', '坐席姓名', 'full name', 'agent name'],
  role: ['角色', '角色', 'Role', '权限', '權限', '岗位', '崗位', '职位', '職位', '职务', '職務', 'position'],
  workOrderRole: [
    ...['负责环节', '負責環節', 'Work order role', '工单角色', '工單角色', '工单环节', '工單環節'],
    ...['负责人角色', 'work-order role'],
  ],
};

/** What people call a role, without case. */
export const ROLE_NAMES: Readonly<Record<Role, readonly string[]>> = {
  agent: [
    ...['agent', '坐席', '座席', '客服', '客服人員', '客服人员', '客服專員', '客服专员', '話務員', '话务员'],
    ...['接线员', '接線員', '员工', '員工'],
  ],
  lead: ['lead', '组长', '組長', '班长', '班長', '班组长', 'team lead', 'team leader'],
  supervisor: ['supervisor', '现场主管', '現場主管', '主管', '热线主管', '專線主管', '现场', '督导', '督導'],
  admin: ['admin', '管理员', '管理員', '系统管理员', '系統管理員', 'administrator'],
};
