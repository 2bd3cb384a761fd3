import type { DirectoryEntry, Weekday } from '../../../contract/pack/directory.ts';
import type { PackLanguage } from '../../../contract/pack/localized-text.ts';
import type { CadenceCountry } from '../../../contract/pack/ring-cadence.ts';
import { word } from './word.ts';

type Person = Extract<DirectoryEntry, { kind: 'person' }>;

export const DIRECTORY_KIND_WORDS: Readonly<
  Record<DirectoryEntry['kind'], Readonly<Record<PackLanguage, string>>>
> = {
  department: word('部门', '部門', 'Department'),
  store: word('门店', '門市', 'Store'),
  person: word('值班人员', '值班人員', 'Person on duty'),
  queue: word('队列', '佇列', 'Queue'),
  outside: word('外单位', '外單位', 'Outside organisation'),
};

export const POSITION_WORDS: Readonly<Record<Person['position'], Readonly<Record<PackLanguage, string>>>> = {
  'floor-supervisor': word('现场主管', '現場主管', 'floor supervisor'),
  'hotline-supervisor': word('热线主管', '專線主管', 'hotline supervisor'),
  'team-lead': word('组长', '組長', 'team lead'),
  'service-desk': word('服务台', '服務台', 'service desk'),
  'store-manager': word('店长', '店長', 'store manager'),
};

export const WEEKDAY_WORDS: Readonly<Record<Weekday, Readonly<Record<PackLanguage, string>>>> = {
  mon: word('周一', '週一', 'Mon'),
  tue: word('周二', '週二', 'Tue'),
  wed: word('周三', '週三', 'Wed'),
  thu: word('周四', '週四', 'Thu'),
  fri: word('周五', '週五', 'Fri'),
  sat: word('周六', '週六', 'Sat'),
  sun: word('周日', '週日', 'Sun'),
};

export const CADENCE_WORDS: Readonly<Record<CadenceCountry, Readonly<Record<PackLanguage, string>>>> = {
  CN: word('中国：响 1 秒停 4 秒', '中國：響 1 秒停 4 秒', 'China: 1 s on, 4 s off'),
  US: word('美国：响 2 秒停 4 秒', '美國：響 2 秒停 4 秒', 'USA: 2 s on, 4 s off'),
  UK: word('英国：两短声停 2 秒', '英國：兩短聲停 2 秒', 'UK: two short, 2 s off'),
  JP: word('日本：响 1 秒停 2 秒', '日本：響 1 秒停 2 秒', 'Japan: 1 s on, 2 s off'),
  FR: word('法国：响 1.5 秒停 3.5 秒', '法國：響 1.5 秒停 3.5 秒', 'France: 1.5 s on, 3.5 s off'),
  DE: word('德国：响 1 秒停 4 秒', '德國：響 1 秒停 4 秒', 'Germany: 1 s on, 4 s off'),
};
