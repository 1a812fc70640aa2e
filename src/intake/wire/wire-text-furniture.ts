/** Lines of a page that are no part of its article: tools, invitations, notices. Known by their words here; by place in `wire-text-zones.ts`. */

/** A whole line, case and closing signs aside. One language a line, the most common first. */
const LINES = [
  "published|updated|posted|summary|highlights|key points|read this article|listen live|listen|listen to this article|listen now|play audio|watch live|live|on air|get short url|short url|copy link|copy url|link copied|permalink|print|print this|print this article|print page|email|e-mail|email this|email article|share|share this|share this article|share this story|share on facebook|share on twitter|share via email|share link|tweet|tweet this|pin|pin it|pin this|like|like this|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|messenger|flipboard|instagram|youtube|tiktok|vk|viber|save|save article|save for later|saved|bookmark|bookmark this|gift|gift article|gift this article|follow|follow us|follow this topic|following|subscribe|subscribe now|sign in|sign up|sign up now|log in|login|register|create account|my account|menu|search|close|open menu|skip to content|skip to main content|skip navigation|home|homepage|back|back to top|top|next|previous|prev|next article|previous article|next story|previous story|read more|read more below|show more|load more|see more|view more|more|more on this story|more stories|most read|most popular|most viewed|trending|trending now|popular|latest|latest news|top stories|recommended|recommended for you|you may also like|you might also like|from the web|around the web|promoted stories|sponsored|sponsored content|sponsored links|advertisement|advertising|ad|ads|paid content|story continues below|story continues below advertisement|article continues after advertisement|continue reading|continue reading below|scroll to continue|community standards|community guidelines|discussion|discuss|comments|comment|comment now|leave a comment|add a comment|post a comment|view comments|show comments|hide comments|join the conversation|join the discussion|be the first to comment|write a comment|start the conversation|newsletter|newsletters|privacy policy|privacy|cookie policy|cookies|terms of use|terms of service|terms|terms and conditions|terms & conditions|contact us|contact|about us|about|advertise with us|advertise|help|faq|feedback|careers|sitemap|site map|rss|rss feed|all rights reserved|accept|accept all|accept cookies|reject all|manage cookies|cookie settings|got it|ok|i agree|dark mode|text size|font size|a a a|translate|translate this page|report an error|report a typo|report this ad|corrections|download app|download the app|get the app|open in app|view in app|video|photos|gallery|view gallery|full screen|enlarge image|view image in fullscreen|hide caption|toggle caption|play|pause|mute|unmute|transcript|embed|topics|tags|related|related topics|related stories|related articles|filed under|go to the photo bank|loading|loading…|show all|expand|collapse|edit|story highlights|just in|breaking news|our standards: the thomson reuters trust principles|my news|customize|licensing|purchase licensing rights|purchase licensing rights, opens new tab|reuse this content|for immediate release",
  "реклама|поделиться|поделиться в соцсетях|подписаться|подписка|читать далее|читать полностью|подробнее|комментарии|комментировать|оставить комментарий|обсудить|обсуждение|правила сообщества|правила комментирования|печать|распечатать|версия для печати|скопировать ссылку|короткая ссылка|получить короткую ссылку|слушать|прослушать|слушать эфир|слушать онлайн|прямой эфир|войти|регистрация|меню|поиск|главная|главные новости|новости партнеров|новости партнёров|популярное|читайте также|материалы по теме|по теме|еще|ещё|показать еще|показать ещё|загрузить еще|вконтакте|одноклассники|телеграм|вотсап|твиттер|фейсбук|яндекс.дзен|дзен|теги|наверх|закрыть|лента новостей|политика конфиденциальности|все права защищены|сообщить об ошибке|в избранное|добавить в избранное|обратная связь|о проекте|контакты|перейти в фотобанк|эксклюзив",
  "إعلان|إعلانات|شارك|مشاركة|شارك الخبر|شاركها|انسخ الرابط|نسخ الرابط|رابط مختصر|الرابط المختصر|طباعة|اطبع|اشترك|اشترك الآن|اشترك في النشرة|تابعنا|تسجيل الدخول|دخول|القائمة|بحث|الرئيسية|التعليقات|تعليقات|اترك تعليقا|أضف تعليقا|أضف تعليقك|النقاش|معايير المجتمع|استمع|استمع الآن|البث المباشر|بث مباشر|اقرأ المزيد|المزيد|اقرأ أيضا|اقرأ أيضاً|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|الكلمات المفتاحية|الوسوم|فيسبوك|تويتر|واتساب|تلغرام|تيليغرام|البريد الإلكتروني|سياسة الخصوصية|جميع الحقوق محفوظة|احفظ|حفظ",
  "publicidad|anuncio|compartir|comparte|compartir en facebook|compartir en twitter|copiar enlace|enlace corto|imprimir|enviar|enviar por correo|suscríbete|suscribirse|suscribete|síguenos|seguir|iniciar sesión|iniciar sesion|registrarse|menú|buscar|inicio|comentarios|comentar|deja un comentario|ver comentarios|debate|normas de la comunidad|escuchar|escuchar en directo|en directo|en vivo|leer más|leer mas|ver más|más|más información|más noticias|más leídas|lo más leído|lo más visto|te puede interesar|también te puede interesar|le puede interesar|noticias relacionadas|relacionados|temas|etiquetas|política de privacidad|aviso legal|todos los derechos reservados|guardar|cerrar|volver arriba|boletín|archivado en",
  "publicité|partager|partager sur facebook|partager sur twitter|partager l'article|partager cet article|copier le lien|lien court|imprimer|envoyer|envoyer par e-mail|s'abonner|abonnez-vous|je m'abonne|se connecter|connexion|s'inscrire|suivre|suivez-nous|menu|rechercher|recherche|accueil|commentaires|commenter|réagir|voir les commentaires|discussion|charte de la communauté|règles de la communauté|écouter|écouter en direct|écouter l'article|en direct|lire plus|lire la suite|voir plus|plus|à lire aussi|lire aussi|à voir aussi|sur le même sujet|articles liés|les plus lus|les plus partagés|thèmes|mots-clés|étiquettes|politique de confidentialité|mentions légales|tous droits réservés|enregistrer|sauvegarder|fermer|retour en haut|infolettre|offrir l'article|temps de lecture",
  "anzeige|werbung|teilen|artikel teilen|auf facebook teilen|auf twitter teilen|link kopieren|kurzlink|kurz-url|drucken|artikel drucken|per e-mail|e-mail senden|abonnieren|jetzt abonnieren|anmelden|einloggen|registrieren|folgen|folgen sie uns|menü|suche|suchen|startseite|kommentare|kommentieren|kommentar schreiben|kommentare anzeigen|diskussion|diskutieren|mitdiskutieren|community-regeln|netiquette|hören|anhören|artikel anhören|live hören|radio hören|livestream|weiterlesen|mehr lesen|mehr|mehr zum thema|mehr anzeigen|lesen sie auch|auch interessant|das könnte sie auch interessieren|meistgelesen|meistgelesene artikel|themen|schlagworte|schlagwörter|datenschutz|impressum|agb|alle rechte vorbehalten|merken|speichern|schließen|nach oben|zum seitenanfang|newsletter bestellen|zur startseite|vorlesen",
  "pubblicità|condividi|stampa|commenti|leggi anche|leggi di più|ascolta|iscriviti|accedi|salva|publicidade|compartilhar|compartilhe|imprimir|comentários|leia mais|leia também|ouvir|assine|entrar|salvar|reklam|paylaş|yazdır|yorumlar|reklama|udostępnij|drukuj|komentarze|czytaj też|advertentie|delen|reageer|lees ook|广告|分享|打印|评论|相关新闻|阅读更多|責任編輯|广告|広告|シェア|印刷|コメント|関連記事|続きを読む|광고|공유|인쇄|댓글|관련기사",
].join("|");

