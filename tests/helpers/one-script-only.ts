/** Everyday characters in pairs, simplified and traditional, each used in one script only. */
const PAIRS =
  '这這说說话話电電时時问問请請对對谢謝见見为為么麼录錄记記单單听聽让讓满滿诉訴给給转轉处處办辦务務员員线線门門' +
  '们們来來现現会會开開关關没沒还還进進过過样樣间間题題应應该該认認识識语語读讀写寫发發经經结結续續' +
  '终終绝絕级級约約红紅纪紀纸紙细細组組织織维維网網总總点點热熱爱愛爷爺状狀独獨环環护護报報担擔择擇损損换換据據' +
  '举舉义義乐樂习習乡鄉书書买買卖賣乱亂产產亲親亿億仅僅从從仓倉仪儀价價众眾优優伤傷伦倫伪偽体體佣傭侧側侨僑俩倆' +
  '个個丰豐临臨丽麗则則刚剛创創别別劝勸动動励勵劳勞势勢区區医醫华華协協卫衛压壓厅廳历歷厂廠双雙变變叹嘆号號吗嗎响響' +
  '国國图圖园園圆圓场場块塊坏壞坚堅声聲壮壯备備复復头頭夺奪妈媽宁寧宝寶实實审審宽寬宾賓导導将將尔爾尽盡层層岁歲岛島师師' +
  '帮幫带帶帐帳库庫张張弹彈强強归歸当當忆憶态態怀懷怜憐恼惱恶惡惊驚惯慣愿願慑懾户戶扩擴扫掃扬揚扰擾抢搶拟擬拥擁拦攔挂掛' +
  '挡擋挤擠挥揮捡撿掷擲摄攝敌敵数數断斷无無旧舊显顯晓曉暂暫术術机機杂雜权權条條杨楊极極构構标標栏欄树樹梦夢检檢楼樓欢歡' +
  '气氣汇匯沟溝泪淚洁潔浅淺测測济濟浓濃润潤涨漲渐漸温溫湾灣湿濕灭滅灯燈灵靈炉爐烦煩烧燒牵牽犹猶疗療确確码碼础礎碍礙' +
  '离離种種积積称稱稳穩穷窮竞競笔筆签簽简簡类類粮糧罗羅职職联聯肤膚肠腸脑腦脸臉舰艦节節范範荐薦药藥获獲营營虑慮虽雖' +
  '补補装裝规規视視览覽觉覺触觸誉譽计計订訂讨討训訓议議访訪证證评評词詞译譯试試诚誠详詳误誤调調谁誰谅諒谈談质質账賬货貨费費资資' +
  '赔賠赖賴赶趕趋趨跃躍踪蹤车車轮輪软軟轻輕载載较較辆輛输輸边邊达達迁遷运運迟遲适適选選递遞逻邏遗遺邮郵释釋银銀错錯键鍵镇鎮长長闭閉' +
  '闲閒阅閱队隊阳陽阴陰阶階际際陆陸险險随隨隐隱难難静靜须須顺順顾顧预預领領频頻额額风風飞飛饭飯饮飲馆館骂罵骚騷验驗鱼魚鸟鳥麦麥齐齊龙龍';

const characters = [...PAIRS];
const differing = characters.flatMap((simplified, n) => {
  const traditional = characters[n + 1];
  return n % 2 === 0 && traditional !== undefined && traditional !== simplified
    ? [[simplified, traditional] as const]
    : [];
});

/** Without 後/后, 里/裡, 台/臺: one form of each is used in both scripts. */
export const SIMPLIFIED_ONLY: ReadonlySet<string> = new Set(differing.map(([simplified]) => simplified));
export const TRADITIONAL_ONLY: ReadonlySet<string> = new Set(differing.map(([, traditional]) => traditional));

const simplifiedOf = new Map(differing.map(([simplified, traditional]) => [traditional, simplified]));

/** Converts character by character. */
export function convertedToSimplified(text: string): string {
  return [...text].map((character) => simplifiedOf.get(character) ?? character).join('');
}
