/** Furniture of English pages. Patterns see NFKC text. */
import { words, type FurnitureWords } from './rule.ts';

export const ENGLISH_FURNITURE: FurnitureWords = {
  words: {
    outlet:
      words(`China Daily|chinadaily.com.cn|China Daily Global|China Radio International|CRI Online|
      CRIENGLISH.com|CRI News|CRI English|CRI|CGTN|CCTV.com|CCTV|China Media Group|CMG|
      Xinhua News Agency|Xinhuanet|Xinhua|Global Times|People's Daily Online|People's Daily|
      China.org.cn|ECNS|China News Service|SHINE|Shanghai Daily|Beijing Review|VOA News|
      Voice of America|VOA|BBC News|BBC|NPR|CNN|AFP|AP|Reuters|news.cn|NEWSPlus Radio|
      NEWS Plus Radio|Apple Podcasts|Spotify|Ximalaya|ivy.fm`),
    detail:
      words(`Updated on|Updated|Last updated|Published on|Published|Posted on|Posted|Date|Time|Source|
      Editor|Author|Released|Beijing Time|GMT|UTC|BJT|Monday|Tuesday|Wednesday|Thursday|Friday|
      Saturday|Sunday|Mon|Tue|Wed|Thu|Fri|Sat|Sun|AM|PM`),
    podcast:
      words(`Podcasts|Podcast|Episodes|Episode|Trailer|Follow|Subscribe|Play|Pause|Listen now|Listen|
      Latest episode|Play episode|All episodes|Show notes|Transcript|More|Explicit|Clean`),
    category:
      words(`News|Daily News|World|China|Politics|Business|Society & Culture|Society|Culture|
      Education|Language Learning|Sports|Opinion|Technology|Tech|Life|Travel`),
    share:
      words(`Share this article|Share on|Share to|Share|Facebook|Twitter|X|LinkedIn|WhatsApp|Telegram|
      WeChat|Weibo|Pinterest|Reddit|Instagram|YouTube|TikTok|Email|E-mail|Mail|Print|Copy link|
      Copied|Save|Bookmark|Like|Tweet|Font size|Text size|Large|Medium|Small|A+|A-|AA|A|RSS|
      Link`),
    navigation:
      words(`Home|News|World|China|Asia|Africa|Americas|Europe|Politics|Business|Economy|Tech|
      Sci-Tech|Science|Culture|Sports|Sport|Travel|Opinions|Opinion|Opinions & Blogs|Life|
      Lifestyle|Video|Videos|Photo|Photos|Live|TV|Radio|Podcasts|Documentary|Health|Nature|
      Entertainment|Features|Latest|Top Stories|Specials|Picture|Learning English|Forum|
      Newspaper|Mobile|Search|Menu|Login|Log in|Sign in|Sign up|Register|Subscribe|About us|
      About|Contact us|Contact|Help|Sitemap|Site map|Privacy policy|Terms of use|Previous|Prev|
      Next|More|Society|Military|Regional|Languages`),
    language:
      words(`English|Chinese|Simplified Chinese|Japanese|Korean|French|German|Spanish|Italian|Arabic|
      Portuguese|Russian|Vietnamese|Thai|Hindi|Urdu|Turkish|Persian|Indonesian|Malay|Français|
      Deutsch|Español|Italiano|Português|Русский|العربية|Türkçe|Tiếng Việt|Bahasa Indonesia|
      Polski|Nederlands|Svenska|Suomi|Dansk|Čeština|Magyar|Esperanto|Kiswahili|Монгол|हिन्दी|
      ไทย`),
  },
  labels:
    words(`Time|Date|Source|Author|Editor|Updated|Last updated|Published|Posted|Posted by|Category|
      Categories|Tags|Tag|Keywords|Filed under|Section|Views|Plays|Hits|Comments|Duration|Host|
      Hosted by|Font size|Text size|Download|Web editor|Uploaded by|Channel`),
  series: words(`News|Podcast|Special English|Bilingual|Listening|Radio`),
  rules: [
    {
      reason: 'navigation',
      zone: 'anywhere',
      pattern:
        /^[-–—·•*\s<>«»‹›←→[\]]*(?:previous|prev|next) (?:page|article|story|post|episode)[\s<>«»‹›←→[\]]*:?$/iu,
    },
    {
      reason: 'navigation',
      zone: 'anywhere',
      pattern: /^(?:[<«‹←]+\s*(?:previous|prev|older)|(?:next|newer)\s*[>»›→]+)$/iu,
    },
    {
      reason: 'navigation',
      zone: 'edges',
      pattern:
        /^[-–—·•*\s<>«»‹›←→[\]]*(?:previous|prev|next|continue reading|read more)[\s<>«»‹›←→[\]…:.]*$/iu,
    },
    {
      reason: 'navigation',
      zone: 'anywhere',
      pattern:
        /^[-–—·•*\s<>«»[\]↑^]*(?:back to (?:top|list|home|the top|news)|skip to (?:main )?content|return to (?:top|list|home)|load more|show more|view more|loading\.*)[\s<>«»[\]↑^]*$/iu,
    },
    {
      reason: 'navigation',
      zone: 'tail',
      pattern:
        /^[-–—·•*\s<>«»‹›←→[\]]*(?:previous|prev|next)(?: (?:page|article|story|post|episode))?\s*: .{1,100}$/iu,
    },
    {
      reason: 'navigation',
      zone: 'head',
      pattern:
        /^[•·▪‣◦]\s*(?:news|daily news|politics|business|society & culture|education|language learning|news commentary)$/iu,
    },
    {
      reason: 'breadcrumb',
      zone: 'edges',
      pattern:
        /^(?:you are here|current position|location)\s*:\s*\S.{0,120}$|^home\s*(?:>+|»|›|\/|→|::)\s*[^.!?]{1,120}$/iu,
    },
    {
      reason: 'breadcrumb',
      zone: 'edges',
      pattern: /^[^.。!?>»›]{1,24}(?:[>»›]+[^.。!?>»›]{1,60}){2,9}$/u,
    },
    {
      reason: 'transcript-label',
      zone: 'anywhere',
      pattern: /^[[(]?(?:full )?(?:transcript|translation|english text|chinese text)[\])]?\s*:?$/iu,
    },
    {
      reason: 'disclaimer',
      zone: 'edges',
      pattern: /^disclaimer\s*:/iu,
    },
    {
      reason: 'cookies',
      zone: 'edges',
      pattern:
        /^(?=.*\bcookies?\b)(?=.*(?:\b(?:agree|consent|accept|privacy policy|cookie settings|cookie policy)\b|improve your experience|your browser)).{20,500}$/iu,
    },
    {
      reason: 'cookies',
      zone: 'edges',
      pattern:
        /^(?:i agree|accept(?: all)?(?: cookies)?|reject(?: all)?(?: cookies)?|cookie (?:settings|policy)|manage cookies|got it)[.!]?$/iu,
    },
    {
      reason: 'podcast',
      zone: 'edges',
      pattern:
        /^(?:\S+ ){0,8}\S+[.!] join the conversation[.!]?$|^your browser does not support.{0,60}$|^(?:listen|subscribe|available) (?:to|on|now|at|wherever|via|in)\b[^.]{0,80}(?:podcasts?|spotify|itunes|apple|player|app)\b.{0,30}$/iu,
    },
    {
      reason: 'podcast',
      zone: 'anywhere',
      pattern:
        /^(?:\d{1,4}\s*[.)]\s*)?\d{1,3}\s*(?:min|minutes?|mins|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)\.?\s+ago$/iu,
    },
    {
      reason: 'podcast',
      zone: 'edges',
      pattern:
        /^(?:download|play|listen)(?: (?:the|this))?(?: (?:audio|mp3|episode|file|podcast))$|^(?:audio|mp3)(?: (?:download|player))?\s*:?$/iu,
    },
    {
      reason: 'promotion',
      zone: 'edges',
      pattern:
        /^(?:please )?(?:follow|like|join|find|subscribe|sign up|download|scan)\b.{0,60}\b(?:us on|our (?:app|newsletter|channel|page|wechat|podcast)|newsletter|qr code|facebook|twitter|wechat|weibo|youtube|instagram|the app)\b.{0,60}$/iu,
    },
    {
      reason: 'copyright',
      zone: 'edges',
      pattern: /^(?:copyright\b|©|\(c\) ?\d{4})|\ball rights reserved\b/iu,
    },
    {
      reason: 'advertisement',
      zone: 'anywhere',
      pattern: /^[-—\s[(]*(?:advertisements?|sponsored(?: content)?)[-—\s\])]*$/iu,
    },
    {
      reason: 'comments',
      zone: 'edges',
      pattern:
        /^(?:\d+ |no |leave a |post a |add a |write a |view all )?(?:comments?|reply)(?: \(?\d+\)?)?(?: yet)?$|^(?:please )?(?:log|sign) in to (?:comment|reply).{0,40}$/iu,
    },
    {
      reason: 'related',
      zone: 'tail',
      pattern:
        /^[-—·•*\s]*(?:(?:related|more|most|latest|popular|recommended|top|other)(?: (?:from|in|on|read|viewed|popular))?(?: (?:stories|articles|news|links|reading|videos|coverage|topics|episodes|posts|content))|related|recommended|most (?:read|viewed|popular)|you may (?:also )?like|read (?:more|next|also)|recommended for you|editors?'s? (?:picks?|choice))\s*:?\s*>*$/iu,
    },
    {
      reason: 'end-mark',
      zone: 'tail',
      pattern:
        /^(?:[-—=*\s[(]*(?:enditem|end item|the end|end|ends)[-—=*\s\]).]*|#{3,}|[-—]+\s*30\s*[-—]+|[■□◼▪∎◆●]+)$/iu,
    },
    {
      reason: 'page-details',
      zone: 'edges',
      pattern:
        /^(?:by .{1,60} )?(?:posted|published|updated|last updated|first published)\s*(?:on|at)?\s*:?\s*[\d\w][^.!?。]{0,12}\d[^!?。]{0,60}$/iu,
    },
    {
      reason: 'podcast',
      zone: 'head',
      pattern: /^(?:the )?(?:[A-Z][\w'’&.-]*\s+){1,5}(?:Podcast|Radio|FM)$/u,
    },
    {
      reason: 'page-details',
      zone: 'edges',
      pattern:
        /^[^.。!?|]{0,60}(?:\|[^.。!?|]{0,60}){0,2}\|\s*(?:updated|published|posted)?\s*(?:on|at)?\s*:?\s*(?:\d{1,2}:\d\d,?\s*)?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}-[a-z]{3}-\d{4}|[a-z]{3,9}\.? \d{1,2}, \d{4}).{0,24}$/iu,
    },
    {
      reason: 'page-details',
      zone: 'tail',
      pattern: /^[[(]\s*(?:web )?(?:editor|source|author)s?\s*:\s*[^.]{1,40}[\])]$/iu,
    },
  ],
  invitation:
    /\b(?:subscribe|follow us|our (?:app|newsletter|wechat)|click (?:here|the link)|full (?:script|transcript))\b/iu,
};
