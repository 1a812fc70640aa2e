/** Places that newspapers print at the head of a story with nothing after them: a known one needs no other sign that it is a dateline. */
import { nameKey, nameKeys } from "./printed-name.ts";

/** The thirty cities of the United States that the AP prints without a state. */
const STAND_ALONE =
  "Atlanta|Baltimore|Boston|Chicago|Cincinnati|Cleveland|Dallas|Denver|Detroit|Honolulu|Houston|Indianapolis|Las Vegas|Los Angeles|Miami|" +
  "Milwaukee|Minneapolis|New Orleans|New York|Oklahoma City|Philadelphia|Phoenix|Pittsburgh|St. Louis|Salt Lake City|San Antonio|San Diego|" +
  "San Francisco|Seattle|Washington";

const AMERICAS =
  "New York City|Washington DC|United Nations|Fort Worth|San Jose|Austin|Kansas City|Portland|Sacramento|Oakland|Tampa|Orlando|Nashville|Memphis|Charlotte|Columbus|" +
  "Buffalo|Rochester|Albany|Hartford|Newark|Omaha|Des Moines|Tulsa|El Paso|Tucson|Albuquerque|Louisville|Birmingham|Richmond|Norfolk|Anchorage|" +
  "Montreal|Toronto|Ottawa|Vancouver|Calgary|Edmonton|Winnipeg|Quebec City|Québec|Montréal|Halifax|Regina|Victoria|Mexico City|Guadalajara|Monterrey|" +
  "Tijuana|Ciudad Juarez|Cancun|Acapulco|Guatemala City|San Salvador|Tegucigalpa|Managua|Panama City|Havana|Kingston|Port-au-Prince|Santo Domingo|" +
  "San Juan|Nassau|Bridgetown|Port of Spain|Georgetown|Paramaribo|Cayenne|Caracas|Maracaibo|Bogota|Bogotá|Medellin|Medellín|Cali|Cartagena|Quito|Guayaquil|" +
  "Lima|Cuzco|La Paz|Santa Cruz|Sucre|Asuncion|Asunción|Montevideo|Punta del Este|Buenos Aires|Cordoba|Rosario|Mendoza|Santiago|Valparaiso|Brasilia|Brasília|Sao Paulo|São Paulo|" +
  "Rio de Janeiro|Salvador|Recife|Belo Horizonte|Porto Alegre|Curitiba|Manaus|Fortaleza|Ciudad de México|Ciudad de Guatemala|San José|La Habana|Ciudad de Panamá|Belmopan|Castries|Basseterre|Hamilton";
