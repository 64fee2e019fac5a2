/** What a language says over and in what is no longer the article. In lower case, without marks at the ends; parted by "|". */
export interface TailWords {
  /** Whole lines over links to other articles. Also in front of one, with a colon: "read more: The wall of 1860". */
  related: string;
  /** The same, with a name after it: "more from The Harbour Letter". */
  relatedTo?: string;
  /** How invitations to newsletters and subscriptions begin. */
  newsletter: string;
  /** Whole lines, or with a colon in front of what they introduce: sharing, comments, keywords. */
  ending: string;
}

/** By primary language. */
export const TAIL_WORDS: Readonly<Record<string, TailWords>> = {
  en: {
    related:
      "you may also like|you might also like|you may also be interested in|you might be interested in|you may be interested in|read more|read next|read also|" +
      "also read|see also|read on|related|related articles|related stories|related content|related posts|related topics|related news|related coverage|" +
      "related reading|related links|related video|related videos|recommended|recommended for you|recommended reading|recommended stories|" +
      "recommended articles|more stories|more news|more to read|more like this|more to explore|more articles|more on this story|more on this topic|" +
      "more on this|more coverage|most read|most popular|most viewed|popular stories|top stories|trending|trending now|latest news|latest stories|" +
      "in case you missed it|don't miss|what to read next|up next|next up|keep reading|further reading on this site|explore more|editor's picks|" +
      "editors' picks|elsewhere on the web|around the web|from around the web|sponsored content|promoted stories|previous article|next article|previous post|" +
      "next post|watch next|you may like|you might like|you'll also like|you may enjoy|you might enjoy|you will enjoy|more posts|read this next|see also on|" +
      "don't miss this|popular posts|popular articles|latest posts|latest articles|recent posts|recent articles|other posts|other articles|other stories|" +
      "suggested|suggested reading|in other news|also in the news|further reading on",
    relatedTo:
      "more from|more on|more about|more in|more by|read more about|read more from|read more on|see more from|also in|also on|latest from|popular in|" +
      "stories from",
    newsletter:
      "sign up for|sign up to|subscribe to|subscribe now|subscribe today|get the best of|get our newsletter|join our newsletter|join our mailing list|" +
      "newsletter|our newsletter|get the latest|enter your email|already a subscriber|support our journalism|become a member|follow us on|download our app|" +
      "get our app",
    ending:
      "share this|share this article|share this story|share this post|share|share on facebook|share on twitter|comments|leave a comment|leave a reply|" +
      "add a comment|view comments|join the conversation|advertisement|tags|topics|topics in this story|filed under|about the author|print this article|" +
      "email this article",
  },
  de: {
    related:
      "lesen sie auch|lesen sie mehr|lesen sie dazu auch|lesen sie hierzu auch|lies auch|mehr lesen|mehr zum thema|mehr dazu|mehr zum artikel|weitere artikel|" +
      "weitere artikel zum thema|weitere themen|weitere meldungen|weitere nachrichten|das könnte sie auch interessieren|das könnte dich auch interessieren|" +
      "das könnte ihnen auch gefallen|das könnte dir auch gefallen|auch interessant|ähnliche artikel|ähnliche beiträge|verwandte artikel|verwandte themen|" +
      "passend dazu|passend zum thema|siehe auch|zum thema|empfehlungen|unsere empfehlungen|meistgelesen|meistgelesene artikel|meist gelesen|top-themen|" +
      "aktuelle nachrichten|neueste artikel|links zum thema|nächster artikel|vorheriger artikel",
    relatedTo: "mehr von|mehr aus|mehr über|mehr zu|lesen sie mehr über|lesen sie mehr zu|alles zu|weitere artikel von",
    newsletter:
      "newsletter|melden sie sich für|melden sie sich zu|melde dich für|abonnieren sie|abonniere|jetzt abonnieren|jetzt anmelden|zum newsletter|" +
      "hier geht es zum newsletter|folgen sie uns|folge uns",
    ending:
      "teilen|artikel teilen|beitrag teilen|kommentare|kommentar schreiben|kommentieren|anzeige|werbung|zur startseite|schlagwörter|themen|schlagworte|über den autor|" +
      "über die autorin|drucken",
  },
  fr: {
    related:
      "à lire aussi|lire aussi|lisez aussi|à lire également|lire également|lire la suite|lire plus|en savoir plus|voir aussi|sur le même sujet|" +
      "sur le même thème|dans la même rubrique|articles similaires|articles liés|articles associés|articles connexes|vous aimerez aussi|" +
      "vous pourriez aussi aimer|vous pourriez être intéressé par|cela pourrait vous intéresser|ces articles pourraient vous intéresser|les plus lus|" +
      "les plus populaires|à voir aussi|nos recommandations|recommandé pour vous|plus d'articles|à découvrir|article suivant|article précédent|" +
      "pour aller plus loin",
    relatedTo: "plus de|plus d'articles sur|plus sur|en savoir plus sur|tous les articles sur",
    newsletter:
      "newsletter|inscrivez-vous à|abonnez-vous|recevez|s'inscrire à la newsletter|la newsletter|notre newsletter|suivez-nous",
    ending:
      "partager|partager cet article|partagez cet article|commentaires|laisser un commentaire|publicité|mots-clés|étiquettes|thèmes|à propos de l'auteur|" +
      "imprimer",
  },
  es: {
    related:
      "te puede interesar|te puede interesar también|también te puede interesar|le puede interesar|quizás te interese|puede interesarte|leer más|lee más|" +
      "lea más|lea también|lee también|leer también|ver también|ver más|relacionado|relacionados|artículos relacionados|noticias relacionadas|" +
      "contenido relacionado|entradas relacionadas|más noticias|más información|lo más leído|lo más visto|más leídas|recomendado|recomendados|recomendamos|" +
      "no te pierdas|además|sigue leyendo|artículo siguiente|artículo anterior|temas relacionados",
    relatedTo: "más de|más sobre|más en|leer más sobre",
    newsletter: "newsletter|suscríbete|suscríbase|boletín|apúntate a|regístrate|síguenos",
    ending:
      "compartir|comparte|comparte este artículo|comentarios|deja un comentario|publicidad|etiquetas|temas|sobre el autor|imprimir|archivado en",
  },
  it: {
    related:
      "leggi anche|leggi di più|leggi tutto|leggi gli altri articoli|potrebbe interessarti|potrebbe interessarti anche|potrebbero interessarti|" +
      "ti potrebbe interessare|ti potrebbe piacere|articoli correlati|correlati|notizie correlate|vedi anche|guarda anche|per approfondire|approfondimenti|" +
      "altri articoli|altre notizie|i più letti|più letti|consigliati|consigliati per te|sullo stesso argomento|articolo successivo|articolo precedente",
    relatedTo: "altro su|altri articoli di|leggi di più su|tutte le notizie su",
    newsletter: "newsletter|iscriviti|iscrivetevi|abbonati|ricevi|seguici",
    ending:
      "condividi|condividi questo articolo|commenti|lascia un commento|pubblicità|tag|argomenti|stampa|sull'autore",
  },
  pt: {
    related:
      "leia também|leia mais|ler mais|veja também|veja mais|saiba mais|relacionado|relacionados|artigos relacionados|notícias relacionadas|" +
      "matérias relacionadas|conteúdo relacionado|você também pode gostar|você pode gostar|pode também gostar de|também pode interessar|recomendado|" +
      "recomendados|recomendadas para você|mais lidas|as mais lidas|mais lidos|mais notícias|mais artigos|últimas notícias|não perca|próximo artigo|" +
      "artigo anterior|continue lendo|continuar a ler",
    relatedTo: "mais de|mais sobre|mais em|leia mais sobre|leia mais de",
    newsletter: "newsletter|assine|subscreva|inscreva-se|receba|cadastre-se|siga-nos|siga o nosso",
    ending:
      "compartilhe|compartilhar|partilhar|partilhe|comentários|deixe um comentário|publicidade|tags|tópicos|etiquetas|sobre o autor|imprimir",
  },
  nl: {
    related:
      "lees ook|lees meer|lees verder|meer lezen|lees ook deze artikelen|bekijk ook|zie ook|gerelateerd|gerelateerde artikelen|gerelateerde berichten|" +
      "verwante artikelen|misschien vind je dit ook leuk|misschien ook interessant|ook interessant|dit vind je misschien ook interessant|aanbevolen|" +
      "aanbevolen artikelen|meest gelezen|meer nieuws|meer artikelen|meer over dit onderwerp|meer over dit onderwerp lezen|volgend artikel|vorig artikel|" +
      "het laatste nieuws",
    relatedTo: "meer over|meer van|meer uit|lees meer over|alles over",
    newsletter: "nieuwsbrief|meld je aan|meld u aan|schrijf je in|abonneer je|ontvang|volg ons",
    ending:
      "deel|delen|deel dit artikel|deel dit bericht|reacties|reageer|plaats een reactie|advertentie|tags|onderwerpen|trefwoorden|over de auteur",
  },
  sv: {
    related:
      "läs också|läs även|läs mer|läs vidare|se även|se också|relaterat|relaterade artiklar|relaterade inlägg|liknande artiklar|du kanske också gillar|" +
      "mest läst|mest lästa|rekommenderat|rekommenderas för dig|fler artiklar|mer nyheter|missa inte|nästa artikel|föregående artikel",
    relatedTo: "mer om|mer från|läs mer om|fler artiklar om",
    newsletter: "nyhetsbrev|prenumerera|anmäl dig|få vårt nyhetsbrev|följ oss",
    ending: "dela|dela artikeln|dela artikel|kommentarer|lämna en kommentar|annons|ämnen|taggar|om författaren",
  },
  da: {
    related:
      "læs også|læs mere|se også|relaterede artikler|relateret|mest læste|mest læst|anbefalede artikler|du vil måske også kunne lide|flere artikler|" +
      "flere nyheder",
    relatedTo: "mere om|mere fra|læs mere om",
    newsletter: "nyhedsbrev|tilmeld dig|abonner|få vores nyhedsbrev|følg os",
    ending: "del|del artiklen|kommentarer|skriv en kommentar|annonce|emner|om forfatteren",
  },
  no: {
    related:
      "les også|les mer|se også|relaterte artikler|relatert|mest lest|anbefalt|anbefalte artikler|flere artikler|flere saker|flere nyheter|siste nytt",
    relatedTo: "mer om|mer fra|les mer om",
    newsletter: "nyhetsbrev|meld deg på|abonner|få vårt nyhetsbrev|følg oss",
    ending: "del|del artikkelen|kommentarer|legg igjen en kommentar|annonse|emner|om forfatteren",
  },
  fi: {
    related:
      "lue myös|lue lisää|katso myös|aiheeseen liittyvää|aiheeseen liittyvät artikkelit|luetuimmat|suosittelemme|lisää aiheesta|muut lukevat",
    relatedTo: "lisää aiheesta",
    newsletter: "uutiskirje|tilaa uutiskirje|seuraa meitä",
    ending: "jaa|jaa artikkeli|kommentit|mainos|aiheet|avainsanat",
  },
  pl: {
    related:
      "czytaj także|czytaj też|czytaj również|czytaj więcej|przeczytaj także|przeczytaj też|przeczytaj również|zobacz także|zobacz też|zobacz również|" +
      "zobacz więcej|powiązane artykuły|powiązane|podobne artykuły|podobne wpisy|polecamy|polecane|może cię zainteresować|to może cię zainteresować|" +
      "najczęściej czytane|najpopularniejsze|więcej na ten temat|następny artykuł|poprzedni artykuł",
    relatedTo: "więcej o|więcej na temat|więcej z",
    newsletter: "newsletter|zapisz się|subskrybuj|prenumeruj|obserwuj nas|dołącz do",
    ending: "udostępnij|podziel się|komentarze|dodaj komentarz|reklama|tagi|tematy|o autorze",
  },
  cs: {
    related:
      "čtěte také|čtěte dále|čtěte více|přečtěte si také|související články|související|podobné články|mohlo by vás zajímat|mohlo by vás také zajímat|" +
      "nejčtenější|doporučujeme|další články|viz také",
    relatedTo: "více o|více z",
    newsletter: "newsletter|přihlaste se k|odebírejte|sledujte nás",
    ending: "sdílet|sdílejte|komentáře|diskuse|reklama|štítky|témata|o autorovi",
  },
  ru: {
    related:
      "читайте также|читать также|читайте ещё|читайте еще|читать далее|читать дальше|подробнее|смотрите также|см. также|по теме|материалы по теме|ещё по теме|" +
      "еще по теме|похожие статьи|похожие материалы|похожие записи|связанные статьи|вам может быть интересно|вам будет интересно|возможно, вас заинтересует|" +
      "возможно, вам будет интересно|рекомендуем|рекомендуем прочитать|самое читаемое|популярное|самое популярное|главное|главное за день|другие новости|" +
      "последние новости|новости по теме|следующая статья|предыдущая статья",
    relatedTo: "больше о|ещё о|подробнее о|другие материалы",
    newsletter: "подпишитесь|подписывайтесь|подписаться|рассылка|наша рассылка|получайте|следите за",
    ending: "поделиться|поделитесь|комментарии|оставить комментарий|реклама|теги|темы|об авторе|распечатать",
  },
  uk: {
    related:
      "читайте також|читати також|читайте ще|читати далі|докладніше|детальніше|дивіться також|див. також|за темою|матеріали за темою|схожі статті|" +
      "схожі матеріали|пов'язані статті|вам може бути цікаво|вас може зацікавити|рекомендуємо|найпопулярніше|популярне|останні новини|інші новини|" +
      "наступна стаття|попередня стаття",
    relatedTo: "більше про|докладніше про|ще про",
    newsletter: "підпишіться|підписуйтесь|підписуйтеся|розсилка|отримуйте|стежте за",
    ending: "поділитися|поділіться|коментарі|залишити коментар|реклама|теги|теми|про автора",
  },
  tr: {
    related:
      "bunlar da ilginizi çekebilir|ilginizi çekebilir|bunu da beğenebilirsiniz|ilgili haberler|ilgili yazılar|ilgili makaleler|ayrıca okuyun|devamını oku|" +
      "daha fazla oku|ayrıca bakınız|benzer haberler|çok okunanlar|en çok okunanlar|önerilenler|son haberler|sonraki haber|önceki haber",
    relatedTo: "daha fazla",
    newsletter: "bülten|bültenimize|abone ol|kaydol|bizi takip edin",
    ending: "paylaş|bu haberi paylaş|yorumlar|yorum yap|reklam|etiketler|konular|yazar hakkında",
  },
  ja: {
    related:
      "関連記事|関連ニュース|関連リンク|関連トピックス|関連キーワード|関連する記事|関連コンテンツ|あわせて読みたい|合わせて読みたい|こちらもおすすめ|こちらの記事もおすすめ|おすすめ記事|おすすめの記事|おすすめ|あなたにおすすめ|あなたにおすすめの記事|この記事もおすすめ|人気記事|人気の記事|" +
      "人気記事ランキング|ランキング|アクセスランキング|最新記事|新着記事|続きを読む|もっと読む|もっと見る|次の記事|前の記事|この記事を読んだ人はこんな記事も読んでいます|この著者の記事|注目記事|注目の記事",
    newsletter: "メルマガ|メールマガジン|ニュースレター|無料会員登録|会員登録|フォローする|この記事が気に入ったら",
    ending:
      "シェア|シェアする|この記事をシェア|この記事をシェアする|コメント|コメントを書く|ツイート|広告|タグ|キーワード|筆者紹介|著者プロフィール",
  },
  zh: {
    related:
      "相关阅读|相关新闻|相关文章|相关报道|相关推荐|相关链接|延伸阅读|推荐阅读|猜你喜欢|热门文章|热门推荐|热门新闻|最新文章|最新新闻|更多阅读|更多新闻|阅读更多|查看更多|您可能感兴趣|你可能喜欢|你可能还喜欢|大家都在看|上一篇|下一篇|精彩推荐|編輯推薦|相關閱讀|相關新聞|相關文章|" +
      "相關報導|相關報道|延伸閱讀|推薦閱讀|猜你喜歡|熱門文章|熱門新聞|更多新聞|閱讀更多|看更多|繼續閱讀|你可能也喜歡|你可能還喜歡",
    newsletter: "订阅|訂閱|关注我们|關注我們|加入我们|欢迎关注|扫码关注|訂閱電子報|追蹤我們",
    ending:
      "分享|分享到|分享這篇文章|评论|評論|留言|发表评论|發表評論|广告|廣告|标签|標籤|關鍵字|关键词|关于作者|關於作者|责任编辑|責任編輯|编辑",
  },
  ko: {
    related:
      "관련기사|관련 기사|관련뉴스|관련 뉴스|관련 글|관련글|함께 읽으면 좋은 기사|함께 보면 좋은 기사|추천기사|추천 기사|추천 뉴스|많이 본 기사|많이 본 뉴스|인기 기사|인기기사|최신 기사|최신뉴스|더 보기|더보기|더 읽기|주요 뉴스|주요뉴스|다음 기사|이전 기사|" +
      "이 기사도 읽어보세요",
    newsletter: "뉴스레터|구독하기|구독하세요|구독 신청",
    ending: "공유하기|공유|댓글|댓글 쓰기|광고|태그|저작권자|무단전재",
  },
  ar: {
    related:
      "اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|اقرأ المزيد|إقرأ أيضا|إقرأ المزيد|مواضيع ذات صلة|مقالات ذات صلة|أخبار ذات صلة|موضوعات ذات صلة|ذات صلة|شاهد أيضا|" +
      "شاهد أيضاً|قد يعجبك أيضا|قد يعجبك أيضاً|قد يهمك|قد يهمك أيضا|قد يهمك أيضاً|الأكثر قراءة|الأكثر شعبية|المزيد|المزيد من الأخبار|آخر الأخبار|مقترحات|" +
      "نرشح لك",
    relatedTo: "المزيد من|المزيد عن",
    newsletter: "اشترك|اشتركوا|النشرة البريدية|النشرة الإخبارية|تابعنا|تابعونا",
    ending: "شارك|مشاركة|شارك المقال|شارك الخبر|تعليقات|التعليقات|أضف تعليقا|إعلان|الوسوم|كلمات مفتاحية|عن الكاتب",
  },
  fa: {
    related:
      "بیشتر بخوانید|همچنین بخوانید|مطالب مرتبط|اخبار مرتبط|خبرهای مرتبط|مقالات مرتبط|پربازدیدها|پربازدیدترین|پیشنهاد ما|مطالب پیشنهادی|ادامه مطلب",
    newsletter: "عضویت در خبرنامه|خبرنامه|ما را دنبال کنید",
    ending: "اشتراک گذاری|به اشتراک بگذارید|نظرات|ارسال نظر|تبلیغات|برچسب‌ها|برچسب ها",
  },
  he: {
    related:
      "קראו גם|קראו עוד|קרא עוד|קרא גם|לקריאה נוספת|כתבות נוספות|כתבות קשורות|כתבות שיעניינו אותך|אולי יעניין אותך|אולי יעניין אתכם|עוד בנושא|עוד באותו נושא|" +
      "הנקראות ביותר|הכי נקראות|מומלצים|מומלץ עבורך|ראו גם|המשך קריאה",
    relatedTo: "עוד על|עוד בנושא",
    newsletter: "הירשמו|הרשמו|הצטרפו לניוזלטר|ניוזלטר|עקבו אחרינו",
    ending: "שתפו|שתף|שיתוף|תגובות|הוסף תגובה|פרסומת|תגיות|על המחבר",
  },
  hi: {
    related: "यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें|और पढ़ें|संबंधित खबरें|संबंधित ख़बरें|संबंधित समाचार|संबंधित लेख|सबसे ज्यादा पढ़े गए",
    newsletter: "न्यूज़लेटर|सब्सक्राइब करें|हमें फॉलो करें",
    ending: "शेयर करें|टिप्पणियां|विज्ञापन|टैग",
  },
  el: {
    related:
      "διαβάστε επίσης|διαβάστε ακόμα|διαβάστε περισσότερα|διαβάστε και|δείτε επίσης|σχετικά άρθρα|σχετικές ειδήσεις|σχετικά|δημοφιλή|περισσότερα|" +
      "προτεινόμενα",
    newsletter: "newsletter|εγγραφείτε|εγγραφή στο newsletter|ακολουθήστε μας",
    ending: "κοινοποίηση|μοιραστείτε|σχόλια|διαφήμιση|ετικέτες",
  },
  hu: {
    related:
      "kapcsolódó cikkek|kapcsolódó cikk|kapcsolódó|olvassa el ezt is|olvasd el ezt is|ajánlott cikkek|ez is érdekelheti|ez is érdekelhet|legolvasottabb|" +
      "tovább olvasom|további cikkek|lásd még",
    newsletter: "hírlevél|iratkozzon fel|iratkozz fel|kövessen minket",
    ending: "megosztás|hozzászólások|hirdetés|címkék",
  },
  ro: {
    related:
      "citește și|citiți și|citeşte şi|citește mai mult|citește mai departe|vezi și|articole similare|articole asemănătoare|știri similare|recomandări|" +
      "recomandate|cele mai citite|te-ar putea interesa|pe aceeași temă",
    newsletter: "newsletter|abonează-te|abonați-vă|înscrie-te|urmărește-ne",
    ending: "distribuie|comentarii|lasă un comentariu|publicitate|etichete|taguri",
  },
  id: {
    related:
      "baca juga|baca selengkapnya|artikel terkait|berita terkait|lihat juga|simak juga|rekomendasi untuk anda|rekomendasi|terpopuler|berita lainnya|" +
      "artikel lainnya|selengkapnya",
    newsletter: "berlangganan|daftar newsletter|ikuti kami",
    ending: "bagikan|bagikan artikel ini|komentar|iklan|tag|topik",
  },
  vi: {
    related:
      "bài viết liên quan|tin liên quan|bài liên quan|xem thêm|đọc thêm|có thể bạn quan tâm|bạn có thể quan tâm|tin cùng chuyên mục|đọc nhiều nhất|" +
      "tin mới nhất|cùng chuyên mục",
    newsletter: "đăng ký nhận tin|đăng ký nhận bản tin|theo dõi chúng tôi",
    ending: "chia sẻ|bình luận|quảng cáo|từ khóa|tags|thẻ",
  },
};
