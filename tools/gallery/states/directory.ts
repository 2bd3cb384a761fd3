import type { DirectoryEntryView } from '../../../pages/panel/dial/directory-views.ts';

export const DIRECTORY: readonly DirectoryEntryView[] = [
  { key: 'supervisor', name: '现场主管', number: '8001', hint: null, address: null, open: true },
  { key: 'logistics', name: '物流配送部', number: '8106', hint: '08:00–20:00', address: null, open: true },
  { key: 'finance', name: '财务结算部', number: '8110', hint: '明天 09:00 上班', address: null, open: false },
  { key: 'repair', name: '售后维修中心', number: '8120', hint: '08:30–18:00', address: null, open: true },
  {
    key: 'store',
    name: '城南门店服务台',
    number: '025 0000 6120',
    hint: '10:00–22:00',
    address: '示例市城南区示例路 1 号',
    open: true,
  },
];
