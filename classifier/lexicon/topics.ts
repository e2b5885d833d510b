import { singular } from './nouns.ts';
import { words } from './verbs.ts';

/** What belongs to an account: reading it shows the agent something that is not public. */
const privateNouns = new Set(
  words(`user profile account email mail message inbox contact customer client lead deal opportunity order invoice
    payment subscription project task issue ticket board pipeline job build deployment log metric event alert dashboard
    database table schema collection document note file folder directory record workspace organization organisation
    team member group role permission policy rule config configuration setting environment session cluster instance
    device meeting reservation booking employee campaign form submission response survey page space channel guild
    conversation memory trace span monitor replay worker zone bucket queue app application portfolio position holding
    watchlist me my merge pull commit branch repository repo secret storage vault backup snapshot disk volume container
    pod namespace deployment admin audit activity billing quota incident execution workflow agent runner firewall vpn
    tunnel segment gateway feature flag experiment audience analytics recording attachment draft label thread todo
    checklist sprint epic milestone backlog inventory shipment warehouse vendor supplier patient lease tenant resource
    console screen screenshot clipboard tab cookie association property template webhook integration key pat vps mailbox
    alias identity factor job notebook cell prompt feedback guest appointment schedule timesheet expense budget cart
    checkout coupon fulfillment refund dispute payout hook bot slide deck drive photo thermostat automation asset
    subscriber follower friend favorite bookmark person company object entry row sheet spreadsheet presentation
    terminal machine host network process service server cart reminder calendar item list comment stream dataset index
    variable credential secret domain dns certificate cost usage transcript node annotation artifact lists release
    stash wiki status tag dashboard`),
);

/** What anyone can look up. */
const publicNouns = new Set(
  words(`time practice instruction guideline rule_list available supported popular public popularity tournament player team_stats season artwork museum bank holiday
    language type timezone category documentation reference snippet template_gallery registry linkedin tiktok facebook
    instagram twitter youtube spotify steam reddit farcaster twitch lichess chess game level map_data backlink seo keyword company
    insider hash threat ioc npm wikipedia plugin_registry price quote stock market ticker symbol crypto cryptocurrency coin blockchain chain onchain defi gas erc20 nft
    contract abi ens weather forecast temperature climate news headline article paper arxiv pubmed publication citation
    documentation docs doc library package npm pypi crate dependency framework tutorial guide example blog
    wikipedia movie film anime manga pokemon card song lyric artist recipe food nutrition book dictionary word language
    languages country city region map geocode direction transit train flight airport hotel restaurant law legislation
    court statute parliament government census sport league inflation gdp etf fund bond indicator earnings income sec
    gene protein disease drug trial clinical compound species astronomy planet nasa earthquake vacancy university
    scholar patent icon font color animation joke fact horoscope quran verse zodiac holiday timezone date uuid random
    json xml yaml markdown html css chart diagram math calculator equation prime thinking reasoning specification rfc
    cve vulnerability exploit whois asn trending gainers losers kline candle orderbook ohlcv liquidity pool dex swap
    token tokens sentiment mempool reddit hackernews subreddit podcast feed rss website webpage web wiki car amazon
    yield treasury macro economic dividend ipo commodity gold oil forex spot perpetual funding constituent ratio growth
    spell monster hero deck mtg component exchange library libraries capability holder explorer block snippet lesson
    standard pattern term definition synonym quiz question thought style theme volume sector statement balance stocks`),
);

const ownershipWords = new Set(
  words('my me own authenticated account logged internal personal whoami workspace tenant organization organisation'),
);
const ownText = ['用户', '订单', '账户', '邮件', '日志', '文件', '项目', '任务', '我的', '工单', '数据库'];
const publicText = ['天气', '股票', '价格', '行情', '新闻', '车票', '余票', '汇率', '卡牌', '指数', '基金', '百科'];

/** How many words speak of an account's own data, and of what anyone can look up. */
export interface TopicWeight {
  own: number;
  private: number;
  public: number;
}

export function weighWords(list: Iterable<string>): TopicWeight {
  const weight = { own: 0, private: 0, public: 0 };
  for (const word of list) {
    const one = singular(word);
    if (ownershipWords.has(word)) weight.own += 1;
    if (publicNouns.has(word) || publicNouns.has(one)) weight.public += 1;
    else if (privateNouns.has(word) || privateNouns.has(one)) weight.private += 1;
  }
  return weight;
}

/** The same for text without spaces. */
export function weighText(text: string): TopicWeight {
  const count = (list: readonly string[]) => list.filter((word) => text.includes(word)).length;
  return { own: 0, private: count(ownText), public: count(publicText) };
}