const EUROPE =
  "London|Edinburgh|Glasgow|Belfast|Cardiff|Manchester|Liverpool|Leeds|Bristol|Dublin|Cork|Paris|Lyon|Lyons|Marseille|Marseilles|Nice|Toulouse|Bordeaux|Strasbourg|Lille|Nantes|Cannes|" +
  "Davos|Brussels|Antwerp|Ghent|Luxembourg|Amsterdam|Rotterdam|The Hague|Utrecht|Eindhoven|Berlin|East Berlin|West Berlin|Bonn|Frankfurt|Hamburg|Munich|Cologne|" +
  "Duesseldorf|Dusseldorf|Düsseldorf|Stuttgart|Dresden|Leipzig|Hanover|Hannover|Nuremberg|Bremen|Karlsruhe|Wiesbaden|Mainz|Potsdam|München|Köln|Frankfurt am Main|Frankfurt/Main|Nürnberg|Dortmund|Essen|" +
  "Vienna|Wien|Salzburg|Graz|Linz|Innsbruck|Zurich|Zürich|Geneva|Genf|Bern|Berne|Basel|Basle|Lausanne|Lugano|Genève|Rome|Roma|Milan|Milano|Naples|Napoli|Turin|Torino|" +
  "Venice|Venezia|Florence|Firenze|Palermo|Genoa|Genova|Bologna|Bari|Trieste|Vatican City|Città del Vaticano|Valletta|Madrid|Barcelona|Valencia|Seville|Sevilla|Bilbao|Zaragoza|Málaga|" +
  "Malaga|Granada|Murcia|Valladolid|Vigo|Santander|Pamplona|Toledo|Santiago de Compostela|Palma|Lisbon|Lisboa|Porto|Athens|Thessaloniki|Nicosia|Copenhagen|Stockholm|Gothenburg|Malmo|Oslo|Bergen|" +
  "Helsinki|Tampere|Reykjavik|Tallinn|Riga|Vilnius|Warsaw|Krakow|Gdansk|Poznan|Wroclaw|Lodz|Prague|Praha|Brno|Bratislava|Budapest|Bucharest|Cluj|Sofia|" +
  "Belgrade|Zagreb|Split|Ljubljana|Sarajevo|Skopje|Pristina|Tirana|Podgorica|Chisinau|Moscow|St. Petersburg|Saint Petersburg|Leningrad|Kaliningrad|" +
  "Kazan|Sochi|Novosibirsk|Yekaterinburg|Vladivostok|Minsk|Kyiv|Kiev|Kharkiv|Kharkov|Odesa|Odessa|Lviv|Donetsk|Luhansk|Mariupol|Dnipro|Kherson|Zaporizhzhia|Simferopol|Sevastopol|" +
  "Monaco|Monte Carlo|San Marino|Andorra la Vella|Vaduz|Gibraltar|Londres|Moscou|Moscú|Varsovie|Varsovia|Bruxelles|Bruselas|Brüssel|Brussel|Moskau|Warschau|Kiew|Athen|Prag|Bukarest|Belgrad|" +
  "Rom|Mailand|Venedig|Lissabon|Kopenhagen|Genève|Ginebra|Vienne|Viena|Athènes|Atenas|Pékin|Pekín|Peking|Nueva York|Le Caire|El Cairo|Kairo|Jérusalem|Jerusalén|Den Haag|La Haye|La Haya|Lisbonne|Berlín|París|Estrasburgo|" +
  "Genf|Straßburg|Dublín|Estocolmo|Copenhague|Stambul|Estambul|Téhéran|Teherán|Teheran|Tokio|Singapur|Nueva Delhi|Neu Delhi|Séoul|Seúl|Beyrouth|Alger|Argel|Tunis|Túnez|Ginevra|Londra|Parigi|Berlino|Mosca|Bruxelas|Parijs|Londen";
const AFRICA_AND_MIDDLE_EAST =
  "Cairo|Alexandria|Tripoli|Benghazi|Algiers|Rabat|Casablanca|Marrakech|Nouakchott|Dakar|Bamako|Banjul|Bissau|Conakry|Freetown|Monrovia|Abidjan|" +
  "Yamoussoukro|Ouagadougou|Accra|Lome|Cotonou|Niamey|Abuja|Lagos|Kano|Maiduguri|Yaounde|Douala|Libreville|Malabo|Brazzaville|Kinshasa|Goma|Bangui|" +
  "N'Djamena|Khartoum|Juba|Addis Ababa|Asmara|Mogadishu|Hargeisa|Nairobi|Mombasa|Kampala|Kigali|Bujumbura|Gitega|Dar es Salaam|Dodoma|Lusaka|Lilongwe|" +
  "Harare|Maputo|Luanda|Windhoek|Gaborone|Johannesburg|Pretoria|Cape Town|Durban|Maseru|Mbabane|Antananarivo|Port Louis|Moroni|Jerusalem|Tel Aviv|" +
  "Haifa|Ramallah|Gaza|Gaza City|Rafah|Khan Younis|Hebron|Bethlehem|Nablus|Jenin|Beirut|Tyre|Damascus|Aleppo|Homs|Idlib|Amman|Baghdad|Basra|Mosul|Erbil|Irbil|Kirkuk|Kuwait|Kuwait City|Manama|" +
  "Bahrain|Doha|Abu Dhabi|Dubai|Sharjah|Muscat|Sanaa|Aden|Hodeidah|Riyadh|Jeddah|Mecca|Makkah|Medina|Madinah|Tehran|Isfahan|Mashhad|Tabriz|Istanbul|Ankara|İstanbul|Izmir|İzmir|Antalya|Diyarbakir|Adana|Bursa|Tbilisi|Batumi|Kutaisi|Sukhumi|Gori|" +
  "Yerevan|Baku|Stepanakert";
