//! The checks, by name.

use crate::diagnostic::{Code, codes};

macro_rules! checks {
    ($($(#[doc = $doc:literal])+ $name:ident = $slug:literal, $code:ident;)+) => {
        /// A check of the registers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Check { $($(#[doc = $doc])+ $name),+ }

        impl Check {
            /// Every check.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name, as written in `data/site.yaml` and `data/waivers.yaml`.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug),+ }
            }

            /// The code of what it finds.
            pub fn code(self) -> Code {
                match self { $(Self::$name => codes::$code),+ }
            }
        }
    };
}

checks! {
    /// Something is open and its due date has passed.
    Overdue = "overdue", OVERDUE;
    /// Nothing was recorded about an open recommendation for the months the site sets.
    NoNews = "no-news", NO_NEWS;
    /// Something slipped, and no new date was agreed.
    Slipped = "slipped-without-date", SLIPPED;
    /// A due date was moved, and no reason given.
    Moved = "moved-without-reason", MOVED;
    /// A new due date had passed when it was agreed.
    MovedBack = "moved-into-the-past", MOVED_BACK;
    /// A decision or a status that asks for a reason has none.
    NoReason = "without-reason", NO_REASON;
    /// Something is called complete, or kept, without evidence.
    NoEvidence = "complete-without-evidence", NO_EVIDENCE;
    /// An edition published a recommendation as complete, and nobody has signed it off since.
    NotSignedOff = "not-signed-off", NOT_SIGNED_OFF;
    /// A recommendation was signed off before it was called complete.
    SignedEarly = "signed-off-early", SIGNED_EARLY;
    /// Somebody who leads is no longer in post, and nobody is named after them.
    LeadLeft = "lead-left", LEAD_LEFT;
    /// An accepted recommendation that nobody leads.
    NoLead = "no-lead", NO_LEAD;
    /// The executive has not responded, and its time is up.
    NoResponse = "response-missing", NO_RESPONSE;
    /// The executive responded after its time was up.
    LateResponse = "response-late", LATE_RESPONSE;
    /// Something is superseded, and nothing is named in its place.
    SupersededByNothing = "superseded-by-nothing", SUPERSEDED_BY_NOTHING;
    /// A recommendation is carried to a review older than its own.
    CarriedBack = "carried-back", CARRIED_BACK;
    /// Something was published as open, and is in no record any more.
    Vanished = "vanished", VANISHED;
    /// An edition that does not go on from the one before it.
    Chain = "edition-chain", CHAIN;
    /// An action asked for in an edition that is neither done nor carried further.
    CarriedLost = "carried-and-lost", CARRIED_LOST;
    /// A member of a replaced set that nothing goes on with, and nobody says why.
    Dropped = "dropped-without-reason", DROPPED;
    /// A set, or a pledge of it, that was to be looked at again and was not.
    NotReviewed = "not-reviewed", NOT_REVIEWED;
    /// A pledge without words for children.
    NoChildWording = "child-wording-missing", NO_CHILD_WORDING;
    /// A pledge without Easy Read.
    NoEasyRead = "easy-read-missing", NO_EASY_READ;
    /// Wording for children or in Easy Read that is older than the adult wording.
    WordingOld = "wording-out-of-date", WORDING_OLD;
    /// Wording for children or in Easy Read that has no date, where the adult's has.
    WordingUndated = "wording-undated", WORDING_UNDATED;
    /// A grade that another record of the same inspection contradicts.
    GradesDiffer = "grades-differ", GRADES_DIFFER;
    /// A resolution that asks nobody to do anything, and does not say why.
    NoAction = "resolution-without-action", NO_ACTION;
    /// Somebody is quoted without recorded consent.
    NoConsent = "quote-without-consent", CONSENT;
}
