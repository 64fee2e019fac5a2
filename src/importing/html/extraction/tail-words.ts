/** What pages write over what is no part of their article, in the languages that most pages are written in. */

const anyOf = (...phrases: string[]) => phrases.join("|");

/** Headings over links to other articles. */
export const RELATED = new RegExp(
  `^(?:${anyOf(
    "(?:you (?:may|might|will|'ll|’ll) (?:also )?(?:like|enjoy|be interested in)|more (?:from|on|like|in|stories|articles|posts|news|to explore)|related|recommended|read (?:next|more|also|this next)|also read|see also on|keep reading|further reading on|up next|what to read next|don[’']t miss|trending|most (?:read|popular)|popular (?:posts|articles|stories)|latest (?:posts|articles|stories|news)|recent (?:posts|articles)|other (?:posts|articles|stories)|suggested|next article|previous article|in other news|also in the news)",
    "(?:das könnte (?:sie|dich) auch interessieren|mehr (?:zum thema|artikel|dazu)|lesen sie (?:auch|mehr)|auch interessant|ähnliche (?:artikel|beiträge)|weitere (?:artikel|beiträge|themen)|passend zum thema)",
    "(?:à lire aussi|lire aussi|articles? (?:liés|similaires|connexes|recommandés)|sur le même (?:sujet|thème)|vous aimerez aussi|plus d[’']articles)",
    "(?:también te puede interesar|te puede interesar|artículos? relacionados?|noticias relacionadas|lee también|más (?:noticias|artículos))",
    "(?:leggi anche|articoli correlati|potrebbe interessarti|leia também|artigos relacionados|veja também|lees ook|gerelateerde)",
    "(?:читайте также|похожие (?:статьи|материалы)|по теме|関連記事|あわせて読みたい|おすすめ記事|相关(?:文章|阅读|新闻)|相關(?:文章|閱讀|新聞)|推荐阅读|延伸閱讀|관련 ?기사|مواضيع ذات صلة|اقرأ أيضا|اقرأ أيضًا)",
  )})`,
  "iu",
);

/** Lines that ask, sell or count, and headings over those; as a whole line. */
export const CHROME = new RegExp(
  `^(?:${anyOf(
    "(?:advertisement|advertising|ad|sponsored(?: content)?|story continues below(?: advertisement)?|article continues(?: after advertisement| below)?|scroll to continue|loading(?: comments| paragraph| image)?|skip (?:advertisement|ad|to content))[.…]*",
    "(?:share|tweet|print|email|copy link|save|like|follow us|share this(?: article| post| story| page| on| with your friends)?|share on (?:facebook|twitter|x|linkedin|whatsapp|pinterest|reddit)(?: .{0,40})?|like this|click to share .{0,60}|share via .{0,20})[:.…!]*",
    "(?:(?:leave|post|add|write) a (?:comment|reply)|comments?|\\d+ comments?|\\d+ (?:responses?|replies|shares|likes|views)|no comments(?: yet)?|join the (?:discussion|conversation)|view (?:all )?comments|show comments|cancel reply|log in to comment)[:.…!]*",
    "(?:subscribe|sign up|subscribe now|sign up now|join now|register|newsletter|(?:subscribe|sign up) (?:to|for) (?:our|the|my) .{0,60}|get (?:our|the) (?:latest|newsletter|best) .{0,80}|(?:enter )?your email(?: address)?|no spam.{0,60}|you(?:’|')?re (?:all )?(?:set|subscribed|signed up).{0,40}|thanks? (?:you )?for (?:subscribing|signing up).{0,40})[:.…!]*",
    "(?:posted in|filed under|tagged(?: with| as)?):?(?: .{0,200})?|(?:tags?|categories|category|topics?|labels)(?:[:：].{0,200})?",
    "(?:back to top|return to top|next|previous|next post|previous post|older posts?|newer posts?|continue reading|read more|read less|show more|show less|see more|view all|learn more|load more|find out more|click here)[→›».… ]*",
    "(?:image|photo|picture|photograph|getty|source) (?:credit|credits|source)s?:?(?: .{0,80})?",
    "(?:copyright )?(?:©|\\(c\\)) ?.{0,160}",
    "all rights reserved.{0,60}",
    "(?:anzeige|werbung|teilen|artikel teilen|kommentare|zur startseite|drucken|publicité|partager|imprimer|commentaires|publicidad|compartir|comentarios|pubblicità|condividi|реклама|поделиться|комментарии|広告|シェア(?:する)?|ツイート|广告|分享|評論|评论)[:.]*",
  )})$`,
  "iu",
);

/** The line that stands where a text was cut off. */
export const CUT_OFF =
  /^(?:(?:continue reading|read (?:more|the full (?:article|story))|keep reading|to (?:continue|keep) reading|subscribe to (?:continue|read|keep|unlock)|this (?:article|content|post|story) is (?:for|available to|only for|exclusive)|already a (?:subscriber|member)|log in to (?:continue|read)|become a (?:member|subscriber) to|unlock this)|weiterlesen|jetzt weiterlesen|lire la suite|il vous reste [\d,.]+ ?%|cet article est réservé|seguir leyendo|sigue leyendo|continua a leggere|читать далее|続きを読む|この記事は有料会員限定|阅读全文|閱讀全文).{0,160}$/iu;

/** Of sentences, only these are no text of an article: they ask for an address, or say whose it is. */
export const APPEAL =
  /newsletter|mailing list|\b(?:inbox|spam|e-?mail address|subscribed|subscribing|signed up|signing up)\b|all rights reserved|^(?:copyright )?(?:©|\(c\))|^(?:image|photo|picture|photograph) (?:credit|source)s?:/iu;

/** Who wrote it and when, over the text; not surely: sentences begin so too. */
export const HEAD_LINE =
  /^(?:(?:by|von|par|por|door|written by|posted by|author|words by|作者|文)[ :].{2,60}|(?:published|updated|posted|last (?:updated|modified)|date|first published|modified|reviewed|created)(?: on| by)?[: ].{4,60}|(?:mon|tue|wed|thu|fri|sat|sun)?[a-z]*,? ?(?:\d{1,2}\.? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}(?:[ ,|•·at-]+.{0,30})?|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}.{0,20})$/iu;
/** How long it takes to read. */
export const READING_TIME =
  /^(?:\d+ ?(?:min(?:ute)?s?(?: read(?:ing time)?(?: .{0,20})?)?|分钟|分鐘|分)|(?:estimated )?reading time\b.{0,40})$/iu;