const ASIA_AND_PACIFIC =
  "Kabul|Kandahar|Herat|Jalalabad|Islamabad|Karachi|Lahore|Peshawar|Quetta|Rawalpindi|New Delhi|Delhi|Mumbai|Bombay|Kolkata|Calcutta|Chennai|Madras|Bengaluru|" +
  "Bangalore|Hyderabad|Ahmedabad|Pune|Jaipur|Lucknow|Kanpur|Patna|Bhopal|Indore|Nagpur|Surat|Srinagar|Jammu|Chandigarh|Amritsar|Shimla|Dehradun|Ranchi|Raipur|" +
  "Guwahati|Shillong|Imphal|Agartala|Kochi|Thiruvananthapuram|Kozhikode|Coimbatore|Madurai|Visakhapatnam|Vijayawada|Bhubaneswar|Panaji|Gurugram|Noida|Ayodhya|Varanasi|Prayagraj|" +
  "Kathmandu|Thimphu|Dhaka|Chittagong|Chattogram|Colombo|Kandy|Male|Malé|Yangon|Rangoon|Naypyitaw|Mandalay|Bangkok|Chiang Mai|Phuket|Pattaya|Vientiane|Phnom Penh|Siem Reap|Hanoi|" +
  "Ho Chi Minh City|Saigon|Danang|Kuala Lumpur|Putrajaya|Penang|Johor Bahru|Kota Kinabalu|Kuching|Shah Alam|Singapore|Jakarta|Surabaya|Bandung|Denpasar|Bali|Medan|Yogyakarta|Makassar|Dili|Bandar Seri Begawan|Manila|Quezon City|" +
  "Cebu|Cebu City|Davao|Davao City|Baguio City|Taipei|Kaohsiung|Hong Kong|Macau|Beijing|Shanghai|Guangzhou|Shenzhen|Tianjin|Wuhan|Chongqing|Chengdu|Nanjing|Hangzhou|Xi'an|Xian|Harbin|Shenyang|Dalian|Urumqi|Lhasa|" +
  "Kunming|Nanning|Haikou|Jinan|Qingdao|Zhengzhou|Changsha|Fuzhou|Xiamen|Hefei|Lanzhou|Yinchuan|Hohhot|Taiyuan|Guiyang|Nanchang|Seoul|Busan|Pusan|Incheon|Sejong|Pyongyang|Tokyo|Osaka|Kyoto|Nagoya|Sapporo|Fukuoka|Hiroshima|Nagasaki|Yokohama|Kobe|Naha|" +
  "Ulaanbaatar|Ulan Bator|Astana|Nur-Sultan|Almaty|Alma-Ata|Bishkek|Tashkent|Samarkand|Dushanbe|Ashgabat|Sydney|Melbourne|Brisbane|Perth|Adelaide|Canberra|Hobart|Darwin|" +
  "Wellington|Auckland|Christchurch|Dunedin|Suva|Port Moresby|Honiara|Apia|Nuku'alofa|Port Vila|Noumea|Papeete|Majuro|Tarawa";