const LINE_KEYS: ReadonlySet<string> = new Set(LINES.split("|").map((line) => line.toLowerCase()));

/** Sentences and lines with changing parts. Each is tried on lines of at most `LONGEST` characters. */
const SENTENCES: readonly RegExp[] = [
  /^(?:sign up|subscribe|register|join|get|download|follow|like|add|become|support|donate|click|tap|stay|never miss|want more|enjoying|thank you for|thanks for)\b.{0,160}\b(?:newsletters?|inbox|app|apps|account|channel|telegram|whatsapp|twitter|facebook|instagram|youtube|linkedin|subscription|subscribers?|briefing|alerts?|notifications?|podcast|members?|readers|reading|here|free|updates)\b.{0,60}$/iu,
  /^(?:we use|this (?:site|website|page) uses|by (?:continuing|using|clicking|signing)|to (?:continue|improve) .{0,60}cookies).{0,200}$/iu,
  /\b(?:cookie policy|privacy policy|terms of (?:use|service)|all rights reserved|tous droits réservés|todos los derechos reservados|alle rechte vorbehalten|все права защищены|جميع الحقوق محفوظة)\b.{0,80}$/iu,
  /^(?:©|\(c\)|copyright)\s?.{0,140}(?:\d{4}|rights|reserved)/iu,
  /^(?:\d[\d.,]*\s?[km]?\s?(?:shares?|comments?|views?|likes?|retweets?|reactions?|followers?|комментари\p{L}+|просмотр\p{L}*|comentarios?|commentaires?|kommentare?|réactions?|تعليق\p{L}*|مشاهدة|compartidos|partages))$/iu,
  /^(?:comments?|comentarios|commentaires|kommentare|комментарии|discussion|diskussion|التعليقات)\s?[([:]\s?\d+\s?[)\]]?$/iu,
  /^(?:(?:about |est\. )?\d{1,2}[\s-]?(?:min(?:ute)?s?|мин(?:ут\p{L}*)?|دقيقة|دقائق|minutos?|minuten)\.?(?:\s(?:read|listen|to read|чтения|de lectura|de lecture|lesezeit|للقراءة))?|(?:reading time|read time|время чтения|temps de lecture|tiempo de lectura|lesezeit|lesedauer|مدة القراءة)\s?:?\s?.{1,24})$/iu,
  /^(?:share|partage[rz]|compart(?:ir|e|a)|compartilh(?:e|ar)|condividi|teilen|delen|поделиться|شارك)\s?(?:(?:this|esta|este|cet|cette|quest[ao])\s\p{L}+\s)?(?::|on|via|sur|en|auf|в|no|na|su|op)\s.{2,60}$/iu,
  /^(?:follow|suivez|sigue|síguenos|folgen sie|подписывайтесь|подпишитесь|تابعوا|تابعنا|اشترك)(?!\p{L}).{0,140}(?:facebook|twitter|telegram|whatsapp|instagram|youtube|google|vk|x\b|телеграм|телеграм-канал\p{L}*|твиттер|дзен\p{L}*|تلغرام|تويتر|واتساب|فيسبوك|newsletter|рассылк\p{L}+|النشرة).{0,60}$/iu,
  /^(?:abonnez-vous|inscrivez-vous|recevez|suscríbase|suscríbete|reciba|recibe|apúntate|abonnieren sie|melden sie sich|jetzt|подпишитесь|подписывайтесь|получайте|اشترك(?:وا)?|سجل)(?!\p{L}).{0,140}(?:newsletter|infolettre|lettre|boletín|rassegna|рассылк\p{L}+|канал\p{L}*|уведомлени\p{L}+|النشرة\p{L}*|قناة\p{L}*|whatsapp|telegram|push).{0,80}$/iu,
  /^(?:nous utilisons|ce site utilise|este sitio utiliza|utilizamos|diese (?:seite|website) verwendet|wir verwenden|мы используем|этот сайт использует|نستخدم|يستخدم هذا الموقع).{0,120}(?:cookies?|куки|файлы cookie|ملفات تعريف الارتباط).{0,80}$/iu,
  /^\[\s?(?:ad|advertisement|реклама|anzeige)\s?\]$/iu,
  /^(?:image|video|photo|audio)\s(?:gallery|player|unavailable|loading).{0,40}$/iu,
  /^(?:our standards|editing standards|trust principles)\s?:.{0,80}$/iu,
  /^acquire licensing rights\b.{0,40}$|,? opens (?:in a )?new (?:tab|window)$/iu,
  /^(?:follow|see|read|find|view) .{0,80}(?:coverage|stories|news) .{0,60}https?:\/\/\S+\.?$/iu,
  /^(?:(?:about )?\d{1,2}\s(?:minutes?|mins?|hours?|hrs?|days?|weeks?) ago|\d{1,2}\s(?:минут\p{L}*|час\p{L}*|дн\p{L}+|день) назад|(?:vor|hace|il y a|منذ)\s\d{1,2}\s\p{L}{3,12})$/iu,
  /^(?:читать|читайте|read|lire|lesen sie|leer|lee|follow|следите за|اقرأ)(?!\p{L}).{0,60}(?:дзен\p{L}*|telegram|телеграм\p{L}*|google news|max|whatsapp|تلغرام|واتساب)\.?$/iu,
  /^(?:regístrate|suscríbete|inscrivez-vous|register|sign in|log in|subscribe|melden sie sich an|зарегистрируйтесь)(?!\p{L}).{0,60}(?:leyendo|reading|continue|continuer|weiterlesen|чтобы|free|gratis)[^.]{0,40}$/iu,
  /^(?:a version of this article|this article (?:was )?originally (?:appeared|published)|.{4,120} reported from .{3,80}\.$)/iu,
  /^(?:from|to|cc|reply-to|sent|message-id|return-path|received|x-[a-z-]+)\s?:.{0,160}[@<]/iu,
  /^(?:published by|powered by|hosted by|produced by)\s.{2,60}$/iu,
  /^(?:loading|please wait|javascript|enable javascript|your browser).{0,120}$/iu,
  /^(?:page|seite|página|страница)\s\d+\s(?:of|von|de|из|sur|\/)\s\d+$/iu,
  /^(?:scan|use) (?:the|this) qr.{0,60}$/iu,
];

