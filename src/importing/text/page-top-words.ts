const words = (list: string): ReadonlySet<string> => new Set(list.normalize("NFC").split("|"));

/** What a sentence that asks for consent speaks of. */
export const CONSENT =
  /\bcookies?\b|\bconsent\b|\bprivacy\b|\bpartners\b|similar technologies|personali[sz]ed|datenschutz|einwillig|zustimm|privatsphäre|confidentialité|vie privée|consentement|partenaires|privacidad|consentimiento|privacidade|consenso|toestemming|kakor|informasjonskapsler|evästei|ciastecz|çerez|クッキー|プライバシー|隐私|隱私|쿠키/iu;
/** The one that shows it. */
export const COOKIES = /\bcookies?\b|kakor|informasjonskapsler|evästei|ciastecz|çerez|クッキー|쿠키/iu;

/** What its buttons say, in lower case. */
export const CONSENT_BUTTONS = words(
  "accept|accept all|accept cookies|accept all cookies|accept and continue|accept & continue|accept and close|accept & close|i accept|allow|allow all|" +
    "allow cookies|allow all cookies|agree|i agree|agree and close|agree and continue|yes, i agree|ok|okay|got it|reject|reject all|reject cookies|" +
    "reject all cookies|decline|decline all|deny|deny all|refuse|no thanks|no, thanks|only necessary|necessary only|essential only|accept necessary|" +
    "only essential cookies|necessary cookies only|use necessary cookies only|manage|manage options|manage choices|manage cookies|manage preferences|" +
    "manage settings|manage consent|cookie settings|cookie preferences|cookies settings|cookie policy|privacy policy|privacy settings|preferences|" +
    "settings|customise|customize|save preferences|save and close|more options|more information|learn more|show details|show purposes|close|continue|" +
    "akzeptieren|alle akzeptieren|alles akzeptieren|alle cookies akzeptieren|cookies akzeptieren|zustimmen|allen zustimmen|zustimmen und weiter|" +
    "einverstanden|ablehnen|alle ablehnen|alles ablehnen|nur notwendige|nur notwendige cookies|nur erforderliche|einstellungen|cookie-einstellungen|" +
    "datenschutzerklärung|mehr erfahren|verstanden|schließen|" +
    "accepter|tout accepter|j'accepte|accepter et fermer|refuser|tout refuser|continuer sans accepter|paramétrer|paramètres|personnaliser|" +
    "gérer les cookies|gérer mes préférences|en savoir plus|fermer|" +
    "aceptar|aceptar todo|aceptar todas|aceptar cookies|rechazar|rechazar todo|rechazar todas|configurar|configuración|configurar cookies|más información|" +
    "accetta|accetta tutto|accetta tutti|accetto|rifiuta|rifiuta tutto|rifiuta tutti|continua senza accettare|impostazioni|personalizza|preferenze|" +
    "aceitar|aceitar tudo|aceitar todos|rejeitar|rejeitar tudo|rejeitar todos|definições|configurações|saiba mais|" +
    "accepteren|alles accepteren|alle cookies accepteren|akkoord|weigeren|alles weigeren|instellingen|meer informatie|" +
    "acceptera|acceptera alla|godkänn|godkänn alla|avvisa|avvisa alla|inställningar|godta|godta alle|accepter alle|afvis alle|avvis alle|hyväksy|" +
    "hyväksy kaikki|hylkää|akceptuję|akceptuj|zaakceptuj|zaakceptuj wszystkie|odrzuć|odrzuć wszystkie|ustawienia|přijmout|přijmout vše|odmítnout|" +
    "принять|принять все|принять всё|отклонить|настройки|согласен|прийняти|прийняти всі|відхилити|kabul et|tümünü kabul et|reddet|" +
    "同意する|すべて同意する|すべて受け入れる|拒否|拒否する|すべて拒否|設定|接受|全部接受|同意|拒绝|拒絕|동의|모두 동의|거부|قبول|موافق|رفض",
);

/** Parts of a site, as its menu names them, in lower case. */
export const MENU = words(
  "home|homepage|home page|menu|news|latest|latest news|local|local news|world|world news|politics|business|money|economy|finance|markets|sport|sports|" +
    "football|culture|arts|entertainment|lifestyle|life|style|travel|food|health|science|tech|technology|environment|climate|weather|education|opinion|" +
    "comment|columns|letters|video|videos|audio|podcasts|podcast|photos|pictures|newsletters|newsletter|games|crosswords|puzzles|books|film|films|music|" +
    "tv|tv guide|obituaries|jobs|classifieds|shop|store|blog|about|about us|contact|contact us|help|faq|search|subscribe|sign up|register|log in|login|" +
    "sign in|my account|account|more|archive|events|membership|donate|support us|live|today's paper|" +
    "startseite|start|nachrichten|aktuelles|politik|wirtschaft|kultur|feuilleton|wissen|wissenschaft|panorama|gesellschaft|reise|gesundheit|meinung|" +
    "regional|lokales|wetter|suche|suchen|anmelden|registrieren|abo|abonnieren|über uns|kontakt|hilfe|mediathek|digital|netzwelt|sportarten|" +
    "accueil|actualités|actualité|actu|à la une|politique|monde|international|société|économie|sports|culture|sciences|santé|planète|opinions|débats|" +
    "météo|recherche|rechercher|s'abonner|se connecter|à propos|contactez-nous|vidéos|" +
    "inicio|noticias|portada|política|internacional|nacional|economía|deportes|cultura|ciencia|tecnología|sociedad|opinión|salud|buscar|suscríbete|" +
    "iniciar sesión|contacto|acerca de|" +
    "prima pagina|notizie|cronaca|politica|esteri|mondo|economia|scienza|tecnologia|salute|spettacoli|opinioni|meteo|cerca|abbonati|accedi|chi siamo|" +
    "contatti|início|notícias|mundo|esportes|desporto|saúde|opinião|ciência|entrar|assine|contato|contacto|sobre|" +
    "nieuws|politiek|economie|binnenland|buitenland|wetenschap|opinie|zoeken|inloggen|abonneren|hem|nyheter|sök|kultur|ekonomi|forside|nyheder|etusivu|" +
    "uutiset|strona główna|wiadomości|szukaj|domů|zprávy|hledat|главная|новости|политика|экономика|общество|культура|спорт|наука|мнения|поиск|войти|" +
    "головна|новини|політика|економіка|суспільство|anasayfa|haberler|gündem|ekonomi|spor|kültür|" +
    "ホーム|ニュース|政治|経済|国際|社会|スポーツ|文化|科学|検索|ログイン|首页|首頁|新闻|新聞|国内|财经|財經|体育|體育|科技|娱乐|娛樂|搜索|登录|홈|뉴스|정치|경제|사회|국제|문화|스포츠|" +
    "الرئيسية|أخبار|الأخبار|سياسة|اقتصاد|رياضة|ثقافة|رأي|חדשות|ראשי|ספורט|תרבות|דעות",
);