const OTHER_SCRIPTS =
  "Москва|Санкт-Петербург|Петербург|Киев|Київ|Минск|Вашингтон|Лондон|Париж|Берлин|Брюссель|Пекин|Токио|Нью-Йорк|ООН|Женева|Вена|Рим|Мадрид|Варшава|Прага|Будапешт|Бухарест|" +
  "София|Белград|Загреб|Афины|Анкара|Стамбул|Тбилиси|Ереван|Баку|Астана|Алматы|Алма-Ата|Ташкент|Бишкек|Душанбе|Ашхабад|Кишинев|Кишинёв|Вильнюс|Рига|Таллин|Таллинн|Хельсинки|Стокгольм|Осло|" +
  "Копенгаген|Гаага|Иерусалим|Тель-Авив|Каир|Дамаск|Багдад|Бейрут|Тегеран|Дели|Нью-Дели|Сеул|Пхеньян|Гонконг|Сингапур|Новосибирск|Екатеринбург|Казань|Нижний Новгород|Самара|" +
  "Ростов-на-Дону|Краснодар|Сочи|Владивосток|Хабаровск|Иркутск|Красноярск|Омск|Томск|Тюмень|Челябинск|Уфа|Пермь|Волгоград|Воронеж|Саратов|Тула|Калининград|Мурманск|Архангельск|" +
  "Симферополь|Севастополь|Донецк|Луганск|Харьков|Одесса|Львов|Львів|Одеса|Харків|Дніпро|Грозный|Махачкала|Владикавказ|Якутск|Южно-Сахалинск|Петропавловск-Камчатский|" +
  "القاهرة|الإسكندرية|الرياض|جدة|مكة المكرمة|المدينة المنورة|دبي|أبوظبي|أبو ظبي|الشارقة|الدوحة|المنامة|الكويت|مسقط|صنعاء|عدن|بغداد|البصرة|الموصل|أربيل|دمشق|حلب|بيروت|" +
  "عمان|عمّان|القدس|القدس المحتلة|رام الله|غزة|تل أبيب|الخرطوم|طرابلس|بنغازي|تونس|الجزائر|الرباط|الدار البيضاء|مراكش|نواكشوط|مقديشو|جيبوتي|طهران|أنقرة|إسطنبول|اسطنبول|موسكو|" +
  "واشنطن|نيويورك|لندن|باريس|برلين|بروكسل|جنيف|فيينا|روما|مدريد|كييف|بكين|طوكيو|سول|نيودلهي|إسلام آباد|كابول|الأمم المتحدة|الفاتيكان|أثينا|فيينا|لاهاي|ستوكهولم|" +
  "北京|上海|天津|重庆|广州|深圳|香港|澳门|台北|南京|杭州|武汉|成都|西安|沈阳|哈尔滨|乌鲁木齐|拉萨|华盛顿|纽约|联合国|伦敦|巴黎|柏林|莫斯科|东京|首尔|日内瓦|布鲁塞尔|" +
  "東京|大阪|名古屋|京都|福岡|札幌|広島|長崎|那覇|仙台|ワシントン|ニューヨーク|ロンドン|パリ|ベルリン|モスクワ|ソウル|ジュネーブ|ブリュッセル|" +
  "서울|부산|인천|대구|대전|광주|울산|세종|제주|수원|춘천|평양|워싱턴|뉴욕|도쿄|베이징|런던|파리|베를린|" +
  "नई दिल्ली|मुंबई|लखनऊ|पटना|जयपुर|भोपाल|कोलकाता|चेन्नई|हैदराबाद|बेंगलुरु|चंडीगढ़|रांची|देहरादून|वाशिंगटन|लंदन|मॉस्को|इस्लामाबाद|বার্লিন|ঢাকা|কলকাতা|নয়াদিল্লি|" +
  "תל אביב|ירושלים|חיפה|Αθήνα|ΑΘΗΝΑ|Θεσσαλονίκη|Λευκωσία|Βρυξέλλες|تهران|مشهد|اصفهان|کابل|اسلام آباد|کراچی|لاہور|নতুন দিল্লি|กรุงเทพฯ|กรุงเทพ|தில்லி|சென்னை|புதுடெல்லி";

const STAND_ALONE_KEYS: ReadonlySet<string> = nameKeys(STAND_ALONE);
const KNOWN_KEYS: ReadonlySet<string> = new Set([
  ...STAND_ALONE_KEYS,
  ...nameKeys([AMERICAS, EUROPE, AFRICA_AND_MIDDLE_EAST, ASIA_AND_PACIFIC, OTHER_SCRIPTS].join("|")),
]);

/** True for the thirty US cities after which an agency prints no state. */
export function standsAlone(place: string): boolean {
  return STAND_ALONE_KEYS.has(nameKey(place));
}

/** True for a city that the press prints without more; two joined (`DALLAS/FORT WORTH`, `London and Paris`) count where one is known. */
export function isKnownCity(place: string): boolean {
  if (KNOWN_KEYS.has(nameKey(place))) return true;
  const parts = place.split(/\/|\s+(?:and|und|et|y|и)\s+/i);
  return parts.length > 1 && parts.some((part) => KNOWN_KEYS.has(nameKey(part)));
}
