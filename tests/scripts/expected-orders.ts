/** Written by hand from docs/handbook.md §2 and §5, not from the pack. Words in spoken order. */
interface ExpectedOrder {
  readonly shape: string;
  readonly cn: string;
  readonly tw: string;
}

export const EXPECTED_ORDERS: Readonly<Record<string, ExpectedOrder>> = {
  greeting: {
    shape: 'say!',
    cn: '您好 {hotline} {agentNumber} 帮您',
    tw: '您好 {hotline} {agentNumber} 協助您',
  },
  'late-answer': {
    shape: 'say!',
    cn: '来电较多 久等 对不起 {hotline} 帮您',
    tw: '線路忙線 久等 抱歉 {hotline} 協助您',
  },
  'returned-greeting': { shape: 'say', cn: '您好 帮您', tw: '您好 協助您' },
  'chase-up': {
    shape: 'say! say! ?2 say say work-order',
    cn: '久等 抱歉 {caseMatter} {caseStage} {caseOwner} {caseTime} 催办',
    tw: '久等 抱歉 {caseMatter} {caseStage} {caseOwner} {caseTime} 催辦',
  },
  'ask-name': { shape: 'say ask-name say', cn: '贵姓 {surname}{title}', tw: '貴姓 {surname}{title}' },
  'name-known': { shape: 'manner say', cn: '{surname}{title} 您好', tw: '{surname}{title} 您好' },
  'silent-caller': {
    shape: 'say! (5) say! (5) say! (5) hang-up',
    cn: '您好 帮您 您好 帮您 接通 请讲 听不到 换一部电话 再见',
    tw: '您好 協助您 您好 協助 接通 請說 聽不到 換一支電話 再見',
  },
  'handsfree-unclear': {
    shape: 'say ?2 say',
    cn: '抱歉 声音有点小 听筒 手机靠近',
    tw: '抱歉 聲音有點小 話筒 手機靠近',
  },
  'quiet-caller': {
    shape: 'manner say! ?2 say say! (5) hang-up',
    cn: '声音比较小 提高 听不清 换一部电话 再见',
    tw: '聲音比較小 提高 聽不清楚 換一支電話 再見',
  },
  'noisy-line': {
    shape: 'say! (5) hang-up',
    cn: '抱歉 杂音 听不清 换一部电话 再见',
    tw: '抱歉 雜音 聽不清楚 換一支電話 再見',
  },
  'dialect-unclear': {
    shape: 'say ?2 say say listen ?2 say say ?2 transfer call-back',
    cn: '抱歉 普通话 身边 普通话 接一下电话 {hotline} 帮您 同事 回电',
    tw: '抱歉 國語 身邊 國語 聽電話 {hotline} 協助您 同仁 回電',
  },
  'dialect-understood': { shape: 'manner say', cn: '听明白了', tw: '聽明白了' },
  'caller-cannot-hear': { shape: 'say manner say', cn: '抱歉 帮您', tw: '抱歉 協助您' },
  'please-repeat': { shape: 'say', cn: '对不起 再说一遍', tw: '不好意思 再說一次' },
  'too-fast': { shape: 'say', cn: '记录 慢一点', tw: '記錄 慢一點' },
  'take-note': { shape: 'say manner say', cn: '记一下 念一遍', tw: '記一下 唸一遍' },
  'take-message': {
    shape: 'say say say note say work-order',
    cn: '{colleague} 不在 姓名 电话 转达 转告',
    tw: '{colleague} 不在 大名 電話 轉達 轉告',
  },
  'verify-identity': {
    shape: 'say! verify! ?2 say say manner',
    cn: '保护 核实 谢谢 不能提供',
    tw: '保護 核對 謝謝 無法提供',
  },
  'private-call': {
    shape: 'say ?2 say say note',
    cn: '私人电话 下班 姓名和电话',
    tw: '私人電話 下班 姓名和電話',
  },
  'wrong-number': {
    shape: 'say ?2 say say',
    cn: '{hotline} 核对 号码 {departmentNumber}',
    tw: '{hotline} 號碼 {departmentNumber}',
  },
  'complaint-intake': {
    shape: 'listen! say say! note say! ?3 say say',
    cn: '理解 您说的是 {matter} 对吗 道歉 处理 谢谢',
    tw: '瞭解 您說的是 {matter} 對嗎 致歉 處理 謝謝',
  },
  unfounded: {
    shape: 'say manner say ?2 say say work-order',
    cn: '我能为您做的 解释 谢谢 主管',
    tw: '我能為您做的 說明 謝謝 主管',
  },
  'return-answer': {
    shape: 'say! say ?2 ?2 say ?2 say say work-order say work-order say note',
    cn: '{hotline} {agentNumber} 本人 {matter} {answer} 记下 向上 久等 {newTime}',
    tw: '{hotline} {agentNumber} 本人 {matter} {answer} 記下 往上 久等 {newTime}',
  },
  'transfer-department': {
    shape: 'say ?2 say note say say transfer',
    cn: '转达 转接 情况 电话 转接',
    tw: '轉達 轉接 狀況 電話 轉接',
  },
  'slow-answer-complaint': { shape: 'say! say', cn: '抱歉 线路忙 久等 帮您', tw: '抱歉 忙線 久等 協助您' },
  abuse: {
    shape: 'manner say say listen ?2 say call-supervisor!',
    cn: '道歉 帮您处理 主管',
    tw: '致歉 協助您處理 主管',
  },
  'agent-slow': { shape: 'say', cn: '对不起 久等 马上', tw: '不好意思 久等 馬上' },
  'attitude-complaint': {
    shape: 'say! say note say work-order',
    cn: '服务没有做好 道歉 什么时候 主管',
    tw: '服務不夠好 致歉 什麼時候 主管',
  },
  'staff-error': {
    shape: 'say! note say! ?2 say say call-supervisor',
    cn: '抱歉 向主管反映 核实 您说的是 电话 主管',
    tw: '抱歉 向主管反映 查證 您說的是 電話 主管',
  },
  'cannot-answer-complaint': {
    shape: 'say! ?2 say work-order say work-order',
    cn: '抱歉 谢谢 向上反映 {simplePromise} 答复 {complexPromise} 答复',
    tw: '抱歉 謝謝 往上反映 {simplePromise} 答覆 {complexPromise} 答覆',
  },
  'complaint-close': {
    shape: 'say! say ?2 note',
    cn: '抱歉 谢谢 转交 {answerWithin} 可以吗',
    tw: '抱歉 謝謝 轉交 {answerWithin} 可以嗎',
  },
  'please-wait': { shape: 'say! ?2 say hold-or-mute say', cn: '稍等 可以吗 谢谢', tw: '稍候 可以嗎 謝謝' },
  'back-from-wait': { shape: 'say', cn: '久等 抱歉 谢谢', tw: '久等 謝謝' },
  'still-waiting': {
    shape: 'resume say! say! ?2 hold-or-mute',
    cn: '久等 抱歉 再稍等 可以吗',
    tw: '久等 抱歉 再稍候',
  },
  'system-down': {
    shape: 'say! ?2 say say note',
    cn: '抱歉 故障 稍后再打 电话 回电',
    tw: '抱歉 系統 稍後再撥 電話 回電',
  },
  'agent-identity': {
    shape: 'say ?2 say say',
    cn: '工号是{agentNumber} 按公司规定',
    tw: '編號是{agentNumber} 依公司規定',
  },
  suggestion: { shape: 'say note', cn: '谢谢 建议 转达', tw: '謝謝 建議 轉達' },
  'ask-forgiveness': { shape: 'say', cn: '抱歉 谅解', tw: '抱歉 見諒' },
  'caller-apologises': { shape: 'say', cn: '没关系', tw: '沒關係' },
  harassment: {
    shape: 'say! ?5 say transfer transfer say! hang-up register-number!',
    cn: '不在我们的服务范围 请您挂机 线路有故障 稍后再打 再见',
    tw: '不在我們的服務範圍 請您掛斷 線路有問題 稍後再撥 再見',
  },
  'date-invitation': { shape: 'say', cn: '谢谢您的好意 不方便', tw: '謝謝您的好意 不方便' },
  'impossible-request': { shape: 'say say ?2 note', cn: '抱歉 超出 服务范围', tw: '抱歉 超出 服務範圍' },
  'caller-thanks': { shape: 'say', cn: '不客气 应该做的 随时来电', tw: '不客氣 應該做的 隨時來電' },
  'cannot-answer-query': {
    shape: 'say note say ask-name say work-order',
    cn: '联系电话 贵姓 {supervisorPromise} 回电',
    tw: '聯絡電話 貴姓 {supervisorPromise} 回電',
  },
  'query-look-up': {
    shape: 'say look-up ?2 say say say',
    cn: '稍等 查询 对不起 一点时间 {callerNumber}',
    tw: '稍候 查詢 不好意思 一點時間 {callerNumber}',
  },
  'no-history': { shape: 'say note', cn: '抱歉 没有查到 再说一下', tw: '抱歉 查不到 再說一次' },
  'check-understood': { shape: 'say ?2 say', cn: '清楚了吗 再为您解释', tw: '清楚嗎 再為您說明' },
  'anything-else': { shape: 'say ?2 listen', cn: '还有什么', tw: '還有其他' },
  goodbye: { shape: 'say! let-caller-hang-up', cn: '感谢您的来电 随时 再见', tw: '感謝您的來電 隨時 再見' },
  'caller-stays-on': {
    shape: 'say! ?2 listen say! (5) hang-up',
    cn: '还有什么 不好意思 挂机 随时来电 再见',
    tw: '還有其他 不好意思 結束通話 隨時來電 再見',
  },
  'distress-call': { shape: 'say listen note', cn: '别着急 慢慢说', tw: '別著急 慢慢說' },
  'out-of-scope': {
    shape: 'say say ?2 say say call-back',
    cn: '抱歉 不属于我们的服务范围 {department} 回访',
    tw: '抱歉 不屬於我們的服務範圍 {department} 回電',
  },
  'not-understood-slow': {
    shape: 'say ?2 say say send-material',
    cn: '换个说法 短信 邮件 网页',
    tw: '換個方式 簡訊 電子郵件 網頁',
  },
  'call-back': {
    shape: 'say! say ?2 say ?2 say! ?2 say say note say say call-back say note',
    cn: '{hotline} 本人吗 打扰您 {matter} 满意吗 建议 改进 再见',
    tw: '{hotline} 本人嗎 打擾您 {matter} 滿意嗎 建議 改進 再見',
  },
};