const LONGEST = 240;

function strip(text: string): string {
  return text
    .replaceAll("\ufe0f", "")
    .toLowerCase()
    .replace(/^[\s\p{Extended_Pictographic}•·▪►▶»>+→↓↑|[(*#-]+/u, "")
    .replace(/[\s\p{Extended_Pictographic}»>›→↓↑+|:\])*.…!]+$/u, "");
}

/** Labels that ran together when the page was copied: `Community standardsDiscussion`, `ShareTweet`. */
function isRunTogether(text: string): boolean {
  if (text.length > 90 || !/\p{Ll}\p{Lu}/u.test(text)) return false;
  const parts = text.replace(/(\p{Ll})(\p{Lu})/gu, "$1\n$2").split("\n");
  return parts.every((part) => LINE_KEYS.has(strip(part)));
}

/** Several labels in one line: `Facebook | Twitter | Email`, `Share · Save`. */
function isLabelRow(text: string): boolean {
  const parts = text.split(/\s*[|·•/,]\s*|\s{2,}/).filter((part) => part !== "");
  if (parts.length > 1 && parts.every((part) => LINE_KEYS.has(strip(part)))) return true;
  const words = text.split(" ");
  return words.length > 1 && words.length <= 10 && words.every((word) => SHARE_WORDS.has(strip(word)));
}

const SHARE_WORDS: ReadonlySet<string> = new Set(
  "share tweet pin like facebook twitter whatsapp telegram linkedin reddit email print save x vk viber messenger copy comment partager compartir teilen drucken merken поделиться شارك".split(
    " ",
  ),
);

/** True for a line of signs alone: `* * *`, `-----`, `###`. */
export function isRule(text: string): boolean {
  return text.length < 200 && /^[-–—_=*~•·.#+\s]{3,}$/u.test(text);
}

/** True where the words alone say that the line is furniture. */
export function isFurniture(text: string): boolean {
  if (text.length > LONGEST) return false;
  const bare = strip(text);
  if (bare === "") return true;
  if (LINE_KEYS.has(bare)) return true;
  return SENTENCES.some((pattern) => pattern.test(text)) || isLabelRow(text) || isRunTogether(text);
}

const RELATED_HEADS =
  /^(?:(?:more )?related(?: (?:stories|articles|news|content|links|coverage|headlines))?|see also|read (?:also|next|more on this)|also read|more on this(?: story| topic)?|more (?:stories|coverage|from [\p{L} ]{2,30})|you (?:may|might) also like|recommended(?: for you| reading)?|further reading|don't miss|what to read next|читайте также|смотрите также|по теме|материалы по теме|еще по теме|ещё по теме|похожие (?:статьи|новости)|اقرأ أيض(?:ا|اً|ًا)|اقرأ المزيد|مواضيع ذات صلة|أخبار ذات صلة|قد يعجبك أيض(?:ا|اً|ًا)|موضوعات متعلقة|noticias relacionadas|relacionados|artículos relacionados|lea también|lee también|te puede interesar|también te puede interesar|le puede interesar|más sobre este tema|(?:à )?lire aussi|à lire aussi|sur le même sujet|articles? (?:liés|connexes)|voir aussi|lesen sie (?:auch|mehr)|mehr zum thema|auch interessant|das könnte sie auch interessieren|zum thema|verwandte (?:artikel|themen)|leggi anche|leia também|leia mais|saiba mais|leer más|read more|lees ook|czytaj też|matérias relacionadas|関連記事|相关新闻|相关报道|관련기사)\s?[:：]?$/iu;
const RELATED_INLINE =
  /^[►▶▸→•>»\s*[(]*(?:(?:read|see|watch) (?:more|also|next)|also read|related|more|читайте также|смотрите также|по теме|اقرأ أيض(?:ا|اً|ًا)|lea también|lee también|(?:à )?lire aussi|à lire aussi|voir aussi|lesen sie auch|mehr dazu|leggi anche|leia também|lees ook)\s?[:：|–—-]\s*(?=\S)/iu;

/** True for the line that stands above a list of related headlines. */
export function isRelatedHeading(text: string): boolean {
  return text.length < 60 && RELATED_HEADS.test(text);
}

/** The headline of `READ ALSO: Harbour reopens`, or undefined. */
export function readInlineRelated(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const found = RELATED_INLINE.exec(text);
  if (found === null) return undefined;
  const title = text
    .slice(found[0].length)
    .replace(/[\])\s»>]+$/u, "")
    .trim();
  return title.length >= 12 && !/[.!?]["”»]?\s+\p{Lu}/u.test(title) ? title : undefined;
}
