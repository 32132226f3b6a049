//! The sealed box that true figures travel in, known to every room as
//! [`crate::confidential`]. It stands here so that the compiler lets nothing but
//! [`crate::disclosure`] open it (`tests/probes` try).

use std::marker::PhantomData;

/// A true figure, which may be too small to publish.
///
/// It can be made by anyone and opened only by [`crate::disclosure`]. It has no
/// `Display`, `Serialize`, ordering or `Clone`, so that a slip is a compile
/// error, and its `Debug` says only that it is sealed.
pub struct Confidential<T>(T);

impl<T> Confidential<T> {
    /// Seals `value`.
    pub fn seal(value: T) -> Self {
        Self(value)
    }

    /// The value inside, for those who hold the key.
    pub(in crate::disclosure) fn open(&self, _key: &Key) -> &T {
        &self.0
    }
}

impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Confidential<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::seal)
    }
}

impl<T> std::fmt::Debug for Confidential<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[sealed]")
    }
}

/// What opens a [`Confidential`]; made in `disclosure` alone.
pub(in crate::disclosure) struct Key(PhantomData<()>);

impl Key {
    pub(in crate::disclosure) const fn of_the_disclosure_module() -> Self {
        Self(PhantomData)
    }
}
