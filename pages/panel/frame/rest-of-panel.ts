/** What no opened panel and no ring shows at once: one chunk of its own in the extension. */
export { CallBacksTab } from '../call-backs/call-backs-tab.tsx';
export { FollowUpTool } from '../call-backs/follow-up-tool.tsx';
export { Keypad } from '../dial/keypad.tsx';
export { TransferForm } from '../dial/transfer-form.tsx';
export { HandoverTab } from '../handover/handover-tab.tsx';
export { HarassmentSheet } from '../harassment/harassment-sheet.tsx';
export { HelpTool } from '../help/help-tool.tsx';
export { AskedFieldsTool } from '../note/asked-fields-tool.tsx';
export { WrapUpForm } from '../note/wrap-up-form.tsx';
export { OrdersTab } from '../orders/orders-tab.tsx';
export { PracticePage } from '../practice/practice-page.tsx';
export { RecordsTab } from '../records/records-tab.tsx';
export { ShiftSheet } from '../shift/shift-sheet.tsx';
export { SignOutSheet } from '../shift/sign-out-sheet.tsx';
export { SyncSheet } from '../status/sync-sheet.tsx';
export { KeySheet } from './key-sheet.tsx';
