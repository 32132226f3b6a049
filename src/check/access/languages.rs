//! How languages are known by their words and letters. Small words that are
//! common English words or names too are left out.

/// A language: its code, its name, and small words that make a sentence its own.
pub(super) const LANGUAGES: [(&str, &str, &str); 14] = [
    (
        "en",
        "English",
        "the of and for with that this from are was were our their they have has will who which",
    ),
    (
        "cy",
        "Welsh",
        "mae yn yw y yr ac gan gyda bod ein ni wedi sydd nid hyn hon hwn ar pob oedd bydd eu fel \
         neu ond rydym dros trwy drwy wrth chi eich os mewn hefyd rydyn dydyn gennym i'r i'n \
         i'w o'r o'n o'u a'r a'n a'u â'r mae'r mae'n sy'n gyda'r gyda'n yw'r yw'n wedi'u eisiau",
    ),
    (
        "gd",
        "Scottish Gaelic",
        "agus tha anns na nam bho aig dha leis chan seo ach iad sinn mar gach uile bha \
         bidh gu fhèin againn clann dhen dhan cha nach airson còig",
    ),
    (
        "ga",
        "Irish",
        "agus tá bhí ar na ag le mar ach sé siad chun don sna gach seo faoi leis níl atá againn \
         dúinn nó féin páistí leanaí chuig ár gcuid bheith",
    ),
    (
        "pl",
        "Polish",
        "w z na nie się że są dla oraz jak przez przy od po który która które tym ich jego \
         być może nas nasze dzieci ze za które także już tylko",
    ),
    (
        "ro",
        "Romanian",
        "și şi în de la cu nu este sunt din pentru sau mai prin să ca au copii lor noastre nostru că \
         această acest fost vor",
    ),
    (
        "sq",
        "Albanian",
        "dhe në të për një është që nga janë nuk edhe por kjo ky fëmijët tuaj jonë e më mund kanë \
         ose duhet",
    ),
    (
        "vi",
        "Vietnamese",
        "và của là được không những có cho các một trong này với người đã để khi ở về tôi chúng bạn \
         trẻ em phải",
    ),
    (
        "fr",
        "French",
        "le la les des du de et est un une dans que qui nous vous avec sur pas ne au aux ce \
         cette sont être il elle ils nos notre votre leur leurs mais ou où en à l' d' qu' n' s' c'",
    ),
    (
        "es",
        "Spanish",
        "el la los las de del y en que es un una para por se su sus al como más pero nuestro nuestra \
         nuestros nosotros niños está todos todas",
    ),
    (
        "pt",
        "Portuguese",
        "os de da dos das e em que um uma para por com não se na nos nas ao mais mas são é nosso nossa \
         crianças você pelo pela",
    ),
    (
        "de",
        "German",
        "der das und ist nicht mit von zu dem ein eine einer für auf im wir sie es sind auch \
         werden wird haben unsere unser bei aus nach kinder",
    ),
    (
        "so",
        "Somali",
        "waa iyo ka ku oo ay uu aan waxaa waxay waxa ee kale soo leh carruurta caruurta haddii inta \
         inay ayaa aad",
    ),
    (
        "tr",
        "Turkish",
        "ve bir bu için ile de da çok olan olarak daha gibi değil kadar sonra biz siz çocuklar çocuk \
         tüm ancak veya",
    ),
];

/// A kind of letters: the first and last of them, their name, and the codes of
/// languages written in them, the likeliest first.
pub(super) const SCRIPTS: [(char, char, &str, &[&str]); 30] = [
    ('\u{370}', '\u{3ff}', "Greek", &["el"]),
    ('\u{400}', '\u{52f}', "Cyrillic", &["uk", "ru", "bg"]),
    ('\u{530}', '\u{58f}', "Armenian", &["hy"]),
    ('\u{590}', '\u{5ff}', "Hebrew", &["he", "yi"]),
    ('\u{600}', '\u{6ff}', "Arabic", &["ar", "fa", "ur", "ps", "ckb"]),
    ('\u{700}', '\u{74f}', "Syriac", &["syr"]),
    ('\u{750}', '\u{77f}', "Arabic", &["ar", "fa", "ur", "ps", "ckb"]),
    ('\u{900}', '\u{97f}', "Devanagari", &["hi", "ne", "mr"]),
    ('\u{980}', '\u{9ff}', "Bengali", &["bn"]),
    ('\u{a00}', '\u{a7f}', "Gurmukhi", &["pa"]),
    ('\u{a80}', '\u{aff}', "Gujarati", &["gu"]),
    ('\u{b00}', '\u{b7f}', "Odia", &["or"]),
    ('\u{b80}', '\u{bff}', "Tamil", &["ta"]),
    ('\u{c00}', '\u{c7f}', "Telugu", &["te"]),
    ('\u{c80}', '\u{cff}', "Kannada", &["kn"]),
    ('\u{d00}', '\u{d7f}', "Malayalam", &["ml"]),
    ('\u{d80}', '\u{dff}', "Sinhala", &["si"]),
    ('\u{e00}', '\u{e7f}', "Thai", &["th"]),
    ('\u{e80}', '\u{eff}', "Lao", &["lo"]),
    ('\u{f00}', '\u{fff}', "Tibetan", &["bo"]),
    ('\u{1000}', '\u{109f}', "Burmese", &["my"]),
    ('\u{10a0}', '\u{10ff}', "Georgian", &["ka"]),
    ('\u{1100}', '\u{11ff}', "Korean", &["ko"]),
    ('\u{1200}', '\u{139f}', "Ethiopic", &["am", "ti"]),
    ('\u{1780}', '\u{17ff}', "Khmer", &["km"]),
    ('\u{1f00}', '\u{1fff}', "Greek", &["el"]),
    ('\u{3040}', '\u{30ff}', "Japanese", &["ja"]),
    ('\u{3400}', '\u{9fff}', "Chinese", &["zh", "ja"]),
    ('\u{ac00}', '\u{d7af}', "Korean", &["ko"]),
    ('\u{fb50}', '\u{fefc}', "Arabic", &["ar", "fa", "ur", "ps", "ckb"]),
];
