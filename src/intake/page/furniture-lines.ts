/** Lines of a page that are never an article's text, told by their words; the languages of the larger newsrooms. */

const AD =
  /^(?:advertise?ments?(?: \d+)?|advertising|sponsored(?: content)?|anzeigen?|werbung|publicit[eé]|publicidade?|pubblicità|reklama?|reklame|annonse|annonce|mainos|реклама|реклам|إعلان|פרסומת|広告|광고|quảng cáo|skip ad(?:vertisement)?|(?:story continues|text continues|continue reading) below(?: advertisement)?|article continues (?:after|below)(?: this)?(?: ad(?:vertisement)?)?)[\s:.…-]*$/iu;
const READ_MORE =
  /^[\s>»→•|*–—-]*(?:read (?:more|also|next|on|the full|this)|also read|more(?: on this| from| stories)?:|more on (?:this|the)|see (?:more|also)|related(?: (?:stories|articles|post|roundup|content|links|news|coverage))?s?\s*:|don[’']t miss|must[ -]read|you (?:may|might) (?:also )?like|you can also check|up next|watch(?: also| now| more)?:|listen(?: now| here)?:|view all|recommended(?: for you)?:?$|lesen sie(?: auch| hier| dazu| mehr)|lesen? (?:auch|mehr)|mehr (?:zum thema|dazu|lesen)|auch interessant|hier geht es zu|siehe auch|lire aussi|à lire(?: aussi)?|lire la suite|voir aussi|lea (?:también|más)|leer más|te puede interesar|ver más|leia (?:também|mais)|leggi (?:anche|tutto)|\(leggi anche|lees (?:ook|meer)|les (?:også|mer|saken)|læs (?:også|mere)|läs (?:också|mer|även)|lue (?:myös|lisää)|czytaj (?:także|też|więcej|również)|zobacz (?:także|też|również)|čtěte (?:také|více)|čítajte (?:aj|viac)|citește și|citiți și|olvas(?:sa|ta)|читайте (?:также|ещё|еще|на эту тему)|читайте також|смотрите также|ещё по теме|материалы по теме|по теме:?$|okuyun|ayrıca oku|daha fazla|اقرأ (?:أيضا|أيضًا|المزيد)|شاهد أيضا|קרא(?:ו)? (?:גם|עוד)|xem thêm|đọc thêm|baca juga|soma zaidi|skaitykite taip pat|funda olunye)(?![\p{L}])/iu;
const SIGN_UP =
  /(?:subscribe (?:to|now|here|today)|sign[ -]?up (?:for|to|here|now)|our (?:\w+ ){0,2}newsletters?|newsletter (?:abonnieren|bestellen|anmelden)|join (?:our|us on|the) (?:\w+ ){0,2}(?:whatsapp|telegram|channel|newsletter|community)|follow (?:us|[\w ]{2,30}) on|like us on|download (?:our|the) (?:\w+ ){0,2}app|get (?:the|our|\w+ news) (?:\w+ ){0,3}(?:app|newsletter)|(?:by )?clicking here|click here (?:to|for)|abonnez-vous|inscrivez-vous|suscríb(?:e|a)te|síguenos|s[íi]gue(?:nos)? en|iscriviti|seguici|abonnieren sie|melden sie sich|folgen sie uns|folgt? uns|подпи(?:шитесь|сывайтесь|ска)|підпи(?:шіться|суйтесь)|zapisz się|obserwuj nas|abonner på|tilmeld dig|följ oss|اشترك|تابعونا|お申し込み|구독)/iu;
const SIGN_OFF =
  /^[\s([*_–—-]*(?:(?:additional |with )?(?:reporting|writing|editing|compiled|translated|production) by|reported by|(?:©|copyright\b|\(c\) ?\d{4})|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|this (?:article|story|report|material|content) (?:was|is|has been|may|may not|originally) |originally (?:published|appeared)|first published|source:|sources:|quelle:|fuente:|our standards:|text size|reach the reporters?|write to |follow (?:him|her|them|@)|contact the|got a (?:tip|story)|do you have|have your say|what do you think|redaktion:|erschienen (?:in|am)|this post (?:was|is|contains|may)|disclaimer|disclosure|updated at|last updated|last modified|online seit|stand:|dieser artikel|dies ist eine|cet article|este artículo|questo articolo|stay informed|reuse this content|happy reading)/iu;
const CONTRIBUTED =
  /\b(?:contributed to this (?:report|article|story)|contribut(?:ed|ing) reporting|contributed reporting)\b/iu;
const INITIALS = /^[([]\s*\p{L}{2,5}(?:\s*[/,|]\s*[\p{L}.]{2,12})*\s*[)\]]\.?$/u;
const CREDIT_LINE =
  /^[\s([|•–—-]*(?:(?:photos?|pictures?|images?|illustrations?|video|graphic|fotos?|fotografía|bild(?:er)?|grafik|фото|видео|zdjęcie|fot\.|kuva|ảnh|الصورة|צילום|写真|사진)\s*(?:credit|by|von|©)?\s*[:/|©]|(?:image|photo|picture) (?:credit|source|courtesy|via)|(?:getty images|afp|ap photo|epa|reuters|shutterstock|istock|dpa)\s*[)\]]?$|©)/iu;
const TIME_LINE =
  /^(?:(?:published|updated?|posted|last (?:updated|modified)|stand|publi[ée]|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato|online seit|опубликовано|обновлено)\b.{0,90}|\d{1,2}[:.]\d{2}\b.{0,40}|.{0,12}\b\d+ (?:sec|second|min|minute|hour|hr|day|week|month|year)s? ago\b.{0,30}|.{0,40}\b\d{1,2}[:.]\d{2}\s*(?:am|pm|a\.m\.|p\.m\.|uhr|gmt|utc|est|edt|bst|cet|cest|msk|ist)\b.{0,40}|\d{1,2}[./]\d{1,2}[./]\d{2,4}.{0,30}|\d{4}[-./]\d{1,2}[-./]\d{1,2}.{0,30})$/iu;
const ADDRESS_ONLY =
  /^(?:[\w.+-]+@[\w-]+\.[\w.]+|(?:https?:\/\/|www\.)\S+|(?:twitter|x|facebook|instagram)\.com\/\S+|@\w{2,30})$/i;
const PAGE_COUNT = /^\d{1,3}\s*\/\s*\d{1,3}$/;
const CLICK_ONLY =
  /^(?:most[ -](?:read|popular|viewed|shared)|meistgelesen|les plus lus|lo más (?:leído|visto)|i più letti|mais lidas|mest lest|mest læst|mest lästa|meest gelezen|luetuimmat|najpopularniejsze|самое читаемое|популярное|الأكثر قراءة|comments?|share|print|email|e-mail|save|listen|watch|video|photos?|gallery|topics?|tags?|more|opinion|text size|enlarge|zoom|close|loading|menu|back to top|toggle|expand|teilen|drucken|merken|kommentare?|kommentieren|partager|imprimer|commentaires?|compartir|imprimir|comentarios?|condividi|commenti|поделиться|комментарии|комментировать|udostępnij|del|dela|jaa|paylaş|yorumlar|شارك|مشاركة|תגובות|شارك هذا)[\s:.!…]*(?:\(?\d*\)?)$/iu;

const CAPTION_END =
  /[([]\s*(?:image|photo|picture|pic|credit|foto|bild|fotos?|image credit)s?(?:\s*(?:credit|by))?\s*[:/][^()[\]]{0,80}[)\]]\.?$/iu;

/** Why a line is furniture wherever it stands; undefined where its words do not say so. */
export function judgeLine(text: string, weight: number, linkShare: number): string | undefined {
  if (weight < 60 && (AD.test(text) || CLICK_ONLY.test(text) || PAGE_COUNT.test(text))) return "label";
  if (ADDRESS_ONLY.test(text)) return "address";
  if (weight < 320 && READ_MORE.test(text) && (linkShare > 0.25 || weight < 140)) return "read more";
  if (weight < 320 && SIGN_UP.test(text) && (linkShare > 0.05 || weight < 160)) return "sign-up";
  if (weight < 160 && CREDIT_LINE.test(text)) return "credit";
  if (weight < 400 && CAPTION_END.test(text)) return "caption";
  if (weight < 90 && TIME_LINE.test(text) && !/[.!?]["”»]?$/.test(text)) return "time";
  return undefined;
}

const OTHER_ARTICLES =
  /^(?:top|latest|more|most[ -](?:read|popular|viewed|shared)|related|recommended|trending|popular|editor[’']?s[’']? (?:picks?|choice)|you may (?:also )?like|read (?:next|more|also)|up next|don[’']t miss|what to read next|in case you missed it|from around the web|other (?:news|stories)|featured|sponsored|around the web|top[ -]rated comments?|(?:\d+ )?comments?|leave a (?:reply|comment)|weitere|mehr (?:zum|aus|von)|meistgelesen|das könnte sie|auch interessant|neueste|aktuelle nachrichten|themen|schlagwörter|kommentare?|à lire|à voir|lire aussi|les plus lus|plus d|dans la même|sur le même|articles? liés?|más (?:noticias|leídas?|sobre)|lo más|te puede|relacionad[oa]s?|noticias relacionadas|notizie|leggi anche|potrebbe interessarti|più letti|mais lidas|leia|relacionadas|lees ook|meer (?:over|nieuws)|mest lest|mest læst|mest lästa|siste|relatert|lue myös|luetuimmat|czytaj|zobacz|najpopularniejsze|polecane|powiązane|похожие|читайте|популярное|самое|новости|по теме|ещё по теме|материалы|комментарии|схожі|також|популярні|ilgili|son dakika|en çok|öne çıkan|مواضيع|اقرأ|المزيد|الأكثر|ذات صلة|קרא|עוד|תגובות|xem thêm|tin liên quan|tin khác|bình luận|関連|おすすめ|人気|ランキング|最新|관련|많이 본|인기|最热|相关|热门|推荐|berita|baca|terkait)(?![\p{L}])/iu;

const COMMENTS =
  /^[\s[(]*(?:(?:\d[\d.,]*\s+|all |top[ -]rated |readers?[’']? |reader )?comments?(?:\s*[([]?\d+[)\]]?)?|\d[\d.,]*\s+(?:thoughts on .*|(?:responses|replies) to .*|kommentare?r?|commentaires?|comentarios?|comentários?|commenti|reacties|komentarz[ey]|комментари\p{L}+|коментар\p{L}+|yorum|تعليق\p{L}*)|leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|laisser un commentaire|deja una respuesta|schreiben? sie einen kommentar|schreibe einen kommentar|diskutieren sie mit|lascia un commento|deixe um comentário|geef een reactie|dodaj komentarz|добавить комментарий)[\s\])]*$/iu;

/** Whether a line opens the words of readers. They may be more than the article's own. */
export function isCommentsHead(text: string): boolean {
  return text.length < 100 && COMMENTS.test(text);
}

/** Whether a subhead opens a list of other articles, or of comments. Only for short lines without a full stop. */
export function isOtherArticles(text: string): boolean {
  return text.length < 60 && OTHER_ARTICLES.test(text);
}

/** Why a line is furniture where it stands at the end of a text: sign-offs, rights, notes on the text itself. */
export function judgeLastLine(text: string, weight: number): string | undefined {
  if (INITIALS.test(text)) return "initials";
  if (weight < 600 && SIGN_OFF.test(text)) return "sign-off";
  return weight < 400 && CONTRIBUTED.test(text) ? "sign-off" : undefined;
}
