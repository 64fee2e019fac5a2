/** Lines that pages have and texts that were copied from them seldom: patterns, for the English of templates is on pages in any language. The plain words of each language are in `text/tail-words.ts`. */

const anyOf = (...phrases: string[]) => phrases.join("|");

/** Lines that ask, sell or count, and headings over those; as a whole line. */
export const CHROME = new RegExp(
  `^(?:${anyOf(
    "(?:advertisement|advertising|ad|sponsored(?: content)?|story continues below(?: advertisement)?|article continues(?: after advertisement| below)?|scroll to continue|loading(?: comments| paragraph| image)?|skip (?:advertisement|ad|to content))[.…]*",
    "(?:share|tweet|print|email|copy link|save|like|follow us|share this(?: article| post| story| page| on| with your friends)?|share on (?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit)(?: .{0,40})?|like this|click to share .{0,60}|share via .{0,20})[:.…!]*",
    "(?:(?:leave|post|add|write) a (?:comment|reply)|comments?|\\d+ comments?|\\d+ (?:responses?|replies|shares|likes|views)|no comments(?: yet)?|join the (?:discussion|conversation)|view (?:all )?comments|show comments|cancel reply|log in to comment)[:.…!]*",
    "(?:subscribe|sign up|subscribe now|sign up now|join now|register|newsletter|(?:subscribe|sign up) (?:to|for) (?:our|the|my) .{0,60}|get (?:our|the) (?:latest|newsletter|best) .{0,80}|(?:enter )?your email(?: address)?|no spam.{0,60}|you(?:’|')?re (?:all )?(?:set|subscribed|signed up).{0,40}|thanks? (?:you )?for (?:subscribing|signing up).{0,40})[:.…!]*",
    "(?:(?:jump to|print|pin|rate)(?: the| this)? (?:recipe|video)[ ·•|]*)+",
    "(?:posted in|filed under|tagged(?: with| as)?):?(?: .{0,200})?|(?:tags?|categories|category|topics?|labels)(?:[:：].{0,200})?",
    "(?:back to top|return to top|next|previous|next post|previous post|older posts?|newer posts?|continue reading|read more|read less|show more|show less|see more|view all|learn more|load more|find out more|click here)[→›».… ]*",
    "(?:image|photo|picture|photograph|getty|source) (?:credit|credits|source)s?:?(?: .{0,80})?",
    "(?:copyright )?(?:©|\\(c\\)) ?.{0,160}",
    "all rights reserved.{0,60}",
  )})$`,
  "iu",
);

/** The line that stands where a text was cut off. */
export const CUT_OFF =
  /^(?:(?:continue reading|read (?:more|the full (?:article|story))|keep reading|to (?:continue|keep) reading|subscribe to (?:continue|read|keep|unlock)|this (?:article|content|post|story) is (?:for|available to|only for|exclusive)|already a (?:subscriber|member)|log in to (?:continue|read)|become a (?:member|subscriber) to|unlock this)|weiterlesen|jetzt weiterlesen|lire la suite|il vous reste [\d,.]+ ?%|cet article est réservé|seguir leyendo|sigue leyendo|continua a leggere|читать далее|続きを読む|この記事は(?:有料|会員)|阅读全文|閱讀全文).{0,160}$/iu;

/** Of sentences, only these are no text of an article: they ask for an address, or say whose it is. */
export const APPEAL =
  /newsletter|mailing list|\b(?:inbox|spam|e-?mail address|subscribed|subscribing|signed up|signing up)\b|all rights reserved|^(?:copyright )?(?:©|\(c\))|^(?:image|photo|picture|photograph) (?:credit|source)s?:/iu;

/** Who wrote it and when, over the text; not surely: sentences begin so too. */
export const HEAD_LINE =
  /^(?:(?:by|von|par|por|door|written by|posted by|author|words by|作者|文)[ :].{2,60}|(?:published|updated|posted|last (?:updated|modified)|date|first published|modified|reviewed|created)(?: on| by)?[: ].{4,60}|(?:mon|tue|wed|thu|fri|sat|sun)?[a-z]*,? ?(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}(?:[ ,|•·at-]+.{0,30})?|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}.{0,20})$/iu;
/** How long it takes to read. */
export const READING_TIME =
  /^(?:\d+ ?(?:min(?:ute)?s?(?: read(?:ing time)?(?: .{0,20})?)?|分钟|分鐘|分)|(?:estimated )?reading time\b.{0,40})$/iu;
