//! The kinds of finding, each with a code that stays the same for ever.
//!
//! Families: C config and records, D disclosure, E editions and embargo, V
//! values in prose, R registers, A accessibility, L links, P papers, T themes,
//! W what surrounds us (files and folders).

use std::fmt;

/// What an error of a kind means for the build, and so for the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// The content is wrong: exit code 1.
    Content,
    /// Something that must not be published was about to be: exit code 3.
    Stop,
    /// Files, folders or the machine: exit code 4.
    Environment,
}

/// The code of a kind of finding, such as `C002`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

impl Code {
    /// The code as written.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// What an error of this kind means for the build.
    pub fn effect(self) -> Effect {
        match self.0.as_bytes().first() {
            Some(b'D') => Effect::Stop,
            Some(b'W') => Effect::Environment,
            _ => Effect::Content,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal;)+) => {
        /// Every code there is.
        pub mod codes {
            use super::Code;
            $($(#[doc = $doc])+ pub const $name: Code = Code($code);)+
            /// All codes, with what they mean.
            pub const ALL: &[(Code, &str)] = &[$(($name, concat!($($doc),+))),+];
        }
    };
}

codes! {
    /// The YAML cannot be read: its indentation, quotes or brackets are wrong.
    YAML_SYNTAX = "C001";
    /// A key that nothing reads; usually misspelt.
    UNKNOWN_KEY = "C002";
    /// A key that must be there is not.
    MISSING_KEY = "C003";
    /// A value of the wrong kind or not in the list of what it can be.
    BAD_VALUE = "C004";
    /// The same key twice in one place: only one of the two could be kept.
    DUPLICATE_KEY = "C005";
    /// A tab where YAML needs spaces.
    TAB = "C006";
    /// An anchor or alias: every record must be readable where it stands.
    ALIAS = "C007";
    /// A text cut short by ` #`, or blank.
    CUT_TEXT = "C008";
    /// A character that looks like a space and is not.
    ODD_SPACE = "C009";
    /// Two records of one kind with the same id.
    DUPLICATE_ID = "C010";
    /// An id that is mentioned and does not exist.
    UNKNOWN_ID = "C011";
    /// Dates or periods out of order, or that do not fit together.
    ORDER = "C012";
    /// A unit that does not fit the figure.
    UNIT = "C013";
    /// A figure and a missing marker together, or neither.
    VALUE_OR_MISSING = "C014";
    /// Figures that contradict each other: a percentage and its parts, a mean
    /// and its members, a revision that changes nothing.
    DISAGREES = "C015";
    /// A table whose rows, columns or totals do not fit.
    TABLE_SHAPE = "C016";
    /// A file that is not UTF-8 text.
    NOT_TEXT = "C017";
    /// A file in `data/` that nothing reads.
    UNREAD_FILE = "C018";
    /// The project has no `data/site.yaml`.
    NO_SITE = "C019";
    /// Front matter that is missing or never ends.
    FRONT_MATTER = "C020";
    /// The same period twice in one series.
    DUPLICATE_PERIOD = "C021";
    /// A date after the end of what it belongs to, or not yet known.
    DATE_AFTER = "C022";
    /// A key that does not belong to this kind of page.
    WRONG_KIND = "C023";
    /// One count that is given twice, and not alike.
    SHARED_CELL = "C024";
    /// A commitment that is given up and gone on with at once.
    DROPPED_AND_KEPT = "C050";
    /// An action with both dated progress and a status without a date.
    TWO_STATUSES = "C051";
    /// A set of pledges with the name of a page of every pledge.
    TAKEN_NAME = "C052";
    /// An exception to the disclosure policy that has no effect.
    EXCEPTION = "D001";
    /// A public page that leads to an exempt one, which is never published.
    EXEMPT = "D002";
    /// A count that may not become known, and that nothing protects.
    UNPROTECTED = "D003";
    /// Words that name a group of people small enough to be found.
    SMALL_GROUP = "D040";
    /// Words that name a small group, with an age, a day or a place beside it.
    FOUND_BY_WORDS = "D041";
    /// A percentage or rate without the counts behind it, which cannot be
    /// protected.
    WITHOUT_BASE = "D042";
    /// A disclosure policy that contradicts itself or protects nobody.
    POLICY = "D043";
    /// A figure that leaves out so few that they could be known.
    SMALL_REMAINDER = "D044";
    /// A figure that is true of all of a group, or of none of it.
    ALL_OR_NONE = "D045";
    /// A withheld figure that a published file tells in words, in a table or in
    /// the marks of a chart.
    TOLD = "D030";
    /// A withheld count that can be worked out from what is published.
    WORKED_OUT = "D031";
    /// A withheld count of which nothing proves that it cannot be worked out.
    NO_PROOF = "D032";
    /// A file that could not be checked for what is withheld.
    UNCHECKED = "D033";
    /// A number in a cell that says its figure is withheld.
    BESIDE_MARKER = "D034";
    /// What is exempt without a reason in law, or with a reason and not exempt:
    /// nothing may be withheld, or published by mistake, for want of a word.
    EXEMPTION = "D020";
    /// A public part that cannot stand without what is exempt.
    EXEMPT_NAMED = "D021";
    /// Words, a name or an address of what is exempt in a file for the public.
    EXEMPT_LEAK = "D022";
    /// An output directory that a build of another kind wrote.
    OTHER_BUILD = "D023";
    /// Something dated after the edition that mentions it.
    NOT_YET_KNOWN = "E001";
    /// A note: a part of a page or record that has still to be written.
    UNWRITTEN = "E010";
    /// A ledger that says otherwise than its edition does now.
    LEDGER_DIFFERS = "E011";
    /// A figure that its edition published otherwise, by its ledger.
    LEDGER_FIGURE = "E012";
    /// Something that takes the place of another, on no day that is given.
    UNDATED = "E020";
    /// An inline value that cannot be read.
    EXPRESSION = "V001";
    /// An inline value whose function, keyword or value is not known.
    UNKNOWN_VALUE = "V002";
    /// A figure that is asked for and is not there.
    NO_FIGURE = "V003";
    /// A block whose name is not known.
    UNKNOWN_BLOCK = "V004";
    /// A control character that the reader uses for itself.
    CONTROL_CHARACTER = "V005";
    /// A condition that says nothing of what a block or an inline value asks for.
    IDLE_CONDITION = "V050";
    /// A typed figure that disagrees with the published ones.
    TYPED_FIGURE = "V020";
    /// A typed direction word, such as rose or fell, that the figures contradict.
    TYPED_DIRECTION = "V021";
    /// Percentage points called per cent, or the other way round.
    POINTS_OR_PER_CENT = "V022";
    /// Typed parts that do not make the whole they are said to make.
    TYPED_PARTS = "V023";
    /// A typed table whose totals are not those of its parts.
    TYPED_TOTAL = "V024";
    /// A typed percentage that does not follow from the counts or the fraction beside it.
    TYPED_SHARE = "V025";
    /// Two typed figures of one outcome and one time that differ.
    CONFLICT_OF_FIGURES = "V026";
    /// Something asked of figures that they do not bear out.
    NOT_SO = "V040";
    /// A quotation without recorded consent.
    CONSENT = "R002";
    /// A stated rating that the rules do not give.
    STATED_RATING = "R003";
    /// A rating that asks for a text which is not there.
    RATING_NEEDS = "R004";
    /// A rule of ratings that never matches, or figures that no rule rates.
    RULE_ORDER = "R005";
    /// Something is open and its due date has passed.
    OVERDUE = "R010";
    /// An open recommendation of which nothing was recorded for too long.
    NO_NEWS = "R011";
    /// Something slipped, and no new date was agreed.
    SLIPPED = "R012";
    /// A due date that was moved without a reason.
    MOVED = "R013";
    /// A new due date that had passed when it was agreed.
    MOVED_BACK = "R014";
    /// A decision or status that asks for a reason and has none.
    NO_REASON = "R015";
    /// Something called complete, or kept, without evidence.
    NO_EVIDENCE = "R016";
    /// A recommendation long complete that nobody has signed off.
    NOT_SIGNED_OFF = "R017";
    /// A recommendation signed off before it was called complete.
    SIGNED_EARLY = "R018";
    /// A lead who is no longer in post and whom nobody follows.
    LEAD_LEFT = "R019";
    /// An accepted recommendation that nobody leads.
    NO_LEAD = "R020";
    /// A response of the executive that is missing past its day.
    NO_RESPONSE = "R021";
    /// A response of the executive that came late.
    LATE_RESPONSE = "R022";
    /// Something superseded with nothing named in its place.
    SUPERSEDED_BY_NOTHING = "R023";
    /// A recommendation carried to a review older than its own.
    CARRIED_BACK = "R024";
    /// Something published as open that is in no record any more.
    VANISHED = "R025";
    /// An edition that does not go on from the one before it.
    CHAIN = "R026";
    /// An action asked for in an edition, neither done nor carried further.
    CARRIED_LOST = "R027";
    /// A member of a replaced set that was dropped in silence.
    DROPPED = "R028";
    /// A set, or a pledge of it, that was to be looked at again and was not.
    NOT_REVIEWED = "R029";
    /// A pledge without words for children.
    NO_CHILD_WORDING = "R030";
    /// A pledge without Easy Read.
    NO_EASY_READ = "R031";
    /// Wording for children or in Easy Read that is older than the adult wording.
    WORDING_OLD = "R032";
    /// Wording for children or in Easy Read without a date.
    WORDING_UNDATED = "R033";
    /// Grades of one inspection that contradict each other.
    GRADES_DIFFER = "R034";
    /// A resolution on which nobody was asked to act.
    NO_ACTION = "R035";
    /// A waiver that accepts nothing.
    WAIVER_UNUSED = "R038";
    /// A waiver that has run out.
    WAIVER_ENDED = "R039";
    /// Raw HTML in a narrative.
    RAW_HTML = "A001";
    /// A picture without alternative text.
    NO_ALT = "A002";
    /// Headings that skip a level or begin at the wrong one.
    HEADING_LEVEL = "A003";
    /// A Markdown table whose rows differ in length.
    RAGGED_TABLE = "A004";
    /// A footnote undefined or unused.
    FOOTNOTE = "A005";
    /// An alert of a kind that is not known.
    UNKNOWN_ALERT = "A006";
    /// A chart title too long to be a headline.
    LONG_HEADLINE = "A007";
    /// Brand colours that fail contrast.
    CONTRAST = "A008";
    /// A heading or link without words.
    NO_WORDS = "A009";
    /// No accessibility statement, which the law asks for.
    NO_STATEMENT = "A030";
    /// Full compliance that no audit bears out.
    UNAUDITED = "A031";
    /// A status of the accessibility statement at odds with what it lists.
    COMPLIANCE = "A032";
    /// A success criterion that is not in WCAG 2.2 at level A or AA.
    CRITERION = "A033";
    /// A disproportionate burden that nobody assessed.
    NOT_ASSESSED = "A034";
    /// A date for putting something right that has passed.
    FIX_OVERDUE = "A035";
    /// An accessibility statement that nobody looked at for a year.
    STATEMENT_OLD = "A036";
    /// Dates of the accessibility statement that are missing or out of order.
    STATEMENT_DATES = "A037";
    /// An accessibility statement with nobody to write to.
    NO_CONTACT = "A038";
    /// Alternative text that tells nothing of the picture.
    ALT_OF_NOTHING = "A050";
    /// Alternative text that begins by saying that it is of a picture.
    ALT_OPENING = "A051";
    /// Alternative text that stands beside the picture, or another, already.
    ALT_REPEATED = "A052";
    /// Alternative text too long to be listened to.
    ALT_LONG = "A053";
    /// Two headings alike below one heading.
    HEADING_REPEATED = "A054";
    /// A heading as long as a paragraph.
    HEADING_LONG = "A055";
    /// A stressed line in the place of a heading.
    HEADING_MADE_UP = "A056";
    /// A paragraph that is stressed as a whole.
    ALL_STRESSED = "A057";
    /// A link whose words do not say where it leads.
    VAGUE_LINK = "A058";
    /// Links of the same words to different places.
    LINKS_ALIKE = "A059";
    /// An address in the place of words.
    BARE_ADDRESS = "A060";
    /// A link to a file that does not say what kind it is.
    FILE_LINK = "A061";
    /// A table whose columns or rows have no names, or twice the same.
    TABLE_HEADS = "A062";
    /// A table that is none: one column, one row of prose, blank rows.
    TABLE_LAYOUT = "A063";
    /// Words in another language that are not marked.
    LANGUAGE = "A064";
    /// Words in capitals.
    CAPITALS = "A065";
    /// Something told by its colour, shape, size or place alone.
    BY_LOOK = "A066";
    /// A list made of signs and line breaks.
    LIST_MADE_UP = "A067";
    /// Spaces, or lines, that stand for a layout.
    LAYOUT = "A068";
    /// Signs or emoji in the place of words.
    SIGNS = "A069";
    /// A sign of HTML that stayed as it was typed.
    ENTITY = "A070";
    /// Words struck out.
    STRUCK = "A071";
    /// Two pages of one part of the site with the same title.
    SAME_TITLE = "A072";
    /// A link to a page or heading that is not there.
    BROKEN_LINK = "L001";
    /// A picture or file that is not there.
    MISSING_FILE = "L002";
    /// Two pages at one address.
    SAME_ADDRESS = "L003";
    /// An address that cannot be published safely.
    UNSAFE_LINK = "L004";
    /// A required head field or heading of a paper that is absent.
    PAPER_PART = "P001";
    /// A label that is used twice, or never made.
    LABEL = "P002";
    /// A required heading of a paper with nothing beneath it.
    EMPTY_HEADING = "P003";
    /// A head field of a paper that holds something else than its template says.
    HEAD_FIELD = "P004";
    /// A template of papers that cannot be used.
    PAPER_TEMPLATE = "P005";
    /// Recommendations of a paper that stand in it twice.
    RECOMMENDED_TWICE = "P006";
    /// Paragraph numbers with a gap, a repeat or a jump, kept as written.
    NUMBER_GAP = "P014";
    /// A document that cannot be set as a PDF.
    TYPESETTING = "P020";
    /// A letter that no face of the theme has.
    LETTER = "P021";
    /// A picture of a kind that a PDF cannot hold.
    PICTURE = "P022";
    /// A document that bears no date.
    NO_DATE = "P023";
    /// A theme that is not there or was written for another engine.
    THEME = "T001";
    /// A template that cannot be read or rendered.
    TEMPLATE = "T002";
    /// Colours of a theme's palette that are too alike.
    PALETTE = "T003";
    /// A file or folder that cannot be read.
    UNREADABLE = "W001";
    /// A file too large to be read safely.
    TOO_LARGE = "W002";
    /// A link in the file system, which is not followed.
    SYMLINK = "W003";
    /// The output could not be written.
    WRITE = "W004";
    /// Another build is writing to the same place.
    BUSY = "W005";
    /// A file that is not ours stands where a page should go.
    CONFLICT = "W006";
}
